"""Which rules the settings choose, each with its check and its severity, ready to run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, partial

import msgspec

from speechlint.checks import find_check
from speechlint.checks.base import Check
from speechlint.decoding import decode
from speechlint.diagnostic import Diagnostic, Finding, Severity
from speechlint.errors import SettingsError
from speechlint.rulebook import Language, Rule, Rulebook
from speechlint.settings.codes import EXACT, Codes
from speechlint.settings.settings import Settings


class ChosenRule:
    """A rule that a run applies.

    Attributes:
        severity: given by the user in place of the rule's own, or none.
        fixable: whether its fixes are offered.
    """

    def __init__(
        self, rule: Rule, make: Callable[[], Check], severity: Severity | None, *, fixable: bool
    ) -> None:
        self.rule = rule
        self.severity = severity
        self.fixable = fixable
        self._make = make

    @cached_property
    def check(self) -> Check:
        """Its check, imported when it is first asked for: earlier results may do without it."""
        return self._make()

    def describe(self, finding: Finding, language: Language) -> Diagnostic:
        """A finding of its check as a reader sees it."""
        diagnostic = self.rule.describe(finding, language, self.severity)
        if self.fixable or diagnostic.fix is None:
            return diagnostic
        return msgspec.structs.replace(diagnostic, fix=None)


def choose_rules(rulebook: Rulebook, settings: Settings) -> tuple[ChosenRule, ...]:
    """The rules that the settings choose, sorted by code.

    Raises:
        SettingsError: a selector stands for no rule, or a parameter doesn't fit.
    """
    codes = Codes(rulebook, settings)
    selected = codes.ranked("select", settings.select)
    selected |= codes.ranked("extend-select", settings.extend_select, selected)
    ignored = codes.ranked("ignore", settings.ignore)
    fixable = codes.ranked("fixable", settings.fixable)
    severities = codes.by_rule("severity", settings.severity)
    overrides = codes.by_rule("rules", settings.rules)
    chosen = []
    for rule in rulebook:
        rank = selected.get(rule.code, 0)
        wanted = rank > ignored.get(rule.code, 0)
        if rule.preview and not settings.preview and rank < EXACT:
            wanted = False
        params = overrides.get(rule.code, {})
        one = ChosenRule(
            rule,
            partial(_make_check, rule, params, settings),
            severities.get(rule.code),
            fixable=rule.code in fixable,
        )
        if params:
            # What doesn't fit is an error at once, and even where the rule is not applied.
            _make_check(rule, params, settings)
        if wanted:
            chosen.append(one)
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
    check = decode(params, kind, where="", error=SettingsError, key=key)
    try:
        check.verify()
    except ValueError as problem:
        raise SettingsError(f"{key}: {problem}", f"{key}：{problem}") from problem
    return check
