"""The outline of drafts as JSON; offsets from 0, in code points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from speechlint.source import Source, Span
from speechlint.syntax.groups import GroupKind
from speechlint.syntax.nodes import Document, Item, List, Outline, Style


class JsonTitle(msgspec.Struct, frozen=True):
    """The title of a document."""

    text: str
    start: int
    end: int


class JsonItem(msgspec.Struct, frozen=True):
    """An item with those under it; it starts with its marker."""

    marker: str
    style: Style
    ordinal: int
    start: int
    end: int
    heading: str
    children: tuple[JsonItem, ...]


class JsonDocument(msgspec.Struct, frozen=True):
    """One draft of a file."""

    title: JsonTitle | None
    genre: str
    start: int
    end: int
    items: tuple[JsonItem, ...]


class JsonPhrase(msgspec.Struct, frozen=True):
    """One of the phrases that share a frame, with what it puts into the slots.

    Attributes:
        fillers: one for each slot; none where the phrase breaks the frame.
    """

    text: str
    start: int
    end: int
    fillers: tuple[str, ...] | None


class JsonFrame(msgspec.Struct, frozen=True):
    """Phrases with the frame they share, □ for each slot."""

    kind: GroupKind
    frame: str
    phrases: tuple[JsonPhrase, ...]


class JsonOutline(msgspec.Struct, frozen=True):
    """A file with its drafts."""

    path: str
    documents: tuple[JsonDocument, ...]
    frames: tuple[JsonFrame, ...] | msgspec.UnsetType = msgspec.UNSET


class JsonOutlines(msgspec.Struct, frozen=True):
    """All files asked for."""

    schema: int
    files: tuple[JsonOutline, ...]


def render(outlines: Sequence[tuple[Source, Outline]], *, with_frames: bool = False) -> str:
    """One JSON document, on one line."""
    files = tuple(
        JsonOutline(
            source.path,
            tuple(_document(source.prose, one) for one in outline.documents),
            tuple(_frames(source, outline)) if with_frames else msgspec.UNSET,
        )
        for source, outline in outlines
    )
    return msgspec.json.encode(JsonOutlines(schema=1, files=files)).decode()


def _frames(source: Source, outline: Outline) -> Iterator[JsonFrame]:
    from speechlint.reports.framing import find_frames

    for framed in find_frames(source, outline):
        numbers = iter(range(len(framed.group.members)))
        phrases = tuple(
            JsonPhrase(
                text=member.of(source.prose),
                start=member.start,
                end=member.end,
                fillers=None if place == framed.odd else framed.frame.fillers_of(next(numbers)),
            )
            for place, member in enumerate(framed.group.members)
        )
        yield JsonFrame(framed.group.kind, str(framed.frame), phrases)


def _document(text: str, document: Document) -> JsonDocument:
    return JsonDocument(
        title=_title(text, document.title),
        genre=document.genre,
        start=document.span.start,
        end=document.span.end,
        items=_items(text, document.children),
    )


def _title(text: str, span: Span | None) -> JsonTitle | None:
    return None if span is None else JsonTitle(span.of(text), span.start, span.end)


def _items(text: str, children: Sequence[object]) -> tuple[JsonItem, ...]:
    """The items of all lists among some nodes; their depth is bounded by the grammar."""
    return tuple(
        _item(text, item) for child in children if isinstance(child, List) for item in child.items
    )


def _item(text: str, item: Item) -> JsonItem:
    return JsonItem(
        marker=item.marker.span.of(text),
        style=item.marker.style,
        ordinal=item.marker.ordinal,
        start=item.marker.span.start,
        end=item.span.end,
        heading=item.heading.span.of(text),
        children=_items(text, item.children),
    )
