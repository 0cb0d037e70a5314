"""Lines that a website or a printer left around a draft: they are looked through at its end."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from speechlint.lexicon import load_lexicon

_LONGEST = 300


class ResidueLexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of ``rules/lexicon/residue.toml``."""

    starts: tuple[str, ...]
    holds: tuple[str, ...]
    patterns: tuple[str, ...]


def is_residue(line: str) -> bool:
    """Whether a line, without indentation, was left by a website or a printer."""
    if len(line) > _LONGEST:
        return False
    lexicon = load_lexicon("residue", ResidueLexicon)
    if any(word in line for word in lexicon.holds):
        return True
    if line[-1:] in "。！？":
        return False
    return line.startswith(lexicon.starts) or _patterns().fullmatch(line) is not None


def trim_tags(text: str, start: int, end: int) -> int:
    """Where a paragraph ends when the tags of a website behind it are left out."""
    if text[end - 1] not in "#$":
        return end
    found = _tags().search(text, max(start, end - 80), end)
    return found.start() if found else end


@cache
def _tags() -> re.Pattern[str]:
    return re.compile(r"(?:\s|##[A-Za-z0-9_]{1,30}##|\$\$[A-Za-z0-9_]{1,30}\$\$)+\Z")


@cache
def _patterns() -> re.Pattern[str]:
    return re.compile("|".join(load_lexicon("residue", ResidueLexicon).patterns))
