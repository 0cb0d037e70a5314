"""Markers that a word processor draws by itself are marked as such: no edit can change them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from speechlint.source import Span
from speechlint.syntax.nodes import Item, Leaf, List


def mark_automatic(
    children: tuple[Leaf | List, ...], automatic: Sequence[Span]
) -> tuple[Leaf | List, ...]:
    """Give the same nodes, with the markers that begin in one of some sorted spans marked."""
    starts = [span.start for span in automatic]

    def is_automatic(item: Item) -> bool:
        place = bisect_right(starts, item.span.start) - 1
        return place >= 0 and automatic[place].holds(item.span.start)

    def mark(node: Leaf | List) -> Leaf | List:
        if isinstance(node, Leaf):
            return node
        return replace(node, items=tuple(mark_item(item) for item in node.items))

    def mark_item(item: Item) -> Item:
        marker = replace(item.marker, automatic=is_automatic(item))
        return replace(item, marker=marker, children=tuple(map(mark, item.children)))

    return tuple(map(mark, children))
