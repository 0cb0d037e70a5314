"""Whether a list may begin with another number than one."""

from __future__ import annotations

from speechlint.syntax.candidates import STRAY_PARAGRAPHS, Candidate
from speechlint.syntax.lookahead import Lookahead
from speechlint.syntax.nodes import Style

_WRITTEN = frozenset({Style.HAN, Style.HAN_BRACKET})
_WORDS = frozenset({Style.CONNECTIVE, Style.SIDE})


def begins_late(ahead: Lookahead, index: int, candidate: Candidate) -> bool:
    """Whether a list may begin at the start of a line though not with 一."""
    style = candidate.kind[0]
    return style in _WRITTEN or (ahead.goes_on(index) and style not in _WORDS)


def lost_first(ahead: Lookahead, index: int, candidate: Candidate) -> bool:
    """Whether a 二是 inside a line begins a list: 三是 follows there, and no 一是 is near."""
    following = ahead.next(index, (candidate.kind,), at_line_start=False)
    if (
        not candidate.unled
        or following is None
        or following.ordinal != candidate.ordinal + 1
        or following.paragraph != candidate.paragraph
    ):
        return False
    before = ahead.previous(index, candidate.kind)
    return (
        before is None
        or before.ordinal != 1
        or candidate.paragraph - before.paragraph > STRAY_PARAGRAPHS
    )
