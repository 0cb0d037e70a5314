r"""The text of a draft and positions in it.

Positions are half-open ranges of code points, counted from 0. Lines end at ``\n``, ``\r\n`` and
``\r`` only: U+2028, U+0085 and ``\x0b`` are text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate, pairwise

import msgspec

_LINE_END = re.compile(r"\r\n|\n|\r")


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """A half-open range of code points, from 0."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The part of a text that the span covers."""
        return text[self.start : self.end]

    def holds(self, offset: int) -> bool:
        """Whether an offset lies inside."""
        return self.start <= offset < self.end

    def overlaps(self, other: Span) -> bool:
        """Whether both cover a common code point; an empty span touches what it stands in."""
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end


def cut_lines(text: str) -> list[str]:
    """The lines of a text, each with its end; the last one has none, and may be empty."""
    if "\r" not in text:
        *lines, last = text.split("\n")
        return [*(line + "\n" for line in lines), last]
    ends = [0, *(found.end() for found in _LINE_END.finditer(text)), len(text)]
    return [text[start:end] for start, end in pairwise(ends)]


class Position(msgspec.Struct, frozen=True):
    """A line and a column, both from 1, the column in code points."""

    line: int
    column: int


TITLE = 0
"""The level of a title among headings."""


class StyledLine(msgspec.Struct, frozen=True, gc=False):
    """A line, or the beginning of one, that the format of a draft marks as a heading.

    Attributes:
        span: what is marked.
        level: 0 for a title, 1 to 9 for headings.
    """

    span: Span
    level: int


class Comment(msgspec.Struct, frozen=True, gc=False):
    """A reader's comment on a passage; an empty span where it is on a place."""

    span: Span
    author: str
    text: str


class Note(msgspec.Struct, frozen=True, gc=False):
    """A footnote or endnote, which is kept apart from the draft itself.

    Attributes:
        place: the offset in the draft that it belongs to.
        span: its lines, behind those of the draft.
    """

    place: int
    span: Span


class Source:
    """A draft as it was read: never edited, line ends untouched.

    Attributes:
        path: the name to show, as the user gave it.
        text: the decoded text without byte-order mark.
        prose: the text as the linter reads it, of the same length: markup is blanked by spaces.
        encoding: a Python codec name, for writing the text back.
        bom: whether the file began with a byte-order mark.
        automatic: what a word processor draws by itself (list numbers): no edit can change it.
        headings: the lines that the format marks as headings, in order.
        comments: comments of readers, where the format knows them.
        notes: footnotes and endnotes, in order; nothing else follows the first of them.
    """

    def __init__(
        self,
        path: str,
        text: str,
        *,
        prose: str | None = None,
        encoding: str = "utf-8",
        bom: bool = False,
        automatic: tuple[Span, ...] = (),
        headings: tuple[StyledLine, ...] = (),
        comments: tuple[Comment, ...] = (),
        notes: tuple[Note, ...] = (),
    ) -> None:
        if prose is not None and len(prose) != len(text):
            raise ValueError("prose must be as long as text")
        self.path = path
        self.text = text
        self.prose = text if prose is None else prose
        self.encoding = encoding
        self.bom = bom
        self.automatic = automatic
        self.headings = headings
        self.comments = comments
        self.notes = notes

    @cached_property
    def body(self) -> Span:
        """The draft itself, without its notes."""
        return Span(0, self.notes[0].span.start if self.notes else len(self.text))

    def joins(self, span: Span) -> bool:
        """Whether a span holds parts of the draft and of a note, or of two notes."""
        if span.end <= self.body.end:
            return False
        following = bisect_right(self.notes, span.start, key=_note_start)
        return following < len(self.notes) and self.notes[following].span.start < span.end

    @cached_property
    def line_starts(self) -> list[int]:
        """Offsets at which lines begin; the first is 0."""
        return list(accumulate(map(len, cut_lines(self.text)[:-1]), initial=0))

    def position(self, offset: int) -> Position:
        """Line and column, from 1, of an offset."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def line_span(self, line: int) -> Span:
        """The span of a line, counted from 1, without its line end."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] if line < len(self.line_starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)


def _note_start(note: Note) -> int:
    return note.span.start
