"""How Word writes a list number: the values of ``w:numFmt``.

The names are those of ECMA-376, part 1, 17.18.59. What is not listed is written in digits, as Word
does where it lacks a format.
"""

from __future__ import annotations

from collections.abc import Callable

_HAN = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_TENS = ((1000, 0), (100, 1), (10, 2))
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def format_number(value: int, name: str) -> str:
    """A number as a list label shows it."""
    return _FORMATS.get(name, str)(value) if value >= 0 else str(value)


def _counting(value: int, digits: str, units: str, zero: str, *, bare_ten: bool) -> str:
    """Thousands, hundreds and tens with their units: 一千零二十."""
    if not 0 < value < 10_000:
        return str(value)
    text = ""
    skipped = False
    for size, index in _TENS:
        count = value // size % 10
        if not count:
            skipped = bool(text)
            continue
        text += (zero if skipped else "") + digits[count] + units[index]
        skipped = False
    if value % 10:
        text += (zero if skipped else "") + digits[value % 10]
    return text[1:] if bare_ten and 10 <= value < 20 else text


def _chinese_thousand(value: int) -> str:
    return _counting(value, _HAN, "千百十", "零", bare_ten=True)


def _chinese_legal(value: int) -> str:
    return _counting(value, _LEGAL, "仟佰拾", "零", bare_ten=False)


def _chinese(value: int) -> str:
    """To 九十九 with 十, from 一〇〇 on digit by digit."""
    return _chinese_thousand(value) if value < 100 else _digit_by_digit(value)


def _japanese(value: int) -> str:
    """Without 零, and without 一 ahead of a unit: 百一."""
    text = _counting(value, _HAN, "千百十", "", bare_ten=False)
    return text.replace("一十", "十").replace("一百", "百").replace("一千", "千")


def _digit_by_digit(value: int) -> str:
    return "".join(_HAN[int(digit)] for digit in str(value))


def _full_width(value: int) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in str(value))


def _letters(value: int) -> str:
    """A to z, then aa, bb and so on."""
    return (
        chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        if 0 < value <= 780
        else str(value)
    )


def _roman(value: int) -> str:
    if not 0 < value < 5000:
        return str(value)
    text = ""
    for size, letters in _ROMAN:
        text += letters * (value // size)
        value %= size
    return text


def _one_of(first: str, count: int) -> Callable[[int], str]:
    """Signs that follow one another in Unicode; beyond the last, digits."""

    def write(value: int) -> str:
        return chr(ord(first) + value - 1) if 0 < value <= count else str(value)

    return write


def _circled(value: int) -> str:
    if 20 < value <= 35:
        return chr(ord("㉑") + value - 21)
    if 35 < value <= 50:
        return chr(ord("㊱") + value - 36)
    return _one_of("①", 20)(value)


def _listed(signs: str) -> Callable[[int], str]:
    """Signs one after the other; beyond the last, digits."""
    return lambda value: signs[value - 1] if 0 < value <= len(signs) else str(value)


def _ordinal(value: int) -> str:
    if value % 100 in (11, 12, 13):
        return f"{value}th"
    return f"{value}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th') }"


_FORMATS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "bullet": lambda _: "",
    "decimalZero": lambda value: f"{value:02}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": _one_of("⒈", 20),
    "decimalEnclosedParen": _one_of("⑴", 20),
    "numberInDash": lambda value: f"- {value} -",
    "ordinal": _ordinal,
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerLetter": _letters,
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerRoman": _roman,
    "chineseCounting": _chinese,
    "taiwaneseCounting": _chinese,
    "chineseCountingThousand": _chinese_thousand,
    "taiwaneseCountingThousand": _chinese_thousand,
    "chineseLegalSimplified": _chinese_legal,
    "japaneseCounting": _japanese,
    "ideographDigital": _digit_by_digit,
    "japaneseDigitalTenThousand": _digit_by_digit,
    "taiwaneseDigital": _digit_by_digit,
    "ideographEnclosedCircle": _one_of("㊀", 10),
    "ideographTraditional": _listed(_STEMS),
    "ideographZodiac": _listed(_BRANCHES),
}
