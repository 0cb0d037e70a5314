"""From what users write to the codes of rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from speechlint.errors import SettingsError
from speechlint.rulebook import ALL, Rulebook
from speechlint.settings.settings import Settings

T = TypeVar("T")

EXACT = 3
"""The rank of a selector that names one rule; a group of codes has 2, ``ALL`` has 1."""


def _rank(selector: str, matches: frozenset[str]) -> int:
    """How specific a selector is: everything, a group of codes, one rule."""
    if selector == ALL:
        return 1
    return 2 if selector not in matches and selector.isupper() else EXACT


class Codes:
    """Turns what users write into codes; what stands for no rule is an error."""

    def __init__(self, rulebook: Rulebook, settings: Settings) -> None:
        self._rulebook = rulebook
        self._settings = settings

    def ranked(
        self,
        key: str,
        selectors: Iterable[str],
        others: Mapping[str, int] | None = None,
        part: str = "",
    ) -> dict[str, int]:
        """The codes that selectors stand for, each with the rank of the most specific one."""
        ranks: dict[str, int] = dict(others or {})
        for selector in selectors:
            matches = self._rulebook.select(selector)
            if not matches and selector != ALL:
                raise self._unknown(self._settings.origin(key) + part, selector)
            rank = _rank(selector, matches)
            for code in matches:
                ranks[code] = max(rank, ranks.get(code, 0))
        return ranks

    def by_rule(self, key: str, values: Mapping[str, T]) -> dict[str, T]:
        """Values by code; a group of codes gives its value to all, a single rule overrides it."""
        found: dict[str, T] = {}
        ranks: dict[str, int] = {}
        for selector, value in values.items():
            for code, rank in self.ranked(key, (selector,)).items():
                if rank >= ranks.get(code, 0):
                    found[code] = value
                    ranks[code] = rank
        return found

    def _unknown(self, where: str, selector: str) -> SettingsError:
        groups = ", ".join((ALL, *sorted({rule.prefix for rule in self._rulebook})))
        return SettingsError(
            f"{where}: there is no rule “{selector}”; "
            f"write a code, a name, or a group: {groups} (speechlint rule --all lists them)",
            f"{where}：没有“{selector}”这条规则；"
            f"可写规则代码、名称或类别：{groups}（speechlint rule --all 可列出全部规则）",
        )
