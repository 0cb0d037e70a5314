r"""What Word draws for fields that have an instruction and no result.

An encircled character is ``EQ \o\ac(○,1)``, characters with their spelling above them are
``EQ \o\ad(\s\up 9(yíng),盈)``, a sign is ``SYMBOL 9312``, and what a template asks for is
``MACROBUTTON NoMacro [name of the speaker]``.
"""

from __future__ import annotations

import re

from speechlint.readers.docx.buffer import BLANK
from speechlint.readers.docx.formats import format_number

_ENCLOSED = r"(?i)\s*EQ\b.*\\o(?:\\a[lcrd])*\((?P<sign>[○〇◯□△◇])[,;，；](?P<inside>[^()\\]{1,4})\)"
_SPELT = r"(?i)\s*EQ\b.*\\o(?:\\a[lcrd])*\(\\s\\up ?[\d.]*\([^()]*\)[,;，；](?P<base>[^()\\]*)\)"
_SYMBOL = r"(?i)\s*SYMBOL\s+(?P<code>0x[0-9a-f]{1,4}|\d{1,5})\b"
_BUTTON = r"(?i)\s*MACROBUTTON\b"

_LAST_CIRCLED = 50
_PICTURES = 0x100
"""Code points below belong to picture fonts, as do private ones."""


def draw(instruction: str) -> str:
    """The text of a field by its instruction; "" where there is none."""
    if re.compile(_BUTTON).match(instruction):
        return BLANK
    if found := re.compile(_ENCLOSED).match(instruction):
        return _enclose(found["sign"], found["inside"].strip())
    if found := re.compile(_SPELT).match(instruction):
        return found["base"]
    if found := re.compile(_SYMBOL).match(instruction):
        return symbol(int(found["code"], 0), least=_PICTURES)
    return ""


def symbol(code: int, *, least: int = 0x20) -> str:
    """The character of a code that a symbol is given by; "" for a picture of its font."""
    known = least <= code < 0xD800 or 0xF900 <= code <= 0xFFFD
    return chr(code) if known else ""


def _enclose(sign: str, inside: str) -> str:
    circled = sign in "○〇◯" and inside.isdecimal() and 0 < int(inside) <= _LAST_CIRCLED
    return format_number(int(inside), "decimalEnclosedCircle") if circled else inside
