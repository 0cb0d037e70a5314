"""One run of ``speechlint check``: examine, report, and answer with an exit code."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import click
import msgspec

from speechlint.cli.gathering import examine, write_failures
from speechlint.cli.options import Options
from speechlint.cli.output import (
    encode_text,
    encode_utf8,
    terminal_look,
    write_bytes,
    write_error,
    write_file,
)
from speechlint.cli.wording import say
from speechlint.diagnostic import Severity
from speechlint.readers import read_bytes
from speechlint.reports import FORMATS, STATISTICS, Look, ReportFormat
from speechlint.runner import (
    CheckedFile,
    Examination,
    Examinations,
    SettingsFinder,
    compare_files,
    examine_source,
    search_drafts,
)

STDIN = "-"

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
    add_ignore: bool
    watch: bool
    baseline: Path | None
    fail_level: Severity
    exit_zero: bool
    no_cache: bool
    force_exclude: bool
    stdin_filename: str | None

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
    if STDIN in options.paths and (len(options.paths) > 1 or options.add_ignore):
        raise click.UsageError(
            say("“-”不能和别的路径一起用，也不能加注释", "“-” goes with no other path or comments")
        )
    if options.add_ignore:
        from speechlint.cli.silencing import run_silencing

        return run_silencing(options, finder)
    if options.fix or options.fix_only or options.diff:
        from speechlint.cli.fixing import run_with_fixes

        return run_with_fixes(options, finder)
    if STDIN in options.paths:
        one = examine_stdin(options, finder)
        return report(
            options, (one,), terminal_look(one.settings.language, one.settings.speaking_rate)
        )
    return _check_files(options, finder)


def _check_files(options: CheckOptions, finder: SettingsFinder) -> int:
    started = time.time_ns()
    paths = options.paths or (".",)
    settings = finder.settings_for(paths[0])
    look = terminal_look(settings.language, settings.speaking_rate)
    found = search_drafts(paths, finder, force_exclude=options.force_exclude)
    examinations = examine(found.drafts, finder, look, use_results=not options.no_cache)
    answer = make_answer(options, examinations.done, look)
    if has_news(options, examinations):
        answer.write()
    write_failures(examinations.failures, look)
    if examinations.failures:
        return FAILED
    if not (options.no_cache or options.output_file or options.watch):
        from speechlint.runner.remembering import keep_run

        keep_run(
            answer.output,
            encode_text(answer.notes),
            answer.code,
            started=started,
            found=found,
            others=_other_inputs(options, examinations.done),
        )
    return answer.code


def _other_inputs(options: CheckOptions, done: Sequence[Examination]) -> list[Path]:
    """What a run reads besides drafts and the configuration near them."""
    named = [path for path in (options.config, options.baseline) if path is not None]
    rules = {Path(one.settings.root, path) for one in done for path in one.settings.rule_paths}
    return [*named, *sorted(rules)]


def examine_stdin(options: CheckOptions, finder: SettingsFinder) -> Examination:
    """Examine standard input, as the file whose name it was given."""
    path = options.stdin_filename or STDIN
    source = read_bytes(path, sys.stdin.buffer.read())
    return examine_source(source, finder.settings_for(path))


class Answer(msgspec.Struct, frozen=True):
    """What a run says.

    Attributes:
        output: for standard output.
        notes: lines for standard error.
        code: the exit code.
    """

    output: bytes
    notes: tuple[str, ...]
    code: int

    def write(self) -> None:
        """Say it."""
        for note in self.notes:
            write_error(note)
        write_bytes(self.output)


def make_answer(options: CheckOptions, examinations: Sequence[Examination], look: Look) -> Answer:
    """What to say of what was found; a report that goes into a file is written there."""
    files: Sequence[CheckedFile] = compare_files(examinations, use_results=not options.no_cache)
    notes: list[str] = []
    if options.baseline is not None:
        from speechlint.cli.known import hide_known

        whole = any(Path(name).is_dir() for name in options.paths or (".",))
        files, notes = hide_known(options.baseline, files, examinations, look, whole=whole)
    form = options.form
    output = b""
    if options.output_file is not None:
        write_file(options.output_file, form.render(files, Look(language=look.language)))
    elif form.for_programs:
        output = encode_utf8(form.render(files, look))
    else:
        output = encode_text(form.render(files, look))
    return Answer(output, tuple(notes), exit_code(options, files))


def has_news(options: CheckOptions, examinations: Examinations) -> bool:
    """Whether a report says more than the failures do: not to people, where every draft failed."""
    every_draft_failed = examinations.failures and not examinations.done
    return options.form.for_programs or not every_draft_failed


def report(options: CheckOptions, examinations: Sequence[Examination], look: Look) -> int:
    """Report what was found, and answer with the exit code."""
    answer = make_answer(options, examinations, look)
    answer.write()
    return answer.code


def exit_code(options: CheckOptions, files: Sequence[CheckedFile]) -> int:
    """The exit code for what was found."""
    level = options.fail_level.rank
    bad = any(one.severity.rank >= level for file in files for one in file.diagnostics)
    return FOUND if bad and not options.exit_zero else CLEAN
