"""Lines that are not a draft's own end: a date, a name, an authority, the head of an appendix."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from speechlint.lexicon import load_lexicon

_LONGEST = 40
_STOPS = "。！？；，、"


class SignatureLexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """The words of ``rules/lexicon/signatures.toml``."""

    authorities: tuple[str, ...]
    no_authorities: tuple[str, ...]
    labels: tuple[str, ...]
    copies: tuple[str, ...]
    issues: tuple[str, ...]
    appendices: tuple[str, ...]
    surnames: str
    spoken: tuple[str, ...]


def is_signature(line: str) -> bool:
    """Whether a line, without indentation, is a date, a name, an authority or its like."""
    if len(line) > _LONGEST or line[-1:] in _STOPS:
        return False
    lexicon = load_lexicon("signatures", SignatureLexicon)
    if line.startswith(lexicon.spoken):
        return False
    tests = (_is_name, _is_authority, _is_label)
    return _is_date(line) or any(test(line, lexicon) for test in tests)


def starts_appendix(line: str) -> bool:
    """Whether a line, without indentation, names an appendix: 附件：… or 名词解释."""
    return line.startswith(load_lexicon("signatures", SignatureLexicon).appendices)


def _is_date(line: str) -> bool:
    return "月" in line and _date().fullmatch(line) is not None


def _is_name(line: str, lexicon: SignatureLexicon) -> bool:
    name = "".join(line.split())
    if not 2 <= len(name) <= 3 or not all("\u4e00" <= sign <= "\u9fff" for sign in name):
        return False
    return name[0] in lexicon.surnames or len(name) < len(line)


def _is_authority(line: str, lexicon: SignatureLexicon) -> bool:
    if any(mark in line for mark in "，。；：！？ \u3000"):
        return False
    return line.endswith(lexicon.authorities) and not line.endswith(lexicon.no_authorities)


def _is_label(line: str, lexicon: SignatureLexicon) -> bool:
    label, colon, _ = line.replace("：", ":").partition(":")
    if colon and label.endswith(lexicon.labels) and "，" not in label:
        return True
    return line.startswith(lexicon.copies) or (line.endswith(lexicon.issues) and "，" not in line)


@cache
def _date() -> re.Pattern[str]:
    number = r"[\d〇○零一二三四五六七八九十xX×*＊_]"
    day = rf"(?:\s?{number}{{1,4}}\s?日)?"
    return re.compile(rf"[（(]?(?:{number}{{2,6}}\s?年\s?)?{number}{{1,4}}\s?月{day}[）)]?")
