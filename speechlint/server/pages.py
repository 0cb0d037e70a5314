"""The pages of rules, as files that any editor can open."""

from __future__ import annotations

from pathlib import Path

from pygls.uris import from_fs_path

from speechlint import __version__
from speechlint.cache import keep_file
from speechlint.reports import rule_markdown
from speechlint.rulebook import Language, Rule, Rulebook


class RulePages:
    """Writes the page of a rule when it is first needed."""

    def __init__(self) -> None:
        self._written: dict[tuple[str, Language], str] = {}

    def uri(self, rule: Rule, language: Language) -> str:
        """The name of a rule's page; empty where no folder takes it."""
        key = rule.code, language
        found = self._written.get(key)
        if found is None or not found:
            found = self._written[key] = self._write(rule, language)
        return found

    def uri_of(self, code: str, rulebook: Rulebook, language: Language) -> str:
        """The same for a code; empty where there is no such rule."""
        rule = rulebook.find(code)
        return self.uri(rule, language) if rule else ""

    @staticmethod
    def _write(rule: Rule, language: Language) -> str:
        page = rule_markdown.render(rule, language)
        name = f"rule-{rule.code}-{language}-{__version__}.md"
        path = keep_file(name, page.encode())
        return (from_fs_path(str(Path(path).absolute())) or "") if path else ""
