"""A rule as a page of Markdown, for editors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from speechlint.reports.look import Look
from speechlint.rulebook import Language, Rule

_LINE_END = re.compile(r"(?<!\n)((?<=[。：）]))?\n(?!\n)")


def render(rule: Rule, language: Language) -> str:
    """The rule with its reasons and its examples."""
    look = Look(language=language, width=0)
    return "\n".join(_lines(rule, look)) + "\n"


def render_short(rule: Rule, language: Language) -> str:
    """The rule without its examples."""
    return "\n".join(_head(rule, Look(language=language, width=0))) + "\n"


def explanation(rule: Rule, language: Language) -> str:
    """The reasons of a rule, a paragraph a line; what is a line of its own in Chinese stays one.

    Chinese has no spaces, which Markdown would put where a line goes on below.
    """
    text = rule.explain.speak(language).strip()
    if language == "en":
        return _LINE_END.sub(" ", text)
    return _LINE_END.sub(lambda found: "  \n" if found[1] is not None else "", text)


def _head(rule: Rule, look: Look) -> Iterator[str]:
    yield f"# {rule.code} {rule.name}"
    yield ""
    preview = look.say("，试行", ", preview") if rule.preview else ""
    yield f"**{look.severity(rule.severity)}{preview}**"
    yield ""
    yield explanation(rule, look.language)


def _lines(rule: Rule, look: Look) -> Iterator[str]:
    yield from _head(rule, look)
    yield from _examples(look.say("有问题", "Bad"), rule.examples.bad)
    yield from _examples(look.say("没有问题", "Good"), rule.examples.good)


def _examples(heading: str, drafts: Iterable[str]) -> Iterator[str]:
    for draft in drafts:
        yield from ("", f"## {heading}", "", "~~~text", draft.strip("\n"), "~~~")
