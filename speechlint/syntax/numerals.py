"""Numerals as they stand in markers and announcements: 十一, 贰, ３, ⑫, ㈣, Ⅳ."""

from __future__ import annotations

_HAN = "零一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_WIDE = "０１２３４５６７８９"
_VALUES = (
    {character: value for value, character in enumerate(_HAN)}
    | {character: value for value, character in enumerate(_FORMAL)}
    | {"〇": 0, "○": 0, "两": 2}
)
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100}
_DIGITS = {character: str(value) for value, character in enumerate(_WIDE)} | {
    str(value): str(value) for value in range(10)
}
_RUNS = (
    # First code point, its value, length: characters that are a whole number each.
    ("①", 1, 20),
    ("㉑", 21, 15),
    ("㊱", 36, 15),
    ("⑴", 1, 20),
    ("⒈", 1, 20),
    ("㈠", 1, 10),
    ("㊀", 1, 10),
    ("Ⅰ", 1, 12),
    ("ⅰ", 1, 12),
)
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_SINGLE = {chr(ord(first) + n): low + n for first, low, length in _RUNS for n in range(length)} | {
    stem: number for number, stem in enumerate(_STEMS, 1)
}


def parse_numeral(text: str) -> int | None:
    """Give the value of a numeral below 1,000, or None where it is malformed.

    Chinese (十一, 二十, 一百零三), formal (贰拾), ASCII and full-width digits, and the characters
    that are a number each (⑫ ㈣ ⒊ Ⅳ 甲).
    """
    if not text:
        return None
    if len(text) == 1 and text in _SINGLE:
        return _SINGLE[text]
    if all(character in _DIGITS for character in text):
        return int("".join(_DIGITS[character] for character in text)) if len(text) <= 3 else None
    return _parse_han(text)


def _parse_han(text: str) -> int | None:
    total, pending, last_unit = 0, -1, 1000
    for character in text:
        if character in _UNITS:
            unit = _UNITS[character]
            if unit >= last_unit or pending == 0 or (pending < 0 and (total or unit == 100)):
                return None
            total += (1 if pending < 0 else pending) * unit
            pending, last_unit = -1, unit
        elif character in _VALUES:
            if pending > 0:
                return None
            pending = _VALUES[character]
        else:
            return None
    return total + max(pending, 0)


def format_numeral(value: int, like: str) -> str | None:
    """Write a number in the digits of another numeral, or None where these don't reach so far."""
    if len(like) == 1:
        for first, low, length in _RUNS:
            if 0 <= ord(like) - ord(first) < length:
                return _from_runs(value, first, low, length)
        if like in _STEMS:
            return _STEMS[value - 1] if 1 <= value <= len(_STEMS) else None
    if like and all(character in _WIDE for character in like):
        return "".join(_WIDE[int(digit)] for digit in str(value))
    if like.isascii() and like.isdigit():
        return str(value)
    formal = any(character in _FORMAL[1:] + "拾佰" for character in like)
    return _format_han(value, _FORMAL if formal else _HAN, "拾佰" if formal else "十百")


def _from_runs(value: int, first: str, low: int, length: int) -> str | None:
    if first in "①㉑㊱":
        for start, lowest, size in _RUNS[:3]:
            if lowest <= value < lowest + size:
                return chr(ord(start) + value - lowest)
        return None
    return chr(ord(first) + value - low) if low <= value < low + length else None


def _format_han(value: int, digits: str, units: str) -> str | None:
    if not 0 < value < 1000:
        return None
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    text = digits[hundreds] + units[1] if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else digits[tens]) + units[0]
    elif hundreds and ones:
        text += digits[0]
    return text + (digits[ones] if ones else "")
