"""Spans of a text: cut to what they show, looked up in a list, shown in a message."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from speechlint.source import Span


def trim(span: Span, text: str) -> Span:
    """A span without the blanks at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def touches(spans: Sequence[Span], span: Span) -> bool:
    """Whether one of some spans, which are in order and apart, overlaps another span."""
    nearest = bisect_left(spans, span.end, key=lambda one: one.start) - 1
    return nearest >= 0 and spans[nearest].end > span.start


def shorten(text: str, most: int) -> str:
    """A text for a message: its begin, when it is too long."""
    return text if len(text) <= most else f"{text[:most]}…"
