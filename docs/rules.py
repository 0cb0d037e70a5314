"""A page a rule, and the list of them, in each language, from the rulebook."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

from docs.markdown import plain, table
from docs.rule_words import RULE_WORDS
from speechlint.diagnostic import Applicability, Severity
from speechlint.linter import lint_all
from speechlint.reports.rule_markdown import explanation
from speechlint.rulebook import Language, Rule, load_rulebook
from speechlint.settings import Settings
from speechlint.settings.values import toml_value
from speechlint.source import Source

GROUPS = {
    "numbering": ("序号", "Numbering"),
    "counts": ("数目", "Counts"),
    "parts": ("成分", "Parts"),
    "parallelism": ("对仗", "Parallelism"),
    "placeholders": ("占位", "Placeholders"),
    "residue": ("残留", "Residue"),
    "punctuation": ("标点", "Punctuation"),
    "duplicates": ("重复", "Duplicates"),
    "words": ("用词", "Words"),
    "suppression": ("注释", "Directives"),
}
"""The folders of rules, by their names in Chinese and English, in the order of the lists."""

_LONGEST_VALUE = 120

_SEVERITIES = {
    Severity.ERROR: ("错误", "error"),
    Severity.WARNING: ("警告", "warning"),
    Severity.INFO: ("提示", "info"),
}
_FIXES = {
    None: "—",
    Applicability.SAFE: "`--fix`",
    Applicability.UNSAFE: "`--unsafe-fixes`",
}
_PLACES: dict[Language, int] = {"zh": 0, "en": 1}


def by_group() -> list[Rule]:
    """All rules, group by group."""
    return sorted(load_rulebook(), key=lambda rule: list(GROUPS).index(rule.group))


def rule_pages(language: Language) -> Iterator[tuple[str, str]]:
    """The code and the page of every rule."""
    for rule in load_rulebook():
        yield rule.code, _page(rule, language)


def rule_index(language: Language) -> str:
    """All rules, by group."""
    place, words = _PLACES[language], RULE_WORDS[language]
    parts = [words.all_rules, "", words.about]
    for group, members in groupby(by_group(), key=lambda rule: rule.group):
        rows = [
            (
                f"[{rule.code}]({rule.code}.md)",
                rule.name + (words.preview if rule.preview else ""),
                _SEVERITIES[rule.severity][place],
                _FIXES[rule.fix],
                plain(_example_message(rule, language)),
            )
            for rule in members
        ]
        parts += ["", f"## {GROUPS[group][place]}", "", table(words.head, rows)]
    return "\n".join(parts) + "\n"


def _page(rule: Rule, language: Language) -> str:
    words = RULE_WORDS[language]
    parts = [f"# {rule.code} {rule.name}", "", *_facts(rule, language), ""]
    parts += [plain(explanation(rule, language)), ""]
    parts += [f"## {words.bad}", "", *map(_draft, rule.examples.bad), ""]
    parts += [f"## {words.good}", "", *map(_draft, rule.examples.good), ""]
    params = rule.read_params()
    if params:
        rows = [(f"`{key}`", _value(value)) for key, value in params.items()]
        parts += [f"## {words.params}", "", table(words.param_head, rows), ""]
        parts += [words.changing.format(rule.code), ""]
    return "\n".join(parts)


def _example_message(rule: Rule, language: Language) -> str:
    """What the rule says of its first bad example."""
    text = rule.examples.bad[0].replace("⟦", "").replace("⟧", "")
    settings = Settings(preview=True, language=language)
    found = lint_all([Source("draft.txt", text)] * 2, settings)
    messages = (one.message for one in found[0] + found[1] if one.code == rule.code)
    return next(messages, rule.message.speak(language))


def _facts(rule: Rule, language: Language) -> list[str]:
    words = RULE_WORDS[language]
    severity = _SEVERITIES[rule.severity][_PLACES[language]]
    facts = [words.severity.format(severity), words.fix.format(_FIXES[rule.fix])]
    facts.append(words.since.format(rule.since))
    if rule.preview:
        facts.append(words.off)
    return [f"> {plain(_example_message(rule, language))}", "", " · ".join(facts)]


def _value(value: object) -> str:
    written = toml_value(value)
    if len(written) > _LONGEST_VALUE:
        written = written[:_LONGEST_VALUE] + " …"
    return f"`` {written.replace('|', chr(92) + '|')} ``"


def _draft(text: str) -> str:
    """An example with its marked places; an empty place shows as a thin bar."""
    marked = escape(text.strip("\n"), quote=False)
    marked = marked.replace("⟦⟧", '<mark class="place">&#8203;</mark>')
    marked = marked.replace("⟦", "<mark>").replace("⟧", "</mark>")
    # A blank line would end the block, and Markdown would read what follows.
    marked = marked.replace("\n", "&#10;")
    return f'<pre class="example"><code>{marked}</code></pre>\n'
