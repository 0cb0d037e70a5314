"""The end of a draft: its last paragraphs, without appendix, signature, date and residue."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

from speechlint.source import Span
from speechlint.syntax.nodes import Document
from speechlint.syntax.residue import is_residue, trim_tags
from speechlint.syntax.signatures import is_signature, starts_appendix

PAGE = 4
"""How many paragraphs the end of a draft takes."""

_MOST_LINES = 40
_SHORT = 40


class Ending(msgspec.Struct, frozen=True):
    """The end of a draft.

    Attributes:
        page: the last paragraphs of the draft itself, in order, up to four: no appendix,
            signature, date or residue.
        final: the last paragraph of all, the appendix included; no signature, date or residue.
        signed: whether a signature or a date follows ``final``.
    """

    page: tuple[Span, ...]
    final: Span | None
    signed: bool

    @property
    def last(self) -> Span | None:
        """The last paragraph of the draft itself."""
        return self.page[-1] if self.page else None


def find_ending(text: str, document: Document) -> Ending:
    """The end of a document."""
    paragraphs = document.paragraphs
    styled = frozenset(line.span for line in document.headings)
    count = _strip(text, paragraphs, len(paragraphs), styled)
    signed = any(is_signature(text[p.start : p.end]) for p in paragraphs[count:])
    own = _strip(text, paragraphs, _count_own(text, document), styled)
    page = tuple(_trim(text, span) for span in paragraphs[max(0, own - PAGE) : own])
    return Ending(page, _trim(text, paragraphs[count - 1]) if count else None, signed)


def _count_own(text: str, document: Document) -> int:
    """How many paragraphs are the draft's own, ahead of any appendix."""
    body = document.body
    if document.appendix is not None:
        return len(body)
    # An appendix without a heading that the grammar knows, in the last half of the draft.
    half = document.span.start + len(document.span) // 2
    own = len(body)
    for number in range(len(body) - 1, 0, -1):
        span = body[number]
        if span.start < half:
            break
        if len(span) < _SHORT and starts_appendix(span.of(text)):
            own = number
    return own


def _strip(text: str, paragraphs: Sequence[Span], count: int, styled: Collection[Span]) -> int:
    """How many of the paragraphs are left when signature, date and residue are taken away.

    What the format of the draft marks as a heading is none of these.
    """
    least = max(0, count - _MOST_LINES)
    while count > least:
        span = paragraphs[count - 1]
        line = text[span.start : trim_tags(text, span.start, span.end)]
        if span in styled or (line and not is_residue(line) and not is_signature(line)):
            break
        count -= 1
    return count


def _trim(text: str, span: Span) -> Span:
    return Span(span.start, trim_tags(text, span.start, span.end))
