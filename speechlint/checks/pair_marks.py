"""Marks that come in pairs, read from a text line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from speechlint.source import Span, cut_lines

_TAIL = 4
"""How near to the end of its line a closing mark must be to end it, in code points."""

# A mark that closes an enumeration sign instead of a bracket: 1） a) 一） at the start of a clause.
_SIGN = r"(?:^|[\s。；：，、！？;:,“])(?:\d{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,3})$"
_APOSTROPHE = "[A-Za-z0-9]’[A-Za-z ]"


class Kind(msgspec.Struct, frozen=True):
    """One kind of pair.

    Attributes:
        opening: the marks that open it.
        closing: the marks that close it.
        either: marks that do the one or the other, whichever is due.
        nests: whether one pair may stand directly inside another.
        reach: how many lines apart the two marks may be.
    """

    opening: str
    closing: str
    either: str = ""
    nests: bool = True
    reach: int = 2

    @property
    def quotes(self) -> bool:
        """Whether it is a quotation, which each paragraph of a long one opens anew."""
        return not self.nests


KINDS = {
    "“”": Kind("“", "”", '"', nests=False, reach=12),
    "‘’": Kind("‘", "’", nests=False, reach=12),
    "《》": Kind("《", "》"),
    "〈〉": Kind("〈", "〉"),
    "（）": Kind("（(", "）)", reach=12),
    "【】": Kind("【", "】"),
    "〔〕": Kind("〔", "〕"),
    "［］": Kind("［", "］"),
    "「」": Kind("「", "」"),
    "『』": Kind("『", "』"),
}
"""The kinds by the pair that a rule names them by."""


class Mark(msgspec.Struct, frozen=True, gc=False):
    """A mark in the text.

    Attributes:
        loose: whether nobody misses its partner: a straight quotation mark, the bracket of 1）.
    """

    offset: int
    opens: bool
    loose: bool


class Line(msgspec.Struct, frozen=True, gc=False):
    """The marks of a line that has any.

    Attributes:
        number: grows from line to line.
        opens: whether the first of them is the line's first character.
        closes: whether the last of them is its last but for a stop.
    """

    number: int
    opens: bool
    closes: bool
    marks: tuple[Mark, ...]


def find_disorder(kind: Kind, text: str) -> Iterator[tuple[int, None]]:
    """The lines in which marks of a kind are not plainly in pairs.

    It is the quick way to see that most drafts have no fault; those it doubts may have none either.
    """
    if not _are_in_order(text, kind):
        offset = 0
        for line in cut_lines(text):
            if not _are_in_order(line, kind):
                yield offset, None
            offset += len(line)


def _are_in_order(text: str, kind: Kind) -> bool:
    """Whether all marks of a kind plainly are in pairs, each in a line and none inside another."""
    signs = kind.opening + kind.closing + kind.either
    count = sum(map(text.count, signs))
    return not count or 2 * len(_plain_pair(kind).findall(text)) == count


@cache
def _plain_pair(kind: Kind) -> re.Pattern[str]:
    opening, closing = re.escape(kind.opening), re.escape(kind.closing)
    return re.compile(f"[{opening}][^{opening}{closing}{re.escape(kind.either)}\r\n]*[{closing}]")


@cache
def _reader(kind: Kind) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(kind.opening + kind.closing + kind.either)}\r\n]")


def read_lines(text: str, span: Span, kind: Kind) -> Iterator[Line]:
    """The lines of a document that have marks of a kind."""
    number, start = 0, span.start
    marks: list[Mark] = []
    for found in _reader(kind).finditer(text, span.start, span.end):
        sign, offset = found.group(), found.start()
        if sign in "\r\n":
            if marks:
                yield _line(number, Span(start, offset), marks, text)
                marks = []
            number, start = number + 1, offset + 1
        elif not (sign == "’" and offset and re.compile(_APOSTROPHE).match(text, offset - 1)):
            loose = sign in kind.either or (
                sign in "）)"
                and re.compile(_SIGN).search(text, max(0, offset - 5), offset) is not None
            )
            marks.append(Mark(offset, sign in kind.opening, loose))
    if marks:
        yield _line(number, Span(start, span.end), marks, text)


def _line(number: int, line: Span, marks: list[Mark], text: str) -> Line:
    first, last = marks[0], marks[-1]
    opens = first.opens and not text[line.start : first.offset].strip()
    rest = text[last.offset + 1 : line.end] if line.end - last.offset < _TAIL else "…"
    return Line(number, opens, not rest.strip(" \u3000。！？；，"), tuple(marks))
