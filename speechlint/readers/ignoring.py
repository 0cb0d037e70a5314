"""Patterns as in a .gitignore, and the ignore files that hold for a folder."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from speechlint.readers.failures import unreadable

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

IGNORE_FILES = (".gitignore", ".ignore")
"""In the order of weight: a later one overrules."""


class Patterns:
    """Patterns that hold below a folder."""

    def __init__(self, root: Path, lines: Iterable[str]) -> None:
        self._root = os.path.realpath(root)
        self._lines = tuple(lines)
        self._spec: GitIgnoreSpec | None = None

    def match(self, path: str, *, folder: bool = False) -> bool | None:
        """Whether the last pattern that speaks of a real path takes it; None where none does."""
        if self._spec is None:
            from pathspec import GitIgnoreSpec

            self._spec = GitIgnoreSpec.from_lines(self._lines)
        name = path[len(self._root) :] if path.startswith(self._root + os.sep) else path
        name = name.replace(os.sep, "/").lstrip("/")
        return self._spec.check_file(f"{name}/" if folder else name).include


class Ignoring:
    """The ignore files that hold in a folder, the outermost first."""

    def __init__(self, files: tuple[Patterns, ...] = ()) -> None:
        self._files = files

    @classmethod
    def above(cls, folder: Path) -> Ignoring:
        """The ignore files between the top of the repository and a real folder, itself left out.

        A file that ignores the folder is passed over: who names a folder wants it read.
        """
        if (folder / ".git").exists():
            return cls()
        outer: list[Patterns] = []
        for parent in folder.parents:
            outer[:0] = _ignore_files(parent)
            if (parent / ".git").exists():
                break
        else:
            return cls()
        return cls(tuple(file for file in outer if not file.match(str(folder), folder=True)))

    def inside(self, folder: Path) -> Ignoring:
        """The same with the ignore files of an inner real folder."""
        own = tuple(_ignore_files(folder))
        return Ignoring(self._files + own) if own else self

    def ignores(self, path: str, *, folder: bool) -> bool:
        """Whether a real path is to be left out: the innermost file that speaks of it decides."""
        for file in reversed(self._files):
            verdict = file.match(path, folder=folder)
            if verdict is not None:
                return verdict
        return False


def _ignore_files(folder: Path) -> list[Patterns]:
    found = []
    for name in IGNORE_FILES:
        path = folder / name
        try:
            lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            continue
        except OSError as problem:
            raise unreadable(path, problem) from problem
        found.append(Patterns(folder, lines))
    return found
