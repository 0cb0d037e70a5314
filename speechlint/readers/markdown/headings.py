"""Headings of Markdown, for what they say of a draft: its title and the level of its sections."""

from __future__ import annotations

import re

from speechlint.source import TITLE, Span, StyledLine

_HEADING = re.compile(r"(?<![^\r\n]) {0,3}(#{1,6})[ \t]+(?=[^\s#])([^\r\n]*)")
_TAIL = re.compile(r"[ \t]+#*[ \t]*\Z")


def find_headings(text: str) -> tuple[StyledLine, ...]:
    """The headings of a text that has nothing in it any more that is no markup, such as code.

    A first heading that is the only one of the first level is the title.
    """
    if "#" not in text:
        return ()
    found = [
        StyledLine(Span(one.start(2), one.start(2) + len(_TAIL.sub("", one[2]))), len(one[1]))
        for one in _HEADING.finditer(text)
    ]
    levels = [line.level for line in found]
    if levels and levels[0] == 1 and levels.count(1) == 1:
        found[0] = StyledLine(found[0].span, TITLE)
    return tuple(found)
