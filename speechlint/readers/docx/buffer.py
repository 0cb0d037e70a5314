"""Putting text together, piece by piece."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from speechlint.readers.docx.composition import Paragraph, Piece
from speechlint.source import Span, StyledLine

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACES = str.maketrans("\n\r\t", "   ")
"""White space inside an element is a mere space to Word; line ends and tabs have elements."""

_LINE = re.compile(r"[^\n]+")

BLANK = "____"
"""Stands for a field that nobody has filled in."""

_BLANK_WIDTH = len(BLANK)
"""Columns from which underlined space is a blank to be filled in, and no slip of the underline."""

_WIDTHS = {" ": 1, "\u00a0": 1, "\u2002": 1, "\u2003": 2, "\u3000": 2, "\t": 4}


class TextBuffer:
    """Text with the elements it comes from.

    Attributes:
        length: the code points so far.
    """

    def __init__(self) -> None:
        self.length = 0
        self.pieces: list[Piece] = []
        self.paragraphs: list[Paragraph] = []
        self.automatic: list[Span] = []
        self.headings: list[StyledLine] = []
        self._parts: list[str] = []
        self._blanks: list[Span] = []

    def add_text(self, element: _Element, text: str, *, kept: bool, underlined: bool) -> None:
        """Add what a ``w:t`` holds.

        Args:
            element: the ``w:t``.
            text: its text.
            kept: whether space around the text counts.
            underlined: whether space would be seen as a line.
        """
        offset = 0
        if not kept:
            offset = len(text) - len(text.lstrip(" \n\r\t"))
            text = text.strip(" \n\r\t")
        if text:
            self._add(text.translate(_SPACES), element, offset, underlined=underlined)

    def add_sign(self, element: _Element, sign: str, *, underlined: bool = False) -> None:
        """Add the character that an element stands for."""
        self._add(sign, element, 0, underlined=underlined)

    def add_automatic(self, text: str) -> None:
        """Add what no element holds."""
        if text:
            self.automatic.append(Span(self.length, self.length + len(text)))
            self._parts.append(text)
            self.length += len(text)

    def end_line(self, start: int, element: _Element) -> None:
        """End the line that began at an offset."""
        self.paragraphs.append(Paragraph(start, self.length, element))
        self._parts.append("\n")
        self.length += 1

    def mark_heading(self, start: int, level: int) -> None:
        """Let what was added since an offset count as a heading."""
        if start < self.length:
            self.headings.append(StyledLine(Span(start, self.length), level))

    def text_from(self, start: int) -> str:
        """The text added since an offset at which a part began."""
        length = self.length
        parts: list[str] = []
        for part in reversed(self._parts):
            if length <= start:
                break
            parts.append(part)
            length -= len(part)
        return "".join(reversed(parts))

    def blank_from(self, start: int) -> None:
        """Let what was added since an offset count as blank: it asks for text and is none."""
        for line in _LINE.finditer(self.text_from(start)):
            self._blanks.append(Span(start + line.start(), start + line.end()))

    def cut_back(self, start: int) -> None:
        """Take back what was added on this line since an offset at which a part began."""
        while self.length > start:
            self.length -= len(self._parts.pop())
        while self.pieces and self.pieces[-1].end > start:
            self.pieces.pop()
        while self.automatic and self.automatic[-1].end > start:
            self.automatic.pop()
        while self._blanks and self._blanks[-1].end > start:
            self._blanks.pop()

    def text(self) -> str:
        """The whole text, with blanks as underscores."""
        text = "".join(self._parts)
        parts: list[str] = []
        end = 0
        for blank in self._blanks:
            if sum(_WIDTHS.get(sign, 1) for sign in blank.of(text)) >= _BLANK_WIDTH:
                parts += (text[end : blank.start], "_" * len(blank))
                end = blank.end
        return "".join((*parts, text[end:])) if parts else text

    def _add(self, text: str, element: _Element, offset: int, *, underlined: bool) -> None:
        start = self.length
        self.length += len(text)
        self._parts.append(text)
        self.pieces.append(Piece(start, self.length, element, offset))
        if underlined and text.isspace():
            if self._blanks and self._blanks[-1].end == start:
                start = self._blanks.pop().start
            self._blanks.append(Span(start, self.length))
