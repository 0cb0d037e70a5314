"""Clauses of a phrase: what commas divide, outside quotations, titles and brackets."""

from __future__ import annotations

import re

_ENCLOSED = re.compile("“[^“”]*”|《[^《》]*》|（[^（）]*）|\\([^()]*\\)")
_COMMA = re.compile("[，,]")


def split_clauses(phrase: str) -> list[str]:
    """The clauses of a phrase, joined by commas of one width or the other."""
    hidden = _ENCLOSED.sub(lambda found: "·" * len(found[0]), phrase)
    ends = [found.start() for found in _COMMA.finditer(hidden)]
    starts = [0, *(end + 1 for end in ends)]
    return [phrase[start:end] for start, end in zip(starts, [*ends, len(phrase)], strict=True)]
