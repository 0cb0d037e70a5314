"""Rules that are not applied to some files, by patterns as in a .gitignore."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from speechlint.rulebook import Rulebook
from speechlint.settings.codes import Codes
from speechlint.settings.settings import Settings

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class PerFileIgnores:
    """The codes that are not applied to a file."""

    def __init__(self, rulebook: Rulebook, settings: Settings) -> None:
        """Resolve the patterns of the settings.

        Raises:
            SettingsError: a selector stands for no rule.
        """
        codes = Codes(rulebook, settings)
        self._root = Path(settings.root).absolute()
        self._codes = [
            (pattern, frozenset(codes.ranked("per-file-ignores", selectors, part=f".{pattern}")))
            for pattern, selectors in settings.per_file_ignores.items()
        ]
        self._specs: list[tuple[GitIgnoreSpec, frozenset[str]]] | None = None

    def codes_for(self, path: str) -> frozenset[str]:
        """The codes not to apply to a file; its path is relative to the working folder."""
        if not self._codes:
            return frozenset()
        if self._specs is None:
            from pathspec import GitIgnoreSpec  # not needed as long as no pattern is set

            self._specs = [
                (GitIgnoreSpec.from_lines([pattern]), codes) for pattern, codes in self._codes
            ]
        name = os.path.relpath(Path(path).absolute(), self._root).replace(os.sep, "/")
        found: frozenset[str] = frozenset()
        return found.union(*(codes for spec, codes in self._specs if spec.match_file(name)))
