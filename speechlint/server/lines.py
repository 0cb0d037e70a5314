"""Positions as editors count them: lines from 0, columns in the units that were agreed on."""

from __future__ import annotations

from bisect import bisect_right
from enum import Enum
from functools import cached_property
from itertools import accumulate

from lsprotocol import types

from speechlint.source import Source, Span

_STEP = 512
"""Code points between the places whose distance from the start is kept."""


class Unit(str, Enum):
    """What a column counts."""

    UTF_8 = "utf-8"
    UTF_16 = "utf-16"
    UTF_32 = "utf-32"


class LineIndex:
    r"""Turns offsets of a text into positions and back; lines end at ``\n``, ``\r\n``, ``\r`` only.

    What an editor asks for beyond the end of a line or of the text is taken for that end.
    """

    def __init__(self, text: str, unit: Unit) -> None:
        self._text = text
        self._unit = unit

    @cached_property
    def starts(self) -> list[int]:
        """Offsets at which lines begin."""
        return Source("", self._text).line_starts

    def position(self, offset: int) -> types.Position:
        """The position of an offset."""
        line = bisect_right(self.starts, offset) - 1
        return types.Position(line, self._units(offset) - self._units(self.starts[line]))

    def range(self, span: Span) -> types.Range:
        """The range of a span."""
        return types.Range(self.position(span.start), self.position(span.end))

    def offset(self, position: types.Position) -> int:
        """The offset of a position; inside a character it is the character's start."""
        if position.line >= len(self.starts):
            return len(self._text)
        span = self.line_span(position.line)
        return min(self._offset_of(self._units(span.start) + position.character), span.end)

    def span(self, range_: types.Range) -> Span:
        """The span of a range; one that is turned round is put right."""
        ends = sorted((self.offset(range_.start), self.offset(range_.end)))
        return Span(*ends)

    def line_of(self, offset: int) -> int:
        """The line of an offset, from 0."""
        return bisect_right(self.starts, offset) - 1

    def line_span(self, line: int) -> Span:
        """A line, counted from 0, without its line end."""
        start = self.starts[line]
        end = self.starts[line + 1] if line + 1 < len(self.starts) else len(self._text)
        while end > start and self._text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    @cached_property
    def _kept(self) -> list[int]:
        """The units ahead of every 512th code point."""
        text = self._text
        sizes = (self._measure(text[at : at + _STEP]) for at in range(0, len(text), _STEP))
        return [0, *accumulate(sizes)]

    def _units(self, offset: int) -> int:
        """The units ahead of an offset."""
        if self._unit is Unit.UTF_32:
            return offset
        step = min(offset, len(self._text)) // _STEP
        return self._kept[step] + self._measure(self._text[step * _STEP : offset])

    def _offset_of(self, units: int) -> int:
        """The offset with so many units ahead of it."""
        if self._unit is Unit.UTF_32:
            return units
        step = bisect_right(self._kept, units) - 1
        rest = units - self._kept[step]
        offset = step * _STEP
        for character in self._text[offset : offset + _STEP]:
            rest -= self._measure(character)
            if rest < 0:
                break
            offset += 1
        return offset

    def _measure(self, text: str) -> int:
        """The units of a piece of text."""
        if text.isascii():
            return len(text)
        if self._unit is Unit.UTF_8:
            return len(text.encode("utf-8", "surrogatepass"))
        return len(text.encode("utf-16-le", "surrogatepass")) // 2
