"""Examining the drafts that the command line names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from speechlint.cli.output import write_error
from speechlint.cli.progress import show_progress
from speechlint.errors import SpeechlintError
from speechlint.reports import Look
from speechlint.runner import Examinations, SettingsFinder, examine_files, search_drafts


def gather(
    paths: Sequence[str],
    finder: SettingsFinder,
    look: Look,
    *,
    use_results: bool,
    force_exclude: bool = False,
) -> Examinations:
    """Examine the drafts among files and folders, and show on a terminal how far that is.

    Raises:
        SettingsError: a configuration file or an option is wrong.
        RuleError: a rule of the user's own is wrong.
        SourceError: a path is not there.
    """
    found = search_drafts(paths, finder, force_exclude=force_exclude)
    return examine(found.drafts, finder, look, use_results=use_results)


def examine(
    drafts: Sequence[str], finder: SettingsFinder, look: Look, *, use_results: bool
) -> Examinations:
    """Examine drafts, and show on a terminal how far that is.

    Raises:
        SettingsError: a configuration file or an option is wrong.
        RuleError: a rule of the user's own is wrong.
    """
    with show_progress(look) as progress:
        return examine_files(drafts, finder, use_results=use_results, progress=progress)


def write_failures(failures: Iterable[SpeechlintError], look: Look) -> None:
    """Say what could not be done, a line each."""
    for failure in failures:
        write_error(f"speechlint: {failure.wording(look.language)}")
