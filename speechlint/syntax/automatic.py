"""Markers that a word processor draws by itself are marked as such: no edit can change them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from speechlint.source import Span
from speechlint.syntax.items import change_items
from speechlint.syntax.nodes import Item, Leaf, List


def mark_automatic(
    children: tuple[Leaf | List, ...], automatic: Sequence[Span]
) -> tuple[Leaf | List, ...]:
    """Give the same nodes, with the markers that begin in one of some sorted spans marked."""
    starts = [span.start for span in automatic]

    def mark(item: Item) -> Item:
        place = bisect_right(starts, item.span.start) - 1
        drawn = place >= 0 and automatic[place].holds(item.span.start)
        return replace(item, marker=replace(item.marker, automatic=drawn))

    return change_items(children, mark)
