r"""Markdown as the linter reads it: markup blanked by spaces, so that no offset moves.

What is said stays: the text of headings, links and table cells, and the markers of ordered lists.
Blanked are heading signs, bullets, quotation bars, rules, the bars of tables, emphasis, the targets
of links, pictures, code, comments, tags and front matter.
"""

from __future__ import annotations

import re

from speechlint.readers.markdown.blocks import blank_blocks, blank_opaque
from speechlint.readers.markdown.emphasis import blank_emphasis
from speechlint.readers.markdown.headings import find_headings
from speechlint.readers.markdown.inlines import ESCAPE, blank_inlines, hide_escapes
from speechlint.source import StyledLine

__all__ = ["headings_of", "mask"]

_MARKUP = re.compile(r"[\\`*_~#<>|\[=+-]")
_MASK_SIGNS = "*_"


def mask(text: str) -> str:
    r"""The text with its markup blanked; length and line ends stay.

    A backslash ahead of ``*`` or ``_`` reads as that character, for converters write a mask as
    ``\*\*县`` and it must stay in one piece.
    """
    if not _MARKUP.search(text):
        return text
    opaque = blank_opaque(text)
    hidden = hide_escapes(opaque)
    masked = blank_emphasis(blank_inlines(blank_blocks(hidden)))
    return masked if hidden is opaque else _with_escapes(masked, opaque)


def headings_of(text: str) -> tuple[StyledLine, ...]:
    """The lines that begin with heading signs, and the title among them."""
    return find_headings(blank_opaque(text)) if "#" in text else ()


def _with_escapes(masked: str, opaque: str) -> str:
    pieces: list[str] = []
    end = 0
    for found in ESCAPE.finditer(opaque):
        if masked[found.start() : found.end()].isspace():
            continue
        sign = found[1]
        pieces += (masked[end : found.start()], sign if sign in _MASK_SIGNS else " ", sign)
        end = found.end()
    return "".join((*pieces, masked[end:]))
