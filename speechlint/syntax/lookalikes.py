"""What tells a mask from its look-alikes: the signs around a run of asterisks, X or ×."""

from __future__ import annotations

import re
from enum import Enum


class MaskStyle(str, Enum):
    """Which sign a mask is made of."""

    ASTERISK = "asterisk"  # ** ＊
    LETTER = "letter"  # X x Ｘ
    CROSS = "cross"  # ×
    CIRCLE = "circle"  # ○○ △△ ■■
    LINE = "line"  # __ and blanks, in dates


# Measure words and what else follows a number that was masked.
_UNIT = frozenset(
    "%％‰个项名人户家万亿千百元年月日号届次位条件吨亩米里座台套处例所宗起篇场批种类倍余多度"
)
# What a single × stands next to when it is a mask; elsewhere it is “times” or a slogan's sign.
_AFTER_CROSS = frozenset("%％‰个项户万亿千百元年月日号届次位吨亩省市县区州镇乡村街局厅委")
_AFTER_CROSS_WORD = "书记|主席|主任|部长|处长|总|副|同志|某"
_BEFORE_CROSS = frozenset("年月第约达长降占近超过")
_DIGITS = "一二三四五六七八九十百千零"
_FOOTNOTE = "注[:：]|表示|代表|为必填|号"
_OTHER = "[A-WYZa-wyz]"
_NAMED_LETTER = (
    "射线|线(?![上下路])|光|轴|染色体|型|形|档案|战警|因素|因子|理论|世代|波段|连锁|坐标|值|平台"
    r"|[（(]\w{1,2}[）)]\d"
    f"|[ -]?{_OTHER}|[、,，/和与]{_OTHER}(?![A-Za-z])"
)
_LETTER_NAME = f"(?:未知数|变量|字母|代号|数据要素|{_OTHER} ?|(?<![A-Za-z]){_OTHER}[、,，/和与])$"
_SPOKEN_OF = '[”’"」](?:是|即|指|代表|表示|为|就是|包括)'


def is_mask(text: str, start: int, end: int, style: MaskStyle) -> bool:
    """Whether a run of signs, by what stands around it, is a mask."""
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else "\n"
    if style is MaskStyle.ASTERISK:
        return not _is_plain_asterisk(text, start, end, before, after)
    if style is MaskStyle.CIRCLE:
        if after in "\r\n":
            return before not in _DIGITS and not _begins_line(text, start)
        return before not in _DIGITS and after not in "后年" and after not in _DIGITS
    if style is MaskStyle.LINE:
        return False
    if style is MaskStyle.CROSS:
        return _is_masking_cross(text, start, end, before, after)
    return _is_masking_letter(text, start, end, before, after)


def _is_plain_asterisk(text: str, start: int, end: int, before: str, after: str) -> bool:
    """A bullet, a rule, a multiplication, a file name, a number kept private."""
    digits = before.isdigit() and after.isdigit()
    if end - start == 1 and (
        digits
        or (before in "带标打加" and after in "的号者项标")
        or re.compile(_FOOTNOTE).match(text, end)
        or after == "."
        or _is_letter(before)
        or (_is_letter(after) and text[end + 1 : end + 2].isascii())
        or (after in " \t" and _begins_line(text, start))
    ):
        return True
    if digits and end - start > 2:
        return True
    return after in "\r\n" and _begins_line(text, start)


def _begins_line(text: str, start: int) -> bool:
    first = start
    while first and text[first - 1] in " \t\u3000":
        first -= 1
    return first == 0 or text[first - 1] in "\r\n"


def _is_masking_cross(text: str, start: int, end: int, before: str, after: str) -> bool:
    """Whether × stands for something; a single one is more often “times” or a slogan's sign."""
    if before.isdigit() or after.isdigit():
        return before.isdigit() and not after.isdigit() and after in _UNIT
    if end - start > 1:
        return True
    if after in _AFTER_CROSS or before in _BEFORE_CROSS:
        return True
    return re.compile(_AFTER_CROSS_WORD).match(text, end) is not None


def _is_masking_letter(text: str, start: int, end: int, before: str, after: str) -> bool:
    """Whether X stands for something; within a word, a number or a formula it does not."""
    if after in "%％‰":
        return not before.islower() or not before.isascii()
    if _is_letter(before) or _is_letter(after):
        return not _is_letter(before) and _masks_in_capitals(text, start, end)
    if before.isdigit() or (before == "." and text[start - 2 : start - 1].isdigit()):
        return after in _UNIT or (end - start > 1 and "\u4e00" <= after <= "\u9fff")
    if after.isdigit():
        return end - start > 1 or text[end + 4 : end + 5] == "年"
    if before in "+＋" or after in "+＋":
        return after in _UNIT or _masks_both_sides(text, start, end)
    if end - start > 1:
        return True
    if after == "-" and text[end + 1 : end + 2].isdigit():
        return False
    if re.compile(_NAMED_LETTER).match(text, end) or re.compile(_LETTER_NAME).search(
        text, max(0, start - 5), start
    ):
        return False
    return not (before in '“‘"「' and re.compile(_SPOKEN_OF).match(text, end))


def _masks_in_capitals(text: str, start: int, end: int) -> bool:
    """XG基站 is a masked 5G, XXXAPP a masked name; XXL is a size."""
    if end - start == 1:
        return text[end] == "G" and not _is_letter(text[end + 1 : end + 2])
    return text[end : end + 2].isupper() and text[end : end + 2].isascii()


def _masks_both_sides(text: str, start: int, end: int) -> bool:
    """“X+X”, where not even a number is left; 1+X and X+N are formulas."""
    plus = "+＋"
    if text[end : end + 1] in plus and end < len(text):
        other, beyond = text[end + 1 : end + 2], text[end + 2 : end + 3]
        return other in "xX" and other != "" and beyond not in plus
    other, beyond = text[start - 2 : start - 1], text[start - 3 : start - 2]
    return other in "xX" and other != "" and beyond not in plus


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalpha()
