"""Headings of items: with nothing under them, ending otherwise, or not on a line of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import ClassVar

from speechlint.checks.base import Check
from speechlint.checks.heading_forms import FULL_STOP, has_text_below, is_run_in
from speechlint.checks.wording import name_marker, point_to
from speechlint.diagnostic import Edit, Finding
from speechlint.draft import Draft
from speechlint.source import Span
from speechlint.syntax.nodes import Item, Marker, Style

_INK = re.compile(r"\S")
_NOTE = r"(?s)<!--.*?(?:-->|\Z)"
_UNFINISHED = "；;，,、：:"
"""Signs that a heading doesn't end with: such a line is a member of an enumeration."""

_LONGEST_RUN_IN = 30
"""Characters of a heading on the line of its text; a longer sentence may be a text itself."""

_SHORTEST_BODY = 8
"""Characters of the text on that line."""


class HeadingFault(str, Enum):
    """What is wrong with a heading."""

    EMPTY = "empty"
    ENDING = "ending"


class Headings(Check, frozen=True):
    """Finds headings that differ from their siblings where they should not.

    Attributes:
        fault: ``empty`` is a heading with nothing under it, where most siblings have something;
            ``ending`` is the only one of the siblings with, or without, a full stop, or the only
            one on a line of its own, or on the line of its text.
        styles: the styles to look at; all when empty.
        longest: how many characters a heading may have; a longer line is a text, unless the format
            of the draft marks it as a heading.
    """

    facts = frozenset({"marker", "heading"})
    roles: ClassVar[dict[str, frozenset[str]]] = {"sibling": frozenset({"marker"})}
    variants = frozenset({"extra", "own-line", "run-in"})

    fault: HeadingFault
    styles: tuple[Style, ...] = ()
    longest: int = 40

    def run(self, draft: Draft) -> Iterator[Finding]:
        """Findings in the order of the text."""
        find = self._find_empty if self.fault is HeadingFault.EMPTY else self._find_ending
        for placed in draft.lists:
            items = placed.series.items
            wanted = not self.styles or items[0].marker.style in self.styles
            if wanted and len(items) > 1 and not items[0].marker.inline:
                yield from find(draft, items)

    def _find_empty(self, draft: Draft, items: Sequence[Item]) -> Iterator[Finding]:
        if len(items) < 3 and any(item.heading.stop for item in items):
            return
        text = draft.text
        full = [_has_body(draft, item) for item in items]
        if 2 * sum(full) < len(items):
            return
        sibling = items[full.index(True)]
        for item, has_body in zip(items, full, strict=True):
            if has_body:
                sibling = item
            elif self._is_heading(text, item):
                yield _describe(text, item, sibling)

    def _find_ending(self, draft: Draft, items: Sequence[Item]) -> Iterator[Finding]:
        text = draft.text
        if len(items) < 3:
            return
        if not all(self._is_heading(text, item) for item in items):
            yield from self._find_layout(text, items)
            return
        stopped = [item for item in items if item.heading.stop == FULL_STOP]
        bare = [item for item in items if not item.heading.stop]
        odd, usual = (stopped, bare) if len(stopped) < len(bare) else (bare, stopped)
        if len(odd) == 1 and len(usual) > 1:
            end = odd[0].heading.span.end
            extra = odd is stopped
            edit = Edit(Span(end, end + extra), "" if extra else FULL_STOP)
            yield _describe(text, odd[0], usual[0], (edit,), "extra" if extra else "")

    def _find_layout(self, text: str, items: Sequence[Item]) -> Iterator[Finding]:
        """The one heading on a line of its own, or the one that is not; all have plain texts."""
        own = [item for item in items if self._is_heading(text, item) and has_text_below(item)]
        run_in = [item for item in items if is_run_in(text, item, _LONGEST_RUN_IN, _SHORTEST_BODY)]
        if len(own) + len(run_in) < len(items):
            return
        odd, usual = (own, run_in) if len(own) < len(run_in) else (run_in, own)
        if len(odd) == 1 and len(usual) > 1:
            yield _describe(text, odd[0], usual[0], (), "own-line" if odd is own else "run-in")

    def _is_heading(self, text: str, item: Item) -> bool:
        """Whether an item begins with a heading on a line of its own."""
        heading = item.heading
        if heading.run_in or item.marker.inline or heading.styled is False:
            return False
        return bool(heading.styled) or (
            0 < len(heading.span) <= self.longest and text[heading.span.end - 1] not in _UNFINISHED
        )


def _has_body(draft: Draft, item: Item) -> bool:
    """Whether anything follows the heading of an item."""
    heading = item.heading
    if heading.run_in:
        return True
    end = heading.span.end + len(heading.stop)
    if _INK.search(draft.text, end, item.span.end):
        return True
    return _shows_more(draft, end) or _heads_list(draft, item.marker, end)


def _heads_list(draft: Draft, marker: Marker, end: int) -> bool:
    """Whether what follows a heading is a list from its first item, with markers like its own.

    Under the last heading 3. a list that begins with 1. stands beside it in the outline, not below.
    """
    following = _INK.search(draft.text, end)
    beginnings = draft.recall("beginnings of lists", lambda: dict(_beginnings(draft)))
    return following is not None and beginnings.get(following.start()) == marker.kind


def _beginnings(draft: Draft) -> Iterator[tuple[int, tuple[Style, str]]]:
    """Where the lists begin that begin with their first item, and their kind of marker."""
    for placed in draft.lists:
        first = placed.series.items[0].marker
        if first.ordinal == 1:
            yield first.span.start, first.kind


def _shows_more(draft: Draft, start: int) -> bool:
    """Whether a reader sees anything on the lines below a heading that the linter doesn't read.

    A picture of Markdown is such a thing, or a fenced form; a comment is not.
    """
    if draft.text == draft.source.text:
        return False
    following = _INK.search(draft.text, start)
    seen = draft.source.text[start : following.start() if following else len(draft.text)]
    below = re.sub(_NOTE, "", seen).splitlines()[1:]
    return any(re.search(r"\w", line) for line in below)


def _describe(
    text: str, item: Item, sibling: Item, edits: tuple[Edit, ...] = (), variant: str = ""
) -> Finding:
    heading = item.heading
    span = Span(item.marker.span.start, heading.span.end + len(heading.stop))
    facts = (("marker", name_marker(text, item.marker)), ("heading", heading.span.of(text)))
    return Finding(span, facts, (point_to(text, sibling.marker, "sibling"),), edits, variant)
