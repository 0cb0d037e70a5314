"""Marks that come in pairs: quotation marks and brackets, over a whole document.

Each kind of mark is followed on its own, so that a lost one upsets no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

import msgspec

from speechlint.checks.base import Check
from speechlint.checks.pair_faults import find_faults
from speechlint.checks.pair_marks import KINDS, Kind, find_disorder, read_lines
from speechlint.diagnostic import Finding
from speechlint.draft import Draft
from speechlint.source import Span

_SHOWN = 8
"""How much of the text beside a mark a message shows, in code points."""

_MISMATCH = 30
"""How far apart two marks of different kinds may be that were meant for a pair."""

_LINE_END = re.compile("[\r\n]")


class Pairs(Check, frozen=True):
    """Marks without their partner.

    Attributes:
        pairs: which pairs to look at.
    """

    facts = frozenset({"mark", "partner", "after", "before"})
    variants = frozenset({"unopened", "reversed", "mismatched"})
    needs_structure = False

    pairs: tuple[str, ...] = tuple(KINDS)

    def verify(self) -> None:
        """See that the pairs are known."""
        unknown = [pair for pair in self.pairs if pair not in KINDS]
        if unknown:
            raise ValueError(f"pairs: “{unknown[0]}” is none of: {' '.join(KINDS)}")

    def run(self, draft: Draft) -> Iterator[Finding]:
        """Findings in the order of the text."""
        faults: list[_Placed] = []
        for pair in self.pairs:
            kind = KINDS[pair]
            if draft.memory.find(("disorder", pair), draft.prose, partial(find_disorder, kind)):
                for text in _texts(draft):
                    lines = read_lines(draft.prose, text, kind)
                    faults += [_Placed(f.offset, f.variant, kind) for f in find_faults(lines, kind)]
        faults.sort(key=lambda fault: fault.offset)
        yield from _report_all(faults, draft.prose)


def _texts(draft: Draft) -> Iterator[Span]:
    """What a pair lies in: a document, or a note."""
    yield from (document.span for document in draft.outline.documents)
    yield from (note.span for note in draft.source.notes)


class _Placed(msgspec.Struct, frozen=True):
    """A fault with the kind of pair it is about."""

    offset: int
    variant: str
    kind: Kind


def _report_all(faults: list[_Placed], text: str) -> Iterator[Finding]:
    """One finding a fault, or for two that were meant for a pair: “规划》."""
    waiting: _Placed | None = None
    for fault in faults:
        if waiting and _were_a_pair(waiting, fault, text):
            yield _report(waiting, text, fault)
            waiting = None
        else:
            if waiting:
                yield _report(waiting, text)
            waiting = fault
    if waiting:
        yield _report(waiting, text)


def _were_a_pair(first: _Placed, second: _Placed, text: str) -> bool:
    between = text[first.offset : second.offset]
    return (
        (first.variant, second.variant) == ("", "unopened")
        and first.kind is not second.kind
        and len(between) <= _MISMATCH
        and not _LINE_END.search(between)
    )


def _report(fault: _Placed, text: str, other: _Placed | None = None) -> Finding:
    start = fault.offset
    end = start + 1
    mark = text[start]
    partner = fault.kind.opening[0] if mark in fault.kind.closing else fault.kind.closing[0]
    variant = fault.variant
    if other:
        end, partner, variant = other.offset + 1, text[other.offset], "mismatched"
    before = _LINE_END.split(text[max(0, start - _SHOWN) : start])[-1]
    after = _LINE_END.split(text[start + 1 : start + 1 + _SHOWN])[0]
    facts = (("mark", mark), ("partner", partner), ("before", before), ("after", after))
    return Finding(Span(start, end), facts, variant=variant)
