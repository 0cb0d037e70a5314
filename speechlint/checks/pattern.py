"""Whatever a regular expression can find: the check behind most rules of a user's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from speechlint.checks.base import Check
from speechlint.checks.patterns import Exempt, Form, find_forms, lines_of, verify_patterns
from speechlint.checks.spans import shorten, trim
from speechlint.diagnostic import Finding
from speechlint.draft import Draft
from speechlint.source import Span

_SHOWN = 24
"""How much of a place a message shows, in code points."""

_SENTENCE_END = "[。！？；\n]"


class Pattern(Check, frozen=True):
    """Places that match any of some regular expressions.

    Attributes:
        any_of: the expressions, with or without the words they need; ``^`` and ``$`` mean the
            begin and the end of a line.
        unless: expressions for what is right though it matches: a match that one of theirs
            overlaps is left alone.
        reach: what is reported: the match, its sentence, or its line. Several matches in one
            sentence or line are one finding.
        line_limit: of a line longer than that, in code points, only the sentence is reported; nor
            does a sentence reach farther from the match.
        once: whether a document gets one finding, at the first place, with the number of all.
    """

    facts = frozenset({"text", "count"})
    needs_structure = False

    any_of: tuple[str | Form, ...]
    unless: tuple[str, ...] = ()
    reach: Literal["match", "sentence", "line"] = "match"
    line_limit: int = 120
    once: bool = False

    def verify(self) -> None:
        """See that the expressions can serve."""
        if not self.any_of:
            raise ValueError("any-of: wants at least one regular expression")
        verify_patterns([*(form.find for form in self._forms), *self.unless])

    @property
    def _forms(self) -> list[Form]:
        return [Form(form) if isinstance(form, str) else form for form in self.any_of]

    def run(self, draft: Draft) -> Iterator[Finding]:
        """Findings in the order of the text."""
        matches = self._matches(draft)
        spans = self._places(matches, lines_of(draft)) if matches else iter(())
        for group in _by_document(draft, spans) if self.once else ([span] for span in spans):
            text = shorten(group[0].of(draft.prose), _SHOWN)
            yield Finding(group[0], (("text", text), ("count", len(group))))

    def _matches(self, draft: Draft) -> list[Span]:
        """What the expressions match, in order; of overlapping matches the first and longest."""
        found = {Span(*match.span()) for _, match in find_forms(draft, self._forms)}
        return sorted(found, key=lambda span: (span.start, -span.end))

    def _places(self, matches: list[Span], text: str) -> Iterator[Span]:
        exempt = Exempt(self.unless, text)
        reached = 0
        last = Span(0, 0)
        for match in matches:
            if match.start < reached or exempt.covers(match):
                continue
            reached = match.end
            span = self._reach_from(match, text)
            if self.reach == "match":
                yield span
            elif span.start > last.end:
                if last.end:
                    yield last
                last = span
            else:
                last = Span(min(last.start, span.start), max(last.end, span.end))
        if last.end:
            yield last

    def _reach_from(self, match: Span, text: str) -> Span:
        if self.reach == "match":
            return match
        near = Span(max(0, match.start - self.line_limit), match.end + self.line_limit)
        start = text.rfind("\n", near.start, match.start) + 1
        end = text.find("\n", match.end, near.end)
        line = Span(start or near.start, end if end >= 0 else min(near.end, len(text)))
        if self.reach == "line" and len(line) <= self.line_limit:
            return trim(line, text)
        start = line.start
        for stop in re.compile(_SENTENCE_END).finditer(text, line.start, match.start):
            start = stop.end()
        after = re.compile(_SENTENCE_END).search(text, match.end - 1, line.end)
        return trim(Span(start, after.end() if after else line.end), text)


def _by_document(draft: Draft, spans: Iterator[Span]) -> Iterator[list[Span]]:
    """The spans of each document that has any, and those in notes."""
    waiting = list(spans)
    place = 0
    for text in draft.texts:
        first = place
        while place < len(waiting) and waiting[place].start < text.end:
            place += 1
        if place > first:
            yield waiting[first:place]
