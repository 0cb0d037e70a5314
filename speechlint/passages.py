"""Knowing a passage again after a draft was edited: by what it says and where it belongs.

Neither lines nor numbers count: they change when something is added above.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TypeVar
from unicodedata import normalize
from zlib import adler32, crc32

from speechlint.draft import Draft
from speechlint.source import Span
from speechlint.syntax.nodes import Document, Item, Leaf, List

Node = TypeVar("Node", Document, Item, Leaf | List)

_SPACE = re.compile(r"\s+")


_LONGEST = 2_000
"""A paragraph longer than this, in code points, is known by what stands next to the finding."""

_AROUND = 60


class Passages:
    """The passages of one draft."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._normalised: dict[Span, str] = {}

    def fingerprint(self, code: str, span: Span) -> str:
        """What tells a finding: its rule, the headings above it, and the words of its paragraph."""
        source = self._draft.source
        items = list(self._items_above(span.start))
        passage = source.line_span(source.position(span.start).line)
        for item in items:
            # The number of an item is no part of what it says.
            if passage.start <= item.marker.span.start and item.marker.span.end <= passage.end:
                passage = Span(item.marker.span.end, passage.end)
        if len(passage) > _LONGEST:
            start = max(passage.start, span.start - _AROUND)
            passage = Span(start, min(passage.end, span.start + _AROUND))
        headings = [self._normalise(item.heading.span) for item in items]
        parts = (code, *headings, self._normalise(passage))
        data = "\n".join(parts).encode("utf-8", "replace")
        # Two checksums tell the passages of a draft apart; a digest would have OpenSSL loaded.
        return f"{crc32(data):08x}{adler32(data):08x}"

    def _items_above(self, offset: int) -> Iterator[Item]:
        """The items in which a place lies, the outermost first."""
        found: Document | Item | None = _covering(self._draft.outline.documents, offset)
        while found is not None:
            below = _covering(found.children, offset)
            found = _covering(below.items, offset) if isinstance(below, List) else None
            if found is not None:
                yield found

    def _normalise(self, span: Span) -> str:
        span = Span(span.start, min(span.end, span.start + _LONGEST))
        if span not in self._normalised:
            words = normalize("NFKC", span.of(self._draft.prose))
            self._normalised[span] = _SPACE.sub("", words)
        return self._normalised[span]


def _covering(nodes: Sequence[Node], offset: int) -> Node | None:
    """The node in which a place lies; nodes are in the order of the text."""
    at = bisect_right(nodes, offset, key=lambda node: node.span.start) - 1
    return nodes[at] if at >= 0 and nodes[at].span.holds(offset) else None
