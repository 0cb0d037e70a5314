"""Which files to read: those named, and the drafts in the folders named."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from speechlint.readers.failures import unreadable
from speechlint.readers.ignoring import Ignoring, Patterns

_HIDDEN = (".", "~$")
"""Word keeps a file ~$NAME beside a draft as long as somebody has it open."""

DRAFT_PATTERNS = ("*.txt", "*.md", "*.markdown", "*.docx")
"""What is taken for a draft in a folder."""


def find_drafts(
    paths: Iterable[str | Path],
    *,
    exclude: Sequence[str] = (),
    include: Sequence[str] = DRAFT_PATTERNS,
    force_exclude: bool = False,
    respect_ignore_files: bool = True,
    root: Path | None = None,
    visited: list[Path] | None = None,
) -> Iterator[Path]:
    """The drafts among files and folders, each once, folders in alphabetical order.

    A file that is named is taken, whatever its suffix. Folders are walked; hidden files and folders
    in them are passed over, links to folders followed.

    Args:
        paths: files and folders, as the user named them.
        exclude: patterns, as in a .gitignore, of files and folders to leave out of a walk.
        include: patterns of the files to take in a walk.
        force_exclude: leave out excluded files even where they are named.
        respect_ignore_files: leave out what .gitignore and .ignore files say.
        root: the folder that patterns are relative to; the working folder when absent.
        visited: is given the folders that were looked through.

    Raises:
        SourceError: a path is missing, or a folder cannot be listed.
    """
    walk = _Walk(
        Path.cwd() if root is None else root.absolute(),
        exclude,
        include,
        respect_ignore_files=respect_ignore_files,
    )
    for path in map(Path, paths):
        real = os.path.realpath(path)
        if not os.path.lexists(path):
            raise unreadable(path)
        if force_exclude and walk.excludes(real, folder=path.is_dir()):
            continue
        if path.is_dir():
            yield from walk.drafts_in(path, [] if visited is None else visited)
        elif walk.is_new(real):
            yield path


class _Walk:
    """One search, which remembers what it has seen: links may lead in a circle."""

    def __init__(
        self,
        root: Path,
        exclude: Sequence[str],
        include: Sequence[str],
        *,
        respect_ignore_files: bool,
    ) -> None:
        self._exclude = Patterns(root, exclude) if exclude else None
        self._include = Patterns(root, include)
        self._suffixes = _suffixes(include)
        self._respect_ignore_files = respect_ignore_files
        self._seen: set[str] = set()

    def excludes(self, real: str, *, folder: bool = False) -> bool:
        return self._exclude is not None and bool(self._exclude.match(real, folder=folder))

    def is_new(self, real: str) -> bool:
        if real in self._seen:
            return False
        self._seen.add(real)
        return True

    def drafts_in(self, folder: Path, visited: list[Path]) -> Iterator[Path]:
        real = os.path.realpath(folder)
        ignoring = Ignoring.above(Path(real)) if self._respect_ignore_files else Ignoring()
        waiting = [(folder, real, ignoring)]
        while waiting:
            folder, real, ignoring = waiting.pop()
            if not self.is_new(real):
                continue
            visited.append(folder)
            if self._respect_ignore_files:
                ignoring = ignoring.inside(Path(real))
            folders = []
            for entry in _entries(folder):
                if entry.name.startswith(_HIDDEN) or self._leaves_out(entry, real, ignoring):
                    continue
                inner = _real(entry, real)
                if entry.is_dir():
                    folders.append((folder / entry.name, inner, ignoring))
                elif self._is_draft(entry, real) and self.is_new(inner):
                    yield folder / entry.name
            waiting.extend(reversed(folders))

    def _leaves_out(self, entry: os.DirEntry[str], folder: str, ignoring: Ignoring) -> bool:
        named = folder + os.sep + entry.name
        inner = entry.is_dir()
        return self.excludes(named, folder=inner) or ignoring.ignores(named, folder=inner)

    def _is_draft(self, entry: os.DirEntry[str], folder: str) -> bool:
        """Whether to take it; a dead link is taken, so that reading it says so."""
        if not (entry.is_file() or entry.is_symlink()):
            return False
        if self._suffixes:
            return entry.name.endswith(self._suffixes)
        return bool(self._include.match(folder + os.sep + entry.name))


def _suffixes(patterns: Sequence[str]) -> tuple[str, ...]:
    """The suffixes that patterns ask for, if they ask for nothing else: quicker than matching."""
    plain = all(pattern.startswith("*.") and pattern[2:].isalnum() for pattern in patterns)
    return tuple(pattern[1:] for pattern in patterns) if plain else ()


def _real(entry: os.DirEntry[str], folder: str) -> str:
    named = folder + os.sep + entry.name
    return os.path.realpath(named) if entry.is_symlink() else named


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as problem:
        raise unreadable(folder, problem) from problem
