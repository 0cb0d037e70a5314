"""Blanking a piece of text: same length, same line ends."""

from __future__ import annotations

import re

_INK = re.compile(r"[^\r\n]")


def blank(text: str) -> str:
    """Spaces for everything but line ends."""
    return _INK.sub(" ", text)


def blank_match(found: re.Match[str]) -> str:
    """Spaces for a whole match, as a replacement in ``re.sub``."""
    return blank(found[0])


def blank_spans(text: str, spans: list[tuple[int, int]]) -> str:
    """A text with spans blanked; they come in order and do not overlap."""
    pieces: list[str] = []
    end = 0
    for start, stop in spans:
        pieces += (text[end:start], blank(text[start:stop]))
        end = stop
    return "".join((*pieces, text[end:])) if spans else text
