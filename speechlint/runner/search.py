"""Which drafts a run is about: what the user named, by the patterns of the configuration."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from speechlint.readers import DRAFT_PATTERNS, find_drafts
from speechlint.runner.finder import SettingsFinder


def search_drafts(
    paths: Sequence[str], finder: SettingsFinder, *, force_exclude: bool = False
) -> list[str]:
    """The drafts among files and folders, each once, in the order given.

    Args:
        paths: files and folders, as the user named them.
        finder: tells what a folder's configuration leaves out and takes up.
        force_exclude: leave out excluded files even where they are named.

    Raises:
        SourceError: a path is not there, or a folder cannot be listed.
        SettingsError: a configuration file is wrong.
    """
    return list(dict.fromkeys(map(str, _search(paths, finder, force_exclude=force_exclude))))


def _search(paths: Sequence[str], finder: SettingsFinder, *, force_exclude: bool) -> Iterator[Path]:
    for settings, group in groupby(paths, finder.settings_for):
        yield from find_drafts(
            group,
            exclude=settings.exclude,
            include=(*DRAFT_PATTERNS, *settings.include),
            force_exclude=force_exclude,
            root=Path(settings.root) if settings.root else None,
        )
