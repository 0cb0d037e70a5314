"""A rule as a page of Markdown, for editors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from speechlint.reports.look import Look
from speechlint.rulebook import Language, Rule


def render(rule: Rule, language: Language) -> str:
    """The rule with its reasons and its examples."""
    look = Look(language=language, width=0)
    return "\n".join(_lines(rule, look)) + "\n"


def render_short(rule: Rule, language: Language) -> str:
    """The rule without its examples."""
    return "\n".join(_head(rule, Look(language=language, width=0))) + "\n"


def _head(rule: Rule, look: Look) -> Iterator[str]:
    yield f"# {rule.code} {rule.name}"
    yield ""
    preview = look.say("，试行", ", preview") if rule.preview else ""
    yield f"**{look.severity(rule.severity)}{preview}**"
    yield ""
    yield rule.explain.speak(look.language).strip()


def _lines(rule: Rule, look: Look) -> Iterator[str]:
    yield from _head(rule, look)
    yield from _examples(look.say("有问题", "Bad"), rule.examples.bad)
    yield from _examples(look.say("没有问题", "Good"), rule.examples.good)


def _examples(heading: str, drafts: Iterable[str]) -> Iterator[str]:
    for draft in drafts:
        yield from ("", f"## {heading}", "", "~~~text", draft.strip("\n"), "~~~")
