"""Dates in which something has yet to be filled in: 20**年, X月X日, 2024年  月  日."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechlint.source import Span

SIGNS = "*＊xXｘＸ×✕╳"
"""The signs that stand for single characters."""

_DATE_SIGNS = SIGNS + "_＿"

# A part of a date: digits, signs, and the Han digits that a year begins with.
_PART = "([0-9*＊xXｘＸ×✕╳_＿○〇◯零一二九]{1,12})"
_DATE = (
    rf"(?<![0-9A-Za-z*＊×_＿]){_PART}(?:[-—－至~～]{_PART})?(年度?(?:{_PART}月)?|月)"
    rf"(份|底|初|末|[上中下]旬|前|{_PART}日)?"
)
_UNIT = "[年月日]"
_DATE_REACH = 24
"""How far a date may reach beyond a run of signs, in code points."""

# 2024年  月  日, 20  年底, and 定于  月  日.
_BLANK_DATE = (
    r"(?:(?:20)?[ \u3000]{1,8}|(?<!\d)\d{4})年[ \u3000]{1,8}月[ \u3000]{1,8}日"
    r"|(?<!\d)20[ \u3000]{2,8}年"
    r"|(?<=[于在至到自是])[ \u3000]{1,8}月[ \u3000]{1,8}日"
)
_BESIDE_BLANKS = ("年 ", "年\u3000", "  年", "\u3000年", "月 ", "月\u3000")


def date_around(text: str, start: int, end: int, reached: int) -> Span | None:
    """The date that a run of signs belongs to."""
    if not re.compile(_UNIT).search(text, end, end + _DATE_REACH):
        return None
    for found in re.compile(_DATE).finditer(text, max(reached, start - 10), end + _DATE_REACH):
        if found.start() > start:
            return None
        if found.end() >= end and _is_masked_date(found):
            return Span(*found.span())
    return None


def _is_masked_date(found: re.Match[str]) -> bool:
    """Whether a part of a date is masked; X年 and X月 alone may be a number of years or months."""
    first, second, unit, month, tail, day = found.groups()
    if not any(map(_is_masked, (first, second, month, day))):
        return False
    if unit == "月":
        return bool(tail or second) or not first.strip("_＿")
    if month:
        return True
    if "_" in first or "＿" in first or first.startswith(("19", "20", "二")):
        return True
    return len(first) == 4 and not first.strip(SIGNS)


def _is_masked(part: str | None) -> bool:
    return part is not None and (any(map(part.__contains__, _DATE_SIGNS)) or not part.strip("○〇◯"))


def blank_dates(text: str, raw: str) -> Iterator[Span]:
    """Dates whose numbers are blanks, in order; blanks that were markup are none."""
    if any(map(text.__contains__, _BESIDE_BLANKS)):
        for found in re.compile(_BLANK_DATE).finditer(text):
            if raw[found.start() : found.end()] == found.group():
                yield Span(*found.span())
