"""Rules as JSON, in both languages, for programs that explain findings."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from speechlint.diagnostic import Applicability, Severity
from speechlint.reports.rule_page import page_address
from speechlint.rulebook import Examples, Language, Rule, Wording


class JsonRule(msgspec.Struct, frozen=True):
    """A rule; ⟦marks⟧ in its bad examples show the places of findings."""

    code: str
    name: str
    group: str
    severity: Severity
    preview: bool
    since: str
    fix: Applicability | None
    check: str
    params: dict[str, object]
    message: Wording
    explain: Wording
    examples: Examples
    page: str


class JsonRules(msgspec.Struct, frozen=True):
    """All rules asked for."""

    schema: int
    rules: tuple[JsonRule, ...]


def render(rules: Iterable[Rule], language: Language) -> str:
    """One JSON document, on one line; the page is the one in a language."""
    listed = tuple(
        JsonRule(
            code=rule.code,
            name=rule.name,
            group=rule.group,
            severity=rule.severity,
            preview=rule.preview,
            since=rule.since,
            fix=rule.fix,
            check=rule.check,
            params=rule.read_params(),
            message=rule.message,
            explain=rule.explain,
            examples=rule.examples,
            page=page_address(rule, language),
        )
        for rule in rules
    )
    return msgspec.json.encode(JsonRules(schema=1, rules=listed)).decode()
