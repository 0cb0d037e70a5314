"""A line of a draft with a mark under a part of it, cut to the width of the terminal.

A Chinese character takes two columns. What a terminal would swallow or obey, such as zero-width
and control characters, is spelt out.
"""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import category, east_asian_width

import msgspec

from speechlint.source import Source, Span

_CUT = "…"


class Excerpt(msgspec.Struct, frozen=True):
    """A part of a line, ready to print.

    Attributes:
        line: the number of the line, from 1.
        text: the line, or the part of it around the span.
        indent: the columns ahead of the mark.
        length: the columns of the mark, at least one.
    """

    line: int
    text: str
    indent: int
    length: int


def cut_excerpt(source: Source, span: Span, width: int) -> Excerpt:
    """The line in which a span begins, cut around it so that it fits into a width.

    Of a span over several lines only the first is shown.
    """
    number = source.position(span.start).line
    line = source.line_span(number)
    start = min(span.start, line.end)
    end = max(start, min(span.end, line.end))
    ahead = source.text[max(line.start, start - width) : start][::-1]
    room = width - 2 * len(_CUT)
    marked = _take(source.text[start : min(end, start + width)], room * 2 // 3)
    room -= marked.columns
    # Half of the room goes ahead of the mark; what one side doesn't want, the other gets.
    after = _take(
        source.text[end : min(line.end, end + width)], room - _take(ahead, room // 2).columns
    )
    if not marked.whole(end - start):
        after = _Taken((), 0)
    left = _take(ahead, room - after.columns)
    before = "".join(reversed(left.shown))
    opening = "" if left.whole(start - line.start) else _CUT
    closing = "" if marked.whole(end - start) and after.whole(line.end - end) else _CUT
    return Excerpt(
        line=number,
        text=opening + before + "".join(marked.shown) + "".join(after.shown) + closing,
        indent=len(opening) + left.columns,
        length=max(1, marked.columns),
    )


def column_width(character: str) -> int:
    """The columns of a character in a terminal: two for a wide one, none for a combining one."""
    if east_asian_width(character) in "WF":
        return 2
    return 0 if category(character) in ("Mn", "Me") else 1


class _Taken(msgspec.Struct, frozen=True):
    """Characters as they are shown, as many as fitted."""

    shown: tuple[str, ...]
    columns: int

    def whole(self, length: int) -> bool:
        return len(self.shown) == length


def _take(characters: Iterable[str], width: int) -> _Taken:
    """As many characters as fit into a width."""
    shown: list[str] = []
    columns = 0
    for character in characters:
        text = _spell(character)
        wide = len(text) if len(text) > 1 else column_width(text)
        if columns + wide > width:
            break
        shown.append(text)
        columns += wide
    return _Taken(tuple(shown), columns)


def _spell(character: str) -> str:
    """A character as it can be shown: a tab as a space, an invisible one by its number."""
    if character == "\t":
        return " "
    if category(character) in ("Cc", "Cf", "Zl", "Zp", "Cs", "Co"):
        return f"<U+{ord(character):04X}>"
    return character
