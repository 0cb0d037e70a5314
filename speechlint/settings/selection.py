"""Which rules the settings choose, each with its check and its severity, ready to run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

import msgspec

from speechlint.checks import find_check
from speechlint.checks.base import Check
from speechlint.decoding import decode
from speechlint.diagnostic import Severity
from speechlint.errors import SettingsError
from speechlint.rulebook import ALL, Rule, Rulebook
from speechlint.settings.settings import Settings

T = TypeVar("T")

_EXACT = 3
"""The rank of a selector that names one rule; a group of codes has 2, ``ALL`` has 1."""


class ChosenRule(msgspec.Struct, frozen=True):
    """A rule that a run applies.

    Attributes:
        severity: given by the user in place of the rule's own, or none.
        fixable: whether its fixes are offered.
    """

    rule: Rule
    check: Check
    severity: Severity | None
    fixable: bool


def choose_rules(rulebook: Rulebook, settings: Settings) -> tuple[ChosenRule, ...]:
    """The rules that the settings choose, sorted by code.

    Raises:
        SettingsError: a selector stands for no rule, or a parameter doesn't fit.
    """
    codes = _Codes(rulebook, settings)
    selected = codes.ranked("select", settings.select)
    selected |= codes.ranked("extend-select", settings.extend_select, selected)
    ignored = codes.ranked("ignore", settings.ignore)
    fixable = codes.ranked("fixable", settings.fixable)
    severities = codes.by_rule("severity", settings.severity)
    overrides = codes.by_rule("rules", settings.rules)
    for pattern, selectors in settings.per_file_ignores.items():
        codes.ranked("per-file-ignores", selectors, part=f".{pattern}")
    chosen = []
    for rule in rulebook:
        rank = selected.get(rule.code, 0)
        wanted = rank > ignored.get(rule.code, 0)
        if rule.preview and not settings.preview and rank < _EXACT:
            wanted = False
        # A parameter that doesn't fit is an error even where its rule is not applied.
        if wanted or rule.code in overrides:
            check = _make_check(rule, overrides.get(rule.code, {}), settings)
            if wanted:
                severity = severities.get(rule.code)
                chosen.append(ChosenRule(rule, check, severity, rule.code in fixable))
    return tuple(chosen)


def _make_check(rule: Rule, overrides: Mapping[str, object], settings: Settings) -> Check:
    """The check of a rule with the user's parameters and fixed phrases."""
    kind = find_check(rule.check)
    takes_slogans = bool(settings.slogans) and "slogans" in kind.__struct_fields__
    if not overrides and not takes_slogans:
        return rule.make_check()
    params = {**rule.read_params(), **overrides}
    if takes_slogans:
        own = params.get("slogans")
        params["slogans"] = [*(own if isinstance(own, list) else ()), *settings.slogans]
    key = f"{settings.origin('rules')}.{rule.code}"
    return decode(params, kind, where="", error=SettingsError, key=key)


def _rank(selector: str, matches: frozenset[str]) -> int:
    """How specific a selector is: everything, a group of codes, one rule."""
    if selector == ALL:
        return 1
    return 2 if selector not in matches and selector.isupper() else _EXACT


class _Codes:
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
