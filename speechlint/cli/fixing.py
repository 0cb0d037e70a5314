"""A run of ``speechlint check`` that fixes drafts, or shows how it would."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from speechlint.cli.checking import (
    CLEAN,
    FAILED,
    FOUND,
    STDIN,
    CheckOptions,
    examine_stdin,
    exit_code,
    has_news,
    report,
)
from speechlint.cli.gathering import gather, write_failures
from speechlint.cli.output import terminal_look, write_error, write_text
from speechlint.fixes import content_of
from speechlint.reports import Look, fixes_text
from speechlint.runner import SettingsFinder, compare_files
from speechlint.runner.fixing import FixedFile, after_fixing, fix_examination, fix_files


def run_with_fixes(options: CheckOptions, finder: SettingsFinder) -> int:
    """Fix what the options name, report what is left, and answer with the exit code.

    Raises:
        SettingsError: a configuration file or an option is wrong.
        RuleError: a rule of the user's own is wrong.
        SourceError: a path is not there.
    """
    if STDIN in options.paths:
        return _fix_stdin(options, finder)
    paths = options.paths or (".",)
    look = terminal_look(finder.settings_for(paths[0]).language)
    examinations = gather(
        paths, finder, look, use_results=not options.no_cache, force_exclude=options.force_exclude
    )
    examinations, changed = fix_files(
        examinations, unsafe=options.unsafe_fixes, write=not options.diff
    )
    if options.diff:
        code = _show_difference(changed, look)
    elif options.fix_only or not has_news(options, examinations):
        code = CLEAN
    else:
        code = report(options, examinations.done, look)
    if not options.diff:
        _write_notes(changed, look, written=True)
        if changed and options.exit_non_zero_on_fix:
            code = FOUND
    write_failures(examinations.failures, look)
    return FAILED if examinations.failures else code


def _fix_stdin(options: CheckOptions, finder: SettingsFinder) -> int:
    """Write the fixed text to standard output, or the difference."""
    one = examine_stdin(options, finder)
    assert one.source is not None
    fixed = fix_examination(one, one.source, unsafe=options.unsafe_fixes)
    changed = (FixedFile(one.source, fixed),) if fixed.source is not one.source else ()
    if options.diff:
        return _show_difference(changed, terminal_look(one.settings.language))
    sys.stdout.buffer.write(content_of(fixed.source))
    sys.stdout.buffer.flush()
    if changed and options.exit_non_zero_on_fix:
        return FOUND
    return (
        CLEAN if options.fix_only else exit_code(options, compare_files([after_fixing(one, fixed)]))
    )


def _show_difference(changed: Sequence[FixedFile], look: Look) -> int:
    for file in changed:
        write_text(fixes_text.render_difference(file, look))
    _write_notes(changed, look, written=False)
    return FOUND if changed else CLEAN


def _write_notes(changed: Sequence[FixedFile], look: Look, *, written: bool) -> None:
    for note in fixes_text.render_notes(changed, look, written=written):
        write_error(note)
