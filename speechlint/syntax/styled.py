"""Headings that the format of a draft marks as such: what would be guessed is then known.

A heading goes on to the end of its styled line, however long it is and whatever it ends with. Where
some items of a style are marked (（一） as heading 2) and others are not, the others are text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from speechlint.source import Span, StyledLine
from speechlint.syntax.items import change_items
from speechlint.syntax.nodes import Heading, Item, Leaf, LeafKind, List, Style

_STOPS = "。！？!?"
_FULL_STOP = "。"

Children = tuple[Leaf | List, ...]


def mark_headings(
    trees: Sequence[Children], headings: Sequence[StyledLine], text: str
) -> list[Children]:
    """Give the same trees, with what some sorted lines tell of the headings of items.

    Args:
        trees: the children of each document.
        headings: lines that are headings, no titles among them.
        text: the whole text.
    """
    starts = [line.span.start for line in headings]
    styles: set[Style] = set()

    def line_of(item: Item) -> Span | None:
        place = bisect_right(starts, item.span.start) - 1
        line = headings[place].span if place >= 0 else None
        return line if line and line.holds(item.span.start) and not item.marker.inline else None

    def mark(item: Item) -> Item:
        line = line_of(item)
        heading = None if line is None else _read_heading(item, line, text)
        if heading is None:
            return item
        styles.add(item.marker.style)
        return replace(item, heading=heading)

    def mark_text(item: Item) -> Item:
        is_text = (
            item.marker.style in styles
            and item.heading.styled is None
            and not item.marker.inline
            and line_of(item) is None
        )
        return replace(item, heading=replace(item.heading, styled=False)) if is_text else item

    marked = [change_items(tree, mark) for tree in trees]
    return [change_items(tree, mark_text) for tree in marked]


def _read_heading(item: Item, line: Span, text: str) -> Heading | None:
    """The heading of an item on a styled line; None where the line holds more than a heading.

    A writer may give the style to a whole paragraph: what follows a full stop in it is text.
    """
    beside = item.children[1] if len(item.children) > 1 else None
    if not isinstance(beside, Leaf) or beside.kind is not LeafKind.TEXT:
        return None
    words = text[beside.span.start : line.end]
    stripped = words.strip()
    if beside.span.end < line.end or not stripped or _FULL_STOP in stripped[:-1]:
        return None
    start = beside.span.start + len(words) - len(words.lstrip())
    stop = stripped[-1] if stripped[-1] in _STOPS else ""
    run_in = bool(text[line.end : beside.span.end].strip())
    return Heading(Span(start, start + len(stripped) - len(stop)), stop, run_in, styled=True)
