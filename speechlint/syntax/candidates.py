"""What the lexer took for markers: candidates, until the series they form are known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile

import msgspec

from speechlint.source import Span
from speechlint.syntax.nodes import Style
from speechlint.syntax.numerals import parse_numeral
from speechlint.syntax.parsing import Token

Kind = tuple[Style, str]
"""Style and family of a marker: equal for the members of one series."""

LAST = 0
"""The ordinal of 最后, whose place depends on the items before it."""

_STYLES = {
    "PART": Style.PART,
    "CHAPTER": Style.CHAPTER,
    "SECTION": Style.SECTION,
    "HAN": Style.HAN,
    "HAN_BRACKET": Style.HAN_BRACKET,
    "DIGIT": Style.DIGIT,
    "DIGIT_BRACKET": Style.DIGIT_BRACKET,
    "CIRCLED": Style.CIRCLED,
    "STEM": Style.STEM,
    "DI": Style.DI,
    "QI": Style.QI,
    "CONNECTIVE": Style.CONNECTIVE,
    "SIDE": Style.SIDE,
    "CLAUSE": Style.CLAUSE,
    "BARE": Style.HAN,
}
_HAN_NUMERALS = frozenset("一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾")
_SINGLE_NUMERALS = (("①", "⒛"), ("㈠", "㈩"), ("㉑", "㊿"))
_STEMS = frozenset("甲乙丙丁戊己庚辛壬癸")
# What 第一 counts, in lists that may stand inside one of 第一，: 第一句话：, 第一个问题：.
_COUNTED = "(?!个?方面|[点条][，,：:、是])[^，,：:、是]*"
# What may stand for the first of 二是 and 三是: 首先, 问题之一是, 一个是.
_FIRST = (
    r"一(?:是|要|则|来|方面|个是|条是|点是|[、，：])|首[先要位]|第一|[其之]一|先是"
    r"|[1１][.．、）)]|①|（一）|㈠|既|头[等一条个]|最(?:大|主要|重要|关键|要紧|根本)"
)
_LED = frozenset({"是", "要"})
_SHORTEST_FIRST = 4
_LONGEST_FIRST = 300
_WORDS = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": LAST}

SPOKEN = frozenset({Style.DI, Style.QI, Style.CONNECTIVE, Style.SIDE, Style.CLAUSE})
"""Styles of spoken text: they may stand inside a paragraph and have no rank among themselves."""

RANKS = {
    Style.PART: 0,
    Style.CHAPTER: 1,
    Style.SECTION: 2,
    Style.HAN: 3,
    Style.HAN_BRACKET: 4,
    Style.DIGIT: 5,
    Style.DIGIT_BRACKET: 6,
    Style.CIRCLED: 7,
    Style.STEM: 5,
} | dict.fromkeys(SPOKEN, 8)
"""Which style usually stands above which (GB/T 15834 B.3.8); spoken ones stand below all others."""

LINE_ONLY = frozenset({Style.PART, Style.CHAPTER, Style.SECTION, Style.HAN, Style.STEM})
"""Styles that count at the start of a line only."""

ENCLOSED = frozenset({Style.DIGIT_BRACKET, Style.CIRCLED})
"""Styles that hardly stand for anything but a marker at the start of a clause."""


STRAY_PARAGRAPHS = 4
"""A series that began inside a paragraph may go on so many paragraphs further down."""


class Candidate(msgspec.Struct, frozen=True):
    """A sign that may be a marker.

    Attributes:
        token: its index in the stream of tokens.
        line: the index of the first token of its line (a break, if there is one).
        ordinal: its number; LAST for 最后.
        paragraph: the number of its paragraph, from 0.
        at_line_start: whether nothing but a website's tag stands ahead of it on its line.
        bare: whether it is a numeral without any sign, alone on its line.
        doubtful: whether it may be a decimal (2.5万亩) or the end of a sentence (2，), so that only
            the expected number counts.
        unled: whether it is a 二是 inside a line, and nothing ahead of it there could be a 一是.
    """

    token: int
    line: int
    kind: Kind
    ordinal: int
    paragraph: int
    at_line_start: bool
    bare: bool
    doubtful: bool
    unled: bool
    span: Span
    numeral: Span

    @property
    def spoken(self) -> bool:
        """Whether it belongs to the spoken text."""
        return self.kind[0] in SPOKEN


def find_candidates(tokens: Sequence[Token], text: str) -> Iterator[Candidate]:
    """Go through the tokens of a text and give what may be a marker, in order.

    What stands inside a quotation, or inside a line though its style needs the line's start, is
    left out, as is the idiom 一是一，二是二.
    """
    paragraph, line = 0, 0
    for index, token in enumerate(tokens):
        kind = token.type
        if kind == "TEXT":
            continue
        if kind == "BREAK":
            paragraph, line = paragraph + 1, index
        style = _STYLES.get(kind)
        if style is None:
            continue
        at_line_start = _is_line_start(tokens, line, index)
        if not at_line_start and (style in LINE_ONLY or kind == "BARE"):
            continue
        start, end = token.start, token.end
        sign = _read(kind, token.text)
        if sign is None or _in_quotation(text, start) or _is_idiom(text, start, end):
            continue
        yield Candidate(
            index,
            line,
            sign.kind,
            sign.ordinal,
            paragraph,
            at_line_start,
            kind == "BARE",
            kind == "DIGIT" and _is_doubtful(text, end),
            not at_line_start and _is_unled(text, sign, tokens[line], start),
            Span(start, end),
            Span(start + sign.start, start + sign.end),
        )


def _is_line_start(tokens: Sequence[Token], line: int, index: int) -> bool:
    ahead = index - 1
    while ahead > line and tokens[ahead].type == "RESIDUE":
        ahead -= 1
    if ahead < line:
        return True
    return ahead == line and tokens[ahead].type in {"BREAK", "RESIDUE"}


class _Sign(msgspec.Struct, frozen=True):
    """What a marker says by itself; ``start`` and ``end`` are those of the numeral in it."""

    kind: Kind
    ordinal: int
    start: int
    end: int


@lru_cache(maxsize=1024)
def _read(terminal: str, marker: str) -> _Sign | None:
    """What a marker says; a draft has the same few again and again."""
    style = _STYLES[terminal]
    if style is Style.SIDE:
        return _Sign((style, ""), 2 if marker.startswith("另") else 1, 0, len(marker))
    if style is Style.CONNECTIVE:
        return _Sign((style, ""), _WORDS[marker[:2]], 0, 2)
    found = _find_numeral(marker)
    ordinal = parse_numeral(found.of(marker))
    if not ordinal:
        return None
    if terminal == "BARE" and marker[0] in "（(":
        return None
    return _Sign((style, _family(marker, style, found.end)), ordinal, found.start, found.end)


def _find_numeral(marker: str) -> Span:
    """The first numeral of a marker: a run of signs of one kind, or a sign that is a number."""
    for start, sign in enumerate(marker):
        if sign in _STEMS or any(first <= sign <= last for first, last in _SINGLE_NUMERALS):
            return Span(start, start + 1)
        for belongs in (_HAN_NUMERALS.__contains__, str.isdecimal):
            if belongs(sign):
                return Span(start, start + sum(1 for _ in takewhile(belongs, marker[start:])))
    return Span(0, 0)


def _is_doubtful(text: str, end: int) -> bool:
    """Whether a number with its sign may be something else: 2.5, or what a sentence ends with."""
    return text[end - 1] in "，," or text[end : end + 1].isdigit()


def _is_unled(text: str, sign: _Sign, line: Token, start: int) -> bool:
    """Whether a 二是 or 二要 stands inside a line without anything that could be the first."""
    if sign.ordinal != 2 or sign.kind[1] not in _LED:
        return False
    begin = line.end if line.type == "BREAK" else line.start
    if not _SHORTEST_FIRST < start - begin < _LONGEST_FIRST:
        return False
    return re.compile(_FIRST).search(text, begin, start) is None


def _family(marker: str, style: Style, numeral_end: int) -> str:
    """The word that every member of a series has: 是 of 一是, 句话 of 第一句话：."""
    if style is Style.CLAUSE:
        return marker[-1]
    counted = re.compile(_COUNTED).match(marker, numeral_end) if style is Style.DI else None
    return counted[0] if counted else ""


def _in_quotation(text: str, offset: int) -> bool:
    """Whether an offset lies between “ and ” of one line."""
    opening = text.rfind("“", max(0, offset - 2000), offset)
    if opening < 0 or text.find("”", opening, offset) >= 0:
        return False
    if text.find("\n", opening, offset) >= 0 or text.find("\r", opening, offset) >= 0:
        return False
    closing = text.find("”", offset, offset + 2000)
    return closing >= 0 and text.find("\n", offset, closing) < 0


def _is_idiom(text: str, start: int, end: int) -> bool:
    """一是一 and 二是二 are no markers."""
    return (
        end - start >= 2 and text[end - 1] == "是" and text.startswith(text[start : end - 1], end)
    )


def may_be_mixed(candidate: Candidate) -> bool:
    """Whether writers use a marker beside those of other kinds.

    再次 and 最后 without a stop behind them are adverbs there: 一是…；二是…。再次强调….
    """
    style, family = candidate.kind
    if style is Style.CONNECTIVE and candidate.span == candidate.numeral:
        return False
    return style is not Style.SIDE and family in {"", "是", "要"}


def can_follow(candidate: Candidate, following: Candidate) -> bool:
    """Whether a second member stands where that of a list begun by a candidate may stand.

    A third one will do: the second may be what the writer lost.
    """
    if following.ordinal not in {2, 3}:
        return False
    if following.paragraph == candidate.paragraph:
        return not following.at_line_start
    if not following.at_line_start:
        return False
    distance = following.paragraph - candidate.paragraph
    return candidate.at_line_start or distance <= (
        STRAY_PARAGRAPHS if following.ordinal == 2 else 1
    )
