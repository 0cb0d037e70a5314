"""One run of ``speechlint check``: examine, fix if asked, report, and answer with an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from speechlint.cli.gathering import gather, write_failures
from speechlint.cli.options import Options
from speechlint.cli.output import terminal_look, write_error, write_file, write_text, write_utf8
from speechlint.cli.wording import say
from speechlint.diagnostic import Severity
from speechlint.fixes import content_of
from speechlint.linter import make_linter
from speechlint.readers import read_bytes
from speechlint.reports import FORMATS, STATISTICS, Look, ReportFormat
from speechlint.runner import (
    CheckedFile,
    Examination,
    FixedFile,
    SettingsFinder,
    after_fixing,
    compare_files,
    examine_source,
    fix_examination,
    fix_files,
)

_STDIN = "-"

CLEAN, FOUND, FAILED = 0, 1, 2
"""Exit codes."""


class CheckOptions(Options, frozen=True, kw_only=True):
    """What the command line says; an empty value says nothing."""

    paths: tuple[str, ...]
    output_format: str | None
    output_file: Path | None
    statistics: bool
    fix: bool
    unsafe_fixes: bool
    diff: bool
    fix_only: bool
    exit_non_zero_on_fix: bool
    baseline: Path | None
    fail_level: Severity
    exit_zero: bool
    no_cache: bool
    force_exclude: bool
    stdin_filename: str | None

    @property
    def fixes(self) -> bool:
        """Whether fixes are wanted at all."""
        return self.fix or self.fix_only or self.diff

    @property
    def form(self) -> ReportFormat:
        """The format of the report; a run of GitHub Actions has its own by default."""
        if self.statistics:
            return STATISTICS
        default = "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "full"
        return FORMATS[self.output_format or default]


def run_check(options: CheckOptions) -> int:
    """Check what the options name, report it, and answer with the exit code.

    Raises:
        SettingsError: a configuration file or an option is wrong.
        RuleError: a rule of the user's own is wrong.
        SourceError: a path is not there.
    """
    finder = options.finder()
    if _STDIN in options.paths:
        return _check_stdin(options, finder)
    paths = options.paths or (".",)
    look = terminal_look(finder.settings_for(paths[0]).language)
    examinations = gather(
        paths,
        finder,
        look,
        use_results=not options.no_cache,
        force_exclude=options.force_exclude,
    )
    changed: tuple[FixedFile, ...] = ()
    if options.fixes:
        examinations, changed = fix_files(
            examinations, unsafe=options.unsafe_fixes, write=not options.diff
        )
    code = _report(options, examinations.done, changed, look)
    write_failures(examinations.failures, look)
    return FAILED if examinations.failures else code


def _check_stdin(options: CheckOptions, finder: SettingsFinder) -> int:
    """Check standard input; with fixes, the fixed text goes to standard output."""
    if len(options.paths) > 1:
        raise click.UsageError(
            say("“-”不能和别的路径一起用", "“-” cannot be used with other paths")
        )
    path = options.stdin_filename or _STDIN
    settings = finder.settings_for(path)
    look = terminal_look(settings.language)
    source = read_bytes(path, sys.stdin.buffer.read())
    one = examine_source(source, settings)
    if not options.fixes:
        return _report(options, (one,), (), look)
    fixed = fix_examination(one, source, unsafe=options.unsafe_fixes)
    changed = (FixedFile(source, fixed),) if fixed.source is not source else ()
    if options.diff:
        return _report(options, (one,), changed, look)
    sys.stdout.buffer.write(content_of(fixed.source))
    sys.stdout.buffer.flush()
    return _exit_code(options, compare_files([after_fixing(one, fixed)]), changed)


def _report(
    options: CheckOptions,
    examinations: Sequence[Examination],
    changed: Sequence[FixedFile],
    look: Look,
) -> int:
    if options.diff:
        return _report_difference(changed, look)
    files: Sequence[CheckedFile] = ()
    if not options.fix_only:
        files = compare_files(examinations)
        if options.baseline is not None:
            files = _hide_known(options, options.baseline, files, examinations, look)
        _write_report(options, files, look)
    if changed:
        from speechlint.reports import fixes_text

        for note in fixes_text.render_notes(changed, look):
            write_error(note)
    return _exit_code(options, files, changed)


def _write_report(options: CheckOptions, files: Sequence[CheckedFile], look: Look) -> None:
    form = options.form
    if options.output_file is not None:
        plain = Look(language=look.language)
        write_file(options.output_file, form.render(files, plain))
    elif form.for_programs:
        write_utf8(form.render(files, look))
    else:
        write_text(form.render(files, look))


def _hide_known(
    options: CheckOptions,
    path: Path,
    files: Sequence[CheckedFile],
    examinations: Sequence[Examination],
    look: Look,
) -> Sequence[CheckedFile]:
    """Leave out what a baseline knows, and say what it knows for nothing."""
    from speechlint.runner.baseline import read_baseline, sift

    codes = {code for one in examinations for code in make_linter(one.settings).codes}
    whole = any(Path(name).is_dir() for name in options.paths or (".",))
    sifted = sift(files, read_baseline(path), path, codes, whole=whole)
    if sifted.hidden:
        write_error(
            look.say(
                f"{path} 里已知的 {sifted.hidden} 处没有列出",
                f"{sifted.hidden} known findings of {path} not shown",
            )
        )
    if sifted.stale:
        write_error(
            look.say(
                f"{path} 里有 {len(sifted.stale)} 处已经不在了，"
                "可用 speechlint baseline --prune 去掉",
                f"{len(sifted.stale)} findings of {path} are gone; "
                "speechlint baseline --prune takes them out",
            )
        )
    return sifted.files


def _report_difference(changed: Sequence[FixedFile], look: Look) -> int:
    from speechlint.reports import fixes_text

    for file in changed:
        write_text(fixes_text.render_difference(file, look))
    for note in fixes_text.render_notes(changed, look, written=False):
        write_error(note)
    return FOUND if changed else CLEAN


def _exit_code(
    options: CheckOptions, files: Sequence[CheckedFile], changed: Sequence[FixedFile]
) -> int:
    if changed and options.exit_non_zero_on_fix:
        return FOUND
    level = options.fail_level.rank
    bad = any(one.severity.rank >= level for file in files for one in file.diagnostics)
    return FOUND if bad and not options.exit_zero else CLEAN
