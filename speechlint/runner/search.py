"""Which drafts a run is about: what the user named, by the patterns of the configuration."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

import msgspec

from speechlint.readers import DRAFT_PATTERNS, find_drafts
from speechlint.readers.ignoring import Patterns
from speechlint.runner.finder import SettingsFinder
from speechlint.settings import Settings


class Found(msgspec.Struct, frozen=True):
    """The drafts of a run, and the folders that were looked through for them."""

    drafts: tuple[str, ...]
    folders: tuple[Path, ...]


def search_drafts(
    paths: Sequence[str], finder: SettingsFinder, *, force_exclude: bool = False
) -> Found:
    """The drafts among files and folders, each once, in the order given.

    Args:
        paths: files and folders, as the user named them.
        finder: tells what a folder's configuration leaves out and takes up.
        force_exclude: leave out excluded files even where they are named.

    Raises:
        SourceError: a path is not there, or a folder cannot be listed.
        SettingsError: a configuration file is wrong.
    """
    visited: list[Path] = []
    drafts = _search(paths, finder, visited, force_exclude=force_exclude)
    return Found(tuple(dict.fromkeys(map(str, drafts))), tuple(visited))


def _search(
    paths: Sequence[str], finder: SettingsFinder, visited: list[Path], *, force_exclude: bool
) -> Iterator[Path]:
    for settings, group in groupby(paths, finder.settings_for):
        named = list(group)
        found = find_drafts(
            named,
            exclude=settings.exclude,
            include=(*DRAFT_PATTERNS, *settings.include),
            force_exclude=force_exclude,
            root=Path(settings.root) if settings.root else None,
            visited=visited,
        )
        for path in found:
            own = finder.settings_for(str(path))
            walked = force_exclude or str(path) not in named
            if own is settings or not walked or not _excludes(own, path):
                yield path


def _excludes(settings: Settings, path: Path) -> bool:
    """Whether the configuration of an inner folder leaves a file out."""
    if not settings.exclude:
        return False
    return bool(Patterns(Path(settings.root), settings.exclude).match(os.path.realpath(path)))
