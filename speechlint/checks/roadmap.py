"""Whether a draft treats what its opening promises, and in that order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

import msgspec

from speechlint.checks.base import Check
from speechlint.diagnostic import Finding, Partner
from speechlint.draft import Draft
from speechlint.source import Span
from speechlint.syntax.nodes import Document, Item, List

_OPENING = 1500
_LEAST_TOPICS = 3
_ALIKE = 0.5
# 从产业发展、项目建设、民生保障三个方面
_ROADMAP = re.compile(
    r"(?:从|围绕|聚焦|就|重点)(?P<topics>[^，。；：！？、\r\n]{2,16}(?:、[^，。；：！？、\r\n]{2,16}){1,8}?)"
    r"(?:等|这)?(?:[三四五六七八九十]|\d{1,2})(?:个|大)?(?:方面|部分|问题|专题|环节)"
)
_TOPIC = re.compile(r"[^、“”]+")


class Topic(msgspec.Struct, frozen=True):
    """What the opening promises: where it says so, and the section that treats it, if any does."""

    span: Span
    section: int | None


class Roadmap(Check, frozen=True):
    """Compares the topics that an opening lists with the headings of the sections.

    Speaks only when all but one topic are found again among as many headings, or all of them but
    in another order: otherwise the list was no roadmap.
    """

    facts = frozenset({"topic"})
    roles: ClassVar[dict[str, frozenset[str]]] = {
        "section": frozenset({"heading"}),
        "unannounced": frozenset({"heading"}),
    }
    variants = frozenset({"order"})

    def run(self, draft: Draft) -> Iterator[Finding]:
        """At most one finding a document."""
        for document in draft.outline.documents:
            sections = next(document.lists, None)
            if sections is None or len(sections.items) < _LEAST_TOPICS:
                continue
            topics = _read_topics(draft.text, document, sections)
            if len(topics) == len(sections.items):
                yield from _compare(draft.text, topics, sections.items)


def _read_topics(text: str, document: Document, sections: List) -> tuple[Topic, ...]:
    """The topics that the text ahead of the sections lists, each with its section."""
    start = max(document.span.start, sections.span.start - _OPENING)
    found = _ROADMAP.search(text, start, sections.span.start)
    if found is None:
        return ()
    headings = [item.heading.span.of(text) for item in sections.items]
    return tuple(
        Topic(Span(*topic.span()), _find_section(topic.group(), headings))
        for topic in _TOPIC.finditer(text, found.start("topics"), found.end("topics"))
    )


def _find_section(topic: str, headings: Sequence[str]) -> int | None:
    """The heading that shares most with a topic, if it shares enough."""
    pairs = {topic[n : n + 2] for n in range(len(topic) - 1)}
    if not pairs:
        return None
    shares = [sum(pair in heading for pair in pairs) / len(pairs) for heading in headings]
    best = max(shares)
    return shares.index(best) if best >= _ALIKE else None


def _compare(text: str, topics: Sequence[Topic], items: Sequence[Item]) -> Iterator[Finding]:
    treated = {topic.section for topic in topics if topic.section is not None}
    untreated = [topic for topic in topics if topic.section is None]
    if len(treated) + len(untreated) < len(topics) or len(untreated) > 1:
        return  # two topics in one section, or a list of something else
    for topic in untreated:
        (unannounced,) = set(range(len(items))) - treated
        yield _report(text, topic, items[unannounced], "unannounced")
        return
    for number, topic in enumerate(topics):
        if topic.section is not None and topic.section != number:
            yield _report(text, topic, items[topic.section], "section", "order")
            return


def _report(text: str, topic: Topic, item: Item, role: str, variant: str = "") -> Finding:
    heading = item.heading.span
    return Finding(
        span=topic.span,
        facts=(("topic", topic.span.of(text)),),
        partners=(Partner(heading, role, (("heading", heading.of(text)),)),),
        variant=variant,
    )
