"""Clauses of a phrase: what commas divide, outside quotations, titles and brackets."""

from __future__ import annotations

import re

_OPENING = frozenset("“《（(")
_ENCLOSED = r"“[^“”]*”|《[^《》]*》|（[^（）]*）|\([^()]*\)"
_COMMAS = "，,"


def split_clauses(phrase: str) -> list[str]:
    """The clauses of a phrase, joined by commas of one width or the other."""
    hidden = phrase
    if not _OPENING.isdisjoint(phrase):
        hidden = re.compile(_ENCLOSED).sub(lambda found: "·" * len(found[0]), phrase)
    ends = [place for place, sign in enumerate(hidden) if sign in _COMMAS]
    starts = [0, *(end + 1 for end in ends)]
    return [phrase[start:end] for start, end in zip(starts, [*ends, len(phrase)], strict=True)]
