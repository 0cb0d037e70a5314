"""What a site puts ahead of a speech to sell it: a sentence of the text, and 下面是……为您推荐."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import ClassVar

from speechlint.checks.base import Check
from speechlint.checks.patterns import compile_pattern, lines_of, spot
from speechlint.checks.spans import shorten, touches, trim
from speechlint.checks.spotting import matches_near
from speechlint.diagnostic import Finding, Partner
from speechlint.draft import Draft
from speechlint.source import Span
from speechlint.syntax.nodes import Document

_WORDS = ("小编", "为您", "为大家", "给大家", "给您")
_OFFER = (
    r"(?:下面|以下|这里|今天)[^\n。！？]{0,24}小编[^\n。！？]{0,60}[。！？]?"
    r"|(?:下面|以下|这里)(?:就?是|为)[^\n。！？]{0,20}(?:为|给)(?:您|大家)[^\n。！？]{0,12}"
    r"(?:整理|推荐|搜集|收集|精选|分享|带来)[^\n。！？]{0,40}"
    r"(?:范文|讲话|发言|文章|模板|报告|全文|心得|稿|阅读|参考)[^\n。！？]{0,30}[。！？]?"
)
_SENTENCE = "[^。！？\n]+[。！？]?"
_SHORTEST = 15
"""How long a sentence must be, in code points, to tell a copy from a phrase."""
_SHOWN = 24
_LONGEST = 600
"""How long a teaser may be, in code points."""


class Teaser(Check, frozen=True):
    """An offer of the text, with the sentences ahead of it that were copied from the text.

    Sentences copied to a place ahead of the salutation are a teaser even without an offer.
    """

    facts = frozenset({"text"})
    roles: ClassVar[dict[str, frozenset[str]]] = {"original": frozenset()}
    variants = frozenset({"copy"})
    needs_structure = False

    def run(self, draft: Draft) -> Iterator[Finding]:
        """Findings in the order of the text."""
        yield from sorted(
            [*self._offers(draft), *self._copies(draft)], key=lambda finding: finding.span
        )

    def _offers(self, draft: Draft) -> Iterator[Finding]:
        text = lines_of(draft)
        for offer in _offers(draft):
            lead = _lead(text, offer.start)
            original = _original(text, lead, offer.end) if lead else None
            start = lead.start if lead and original else offer.start
            yield _finding(Span(start, offer.end), text, "", original)

    def _copies(self, draft: Draft) -> Iterator[Finding]:
        offers = _offers(draft)
        for document in draft.outline.documents:
            for span in _ahead_of_salutation(document):
                if len(span) <= _LONGEST and not touches(offers, span):
                    original = _original(draft.text, span, span.end, document.span.end)
                    if original:
                        yield _finding(span, draft.text, "copy", original)


def _lead(text: str, end: int) -> Span | None:
    """What stands ahead of an offer in its line, unless that is too long for a teaser."""
    start = text.rfind("\n", max(0, end - _LONGEST), end) + 1
    return trim(Span(start, end), text) if start or end <= _LONGEST else None


def offer_lines(draft: Draft) -> list[Span]:
    """The lines in which a site offers the text, up to the end of the offer."""
    text = lines_of(draft)
    return [Span((_lead(text, offer.start) or offer).start, offer.end) for offer in _offers(draft)]


def _offers(draft: Draft) -> tuple[Span, ...]:
    return draft.recall("offers", lambda: _find_offers(draft))


def _find_offers(draft: Draft) -> tuple[Span, ...]:
    places = [place for place, _ in spot(draft, _WORDS)]
    if not places:
        return ()
    found = matches_near(compile_pattern(_OFFER), lines_of(draft), places)
    return tuple(Span(*offer.span()) for offer in found)


def _ahead_of_salutation(document: Document) -> tuple[Span, ...]:
    if document.salutation is None:
        return ()
    first = bisect_right(document.paragraphs, document.salutation)
    return document.paragraphs[: min(first, 3)]


def _original(text: str, lead: Span, start: int, end: int | None = None) -> Span | None:
    """Where the sentences of a lead stand again, if every one that is long enough does."""
    first = None
    for sentence in re.compile(_SENTENCE).finditer(text, lead.start, lead.end):
        words = sentence.group().strip()
        if len(words) < _SHORTEST:
            continue
        again = text.find(words.rstrip("。！？….　 "), start, len(text) if end is None else end)
        if again < 0:
            return None
        first = first or Span(again, again + len(words))
    return first


def _finding(span: Span, text: str, variant: str, original: Span | None) -> Finding:
    facts = (("text", shorten(span.of(text), _SHOWN)),)
    partners = (Partner(original, "original"),) if original else ()
    return Finding(span, facts, partners, variant=variant)
