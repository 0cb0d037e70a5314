"""Where in an outline an offset lies."""

from __future__ import annotations

import msgspec

from speechlint.draft import Draft
from speechlint.syntax.nodes import Document, Item, List, Outline


class Step(msgspec.Struct, frozen=True):
    """An item on the way down to a place, with the list it belongs to."""

    series: List
    item: Item


def document_at(outline: Outline, offset: int) -> Document:
    """The document in which an offset lies; the last one for the end of the text."""
    documents = [one for one in outline.documents if one.span.start <= offset]
    return documents[-1] if documents else outline.documents[0]


def path_to(outline: Outline, offset: int) -> list[Step]:
    """The items that an offset lies in, the outermost first."""
    steps: list[Step] = []
    node: Document | Item = document_at(outline, offset)
    while True:
        inside = (
            Step(series, item)
            for series in node.lists
            if series.span.start <= offset < series.span.end
            for item in series.items
            if item.span.start <= offset < item.span.end
        )
        step = next(inside, None)
        if step is None:
            return steps
        steps.append(step)
        node = step.item


def path_ahead(outline: Outline, offset: int) -> list[Step]:
    """The items that are open where something would be added at an offset, the outermost first."""
    steps: list[Step] = []
    node: Document | Item = document_at(outline, max(offset - 1, 0))
    while True:
        begun = [
            Step(series, item)
            for series in node.lists
            if series.span.start < offset
            for item in series.items
            if item.span.start < offset
        ]
        if not begun:
            return steps
        steps.append(begun[-1])
        node = begun[-1].item


def written_end(draft: Draft, start: int, end: int) -> int:
    """Where what is written between two offsets ends: blank lines after it don't count."""
    return start + len(draft.text[start:end].rstrip())


def name_of_item(draft: Draft, item: Item) -> str:
    """Marker and heading, on one line."""
    marker = item.marker.span.of(draft.text)
    heading = item.heading.span.of(draft.text)
    return " ".join(f"{marker}{heading}".split())
