"""Masks: signs that stand where a name, a number or a date has yet to be filled in.

What looks like one and isn't (``5+X``, ``7×24``, ``X射线``, a Markdown bullet) is left alone. A run
of signs with a masked decimal point is one mask, and a date with masks in it is one, digits
included.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from speechlint.source import Span
from speechlint.syntax.lookalikes import MaskStyle, is_mask


class Mask(msgspec.Struct, frozen=True):
    """A mask.

    Attributes:
        style: the sign it is made of; a run with an asterisk in it counts as asterisks.
        dated: whether it is a date with the digits and units around the signs: 20**年, X月X日.
    """

    span: Span
    style: MaskStyle
    dated: bool


_SIGNS = "*＊xXｘＸ×✕╳"
_SHAPES = "○〇◯●△▲□■◇◆"
_ANY = re.compile(f"[{_SIGNS}{_SHAPES}_＿]")
_DATE_SIGNS = _SIGNS + "_＿"

_RUN = re.compile(rf"[{_SIGNS}]+(?:[.．][{_SIGNS}]+)*|[{_SHAPES}]{{2,}}|[○〇◯](?=[年月])|[_＿]+")

# A part of a date: digits, signs, and the Han digits that a year begins with.
_PART = "([0-9*＊xXｘＸ×✕╳_＿○〇◯零一二九]{1,12})"
_DATE = re.compile(
    rf"(?<![0-9A-Za-z*＊×_＿]){_PART}(?:[-—－至~～]{_PART})?(年度?(?:{_PART}月)?|月)"
    rf"(份|底|初|末|[上中下]旬|前|{_PART}日)?"
)
_UNIT = re.compile("[年月日]")
_DATE_REACH = 24
"""How far a date may reach beyond a run of signs, in code points."""

_BLANK_DATE = re.compile(
    r"(?:(?:20)?[ \u3000]{1,8}|(?<!\d)\d{4})年[ \u3000]{1,8}月[ \u3000]{1,8}日"
)
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[\x21-\x7e]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]+", re.ASCII
)
# Bold written by hand in a plain text: a whole line, or what opens a line and ends in a stop.
_BOLD = re.compile(
    r"(?<![^\r\n])[ \t\u3000]*"
    r"(?:[-•·] *|\d{1,2}[.、．] *|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)?"
    r"\*\*(?![省市县区州镇乡村局同书年月日个项万亿%、，])[^*\r\n]{2,60}"
    r"(?:(?<=[。：:])\*\*|\*\*(?=[ \t]*(?:[：:\r\n]|$)))"
)


def find_masks(text: str, raw: str) -> tuple[Mask, ...]:
    """The masks of a text, in order.

    Args:
        text: the prose.
        raw: the text as it was written, of the same length: markup that was blanked is no blank.
    """
    masks = list(_signs(text, _passages_to_skip(text)))
    if "年 " in text or "年\u3000" in text:
        blanks = [
            Mask(Span(*found.span()), MaskStyle.LINE, dated=True)
            for found in _BLANK_DATE.finditer(text)
            if raw[found.start() : found.end()] == found.group()
        ]
        if blanks:
            masks = sorted(masks + blanks, key=lambda mask: mask.span)
    return tuple(masks)


def _passages_to_skip(text: str) -> list[tuple[int, int]]:
    """Addresses and bold passages, in order."""
    found = [one.span() for one in _ADDRESS.finditer(text)] if "." in text else []
    if "**" in text:
        found += [one.span() for one in _BOLD.finditer(text)]
    return sorted(found)


def _signs(text: str, skipped: list[tuple[int, int]]) -> Iterator[Mask]:
    reached = 0
    place = 0
    for run in _runs(text):
        start, end = run.span()
        while place < len(skipped) and skipped[place][1] <= start:
            place += 1
        if start < reached or (place < len(skipped) and skipped[place][0] <= start):
            continue
        style = _style(run.group())
        date = _date_around(text, start, end, reached)
        if date is not None:
            reached = date.end
            yield Mask(date, style, dated=True)
        elif is_mask(text, start, end, style):
            reached = end
            yield Mask(Span(start, end), style, dated=False)


def _runs(text: str) -> Iterator[re.Match[str]]:
    sign = _ANY.search(text)
    while sign:
        run = _RUN.match(text, sign.start())
        if run:
            yield run
        sign = _ANY.search(text, run.end() if run else sign.end())


def _style(run: str) -> MaskStyle:
    if "*" in run or "＊" in run:
        return MaskStyle.ASTERISK
    first = run[0]
    if first in "xXｘＸ":
        return MaskStyle.LETTER
    if first in "×✕╳":
        return MaskStyle.CROSS
    return MaskStyle.LINE if first in "_＿" else MaskStyle.CIRCLE


def _date_around(text: str, start: int, end: int, reached: int) -> Span | None:
    """The date that a run of signs belongs to."""
    if not _UNIT.search(text, end, end + _DATE_REACH):
        return None
    for found in _DATE.finditer(text, max(reached, start - 10), end + _DATE_REACH):
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
        return bool(tail or second)
    if month:
        return True
    if "_" in first or "＿" in first or first.startswith(("19", "20", "二")):
        return True
    return len(first) == 4 and not first.strip(_SIGNS)


def _is_masked(part: str | None) -> bool:
    return part is not None and (any(map(part.__contains__, _DATE_SIGNS)) or not part.strip("○〇◯"))
