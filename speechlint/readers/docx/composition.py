"""The text of a document as it is put together, with the way back to the elements it came from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from speechlint.source import Comment, Note, Span, StyledLine

if TYPE_CHECKING:
    from lxml.etree import _Element


class Piece(msgspec.Struct, frozen=True, gc=False):
    """A stretch of the text that one element holds.

    Attributes:
        start: its first code point.
        end: behind its last.
        element: a ``w:t``, or an element that stands for one character, such as ``w:tab``.
        offset: of the first code point in the text of the element.
    """

    start: int
    end: int
    element: _Element
    offset: int


class Paragraph(msgspec.Struct, frozen=True, gc=False):
    """A line of the text.

    Attributes:
        start: its first code point, that of an automatic number included.
        end: its end, without the line end.
        element: the ``w:p``; the last one where deleted paragraph marks join several.
    """

    start: int
    end: int
    element: _Element


class PlacedNote(msgspec.Struct, frozen=True, gc=False):
    """A footnote or endnote, with the element of the text that refers to it."""

    note: Note
    reference: _Element


@dataclass(frozen=True, slots=True)
class Composition:
    """A document as text.

    Attributes:
        text: one paragraph a line, with blanks to be filled in as underscores; the notes follow
            the main text.
        pieces: what came from the document, in order; between them stands what was added.
        paragraphs: in order.
        automatic: list numbers and marks of blanks that were added.
        headings: paragraphs with a style of headings.
        comments: with the passages they are on.
        notes: in order; nothing but notes follows the first.
    """

    text: str
    pieces: tuple[Piece, ...]
    paragraphs: tuple[Paragraph, ...]
    automatic: tuple[Span, ...]
    headings: tuple[StyledLine, ...]
    comments: tuple[Comment, ...]
    notes: tuple[PlacedNote, ...]

    def first_piece(self, offset: int) -> int:
        """The index of the first piece that ends behind an offset."""
        index = bisect_right(self.pieces, offset, key=_start)
        return index - 1 if index and self.pieces[index - 1].end > offset else index

    def paragraph_at(self, offset: int) -> Paragraph:
        """The paragraph that an offset lies in, its line end included."""
        return self.paragraphs[max(bisect_right(self.paragraphs, offset, key=_start) - 1, 0)]

    def note_at(self, offset: int) -> int | None:
        """The index of the note that an offset lies in, its last line end included."""
        index = bisect_right(self.notes, offset, key=_note_start) - 1
        return index if index >= 0 else None


def _note_start(placed: PlacedNote) -> int:
    return placed.note.span.start


def _start(place: Piece | Paragraph) -> int:
    return place.start
