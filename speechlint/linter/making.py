"""Linting with some settings: linters are put together once and used again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import msgspec

from speechlint.diagnostic import Diagnostic
from speechlint.linter.linter import Linter
from speechlint.rulebook import load_rulebook
from speechlint.settings import Settings
from speechlint.source import Source


def lint(source: Source, settings: Settings | None = None) -> list[Diagnostic]:
    """What there is to say about a draft, in the order of the text.

    Raises:
        SettingsError: the settings name a rule that isn't there, or a parameter that doesn't fit.
        RuleError: a rule of the user's own is wrong.
    """
    return list(make_linter(settings or Settings()).examine(source).diagnostics)


def lint_all(sources: Sequence[Source], settings: Settings | None = None) -> list[list[Diagnostic]]:
    """What there is to say about several drafts, each in turn and compared with one another.

    Raises:
        SettingsError: as ``lint`` does.
        RuleError: as ``lint`` does.
    """
    linter = make_linter(settings or Settings())
    examined = [linter.examine(source) for source in sources]
    return linter.compare([source.path for source in sources], examined)


def make_linter(settings: Settings) -> Linter:
    """The linter for some settings; the same one as long as the rule files stay as they are."""
    return _make_linter(_Key(settings))


def forget_linters() -> None:
    """Put linters together anew from now on: a rule file of the user's own may have changed."""
    _make_linter.cache_clear()


class _Key:
    """Settings as a key of the linters made; what they hold is compared, for it has no hash."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._encoded = msgspec.msgpack.encode(settings)

    def __hash__(self) -> int:
        return hash(self._encoded)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self._encoded == other._encoded


@lru_cache(maxsize=16)
def _make_linter(key: _Key) -> Linter:
    settings = key.settings
    rulebook = load_rulebook([Path(settings.root, path) for path in settings.rule_paths])
    return Linter(rulebook, settings)
