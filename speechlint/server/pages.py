"""The pages of rules, as an editor can open them."""

from __future__ import annotations

from speechlint.reports.rule_page import page_address
from speechlint.rulebook import Language, Rule, Rulebook


class RulePages:
    """Finds the page of a rule when it is first needed."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, Language], tuple[Rule, str]] = {}

    def uri(self, rule: Rule, language: Language) -> str:
        """The name of a rule's page; empty where no folder takes it."""
        key = rule.code, language
        kept, address = self._found.get(key, (None, ""))
        if kept is not rule or not address:
            address = page_address(rule, language)
            self._found[key] = rule, address
        return address

    def uri_of(self, code: str, rulebook: Rulebook, language: Language) -> str:
        """The same for a code; empty where there is no such rule."""
        rule = rulebook.find(code)
        return self.uri(rule, language) if rule else ""
