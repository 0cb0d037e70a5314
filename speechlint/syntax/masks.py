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
from speechlint.syntax.masked_dates import SIGNS, blank_dates, date_around


class Mask(msgspec.Struct, frozen=True):
    """A mask.

    Attributes:
        style: the sign it is made of; a run with an asterisk in it counts as asterisks.
        dated: whether it is a date with the digits and units around the signs: 20**年, X月X日.
    """

    span: Span
    style: MaskStyle
    dated: bool


_SHAPES = "○〇◯●△▲□■◇◆"
_ANY = re.compile(f"[{SIGNS}{_SHAPES}_＿]")

_RUN = re.compile(rf"[{SIGNS}]+(?:[.．][{SIGNS}]+)*|[{_SHAPES}]{{2,}}|[○〇◯](?=[年月])|[_＿]+")

_ADDRESS = r"(?a:(?:https?://|www\.)[\x21-\x7e]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]+)"
# Bold written by hand in a plain text: a whole line, or what opens a line and ends in a stop.
_BOLD = (
    r"\*\*(?![省市县区州镇乡村局同书年月日个项万亿%、，])[^*\r\n]{2,60}"
    r"(?:(?<=[。：:])\*\*|\*\*(?=[ \t]*(?:[：:\r\n]|$)))"
)
_OPENING = (
    r"[ \t\u3000]*"
    r"(?:[-•·] *|\d{1,2}[.、．] *|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)?"
)
_OPENING_REACH = 16
"""How long the indentation and marker ahead of bold may be, in code points."""


def find_masks(text: str, raw: str) -> tuple[Mask, ...]:
    """The masks of a text, in order.

    Args:
        text: the prose.
        raw: the text as it was written, of the same length: markup that was blanked is no blank.
    """
    masks = list(_signs(text, _passages_to_skip(text)))
    blanks = [Mask(span, MaskStyle.LINE, dated=True) for span in blank_dates(text, raw)]
    if blanks:
        masks = sorted(masks + blanks, key=lambda mask: mask.span)
    return tuple(masks)


def _passages_to_skip(text: str) -> list[tuple[int, int]]:
    """Addresses and bold passages, in order."""
    found: list[tuple[int, int]] = []
    if "://" in text or "www." in text or "@" in text:
        found += [one.span() for one in re.compile(_ADDRESS).finditer(text)]
    if "**" in text:
        found += [
            one.span() for one in re.compile(_BOLD).finditer(text) if _opens_line(text, one.start())
        ]
    return sorted(found)


def _opens_line(text: str, offset: int) -> bool:
    """Whether nothing but indentation and a marker is ahead in the line."""
    first = max(0, offset - _OPENING_REACH)
    ahead = text[first:offset]
    line = max(ahead.rfind("\n"), ahead.rfind("\r")) + 1
    return bool(line or not first) and re.compile(_OPENING).fullmatch(ahead, line) is not None


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
        date = date_around(text, start, end, reached)
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
