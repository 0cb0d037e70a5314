"""Checks that a list has as many items as the draft announces: 讲三点意见, “六大主业”."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from speechlint.checks.base import Check
from speechlint.checks.counting import Fault, Verdict, judge
from speechlint.diagnostic import Finding, Partner
from speechlint.draft import Draft

_LONGEST_EXCERPT = 20


class Count(Check, frozen=True):
    """An announcement and the list that it announces.

    Attributes:
        fault: what to complain about: ``series``, a series of another number; ``missing``, no
            series at all; ``sentence``, members in the same sentence of another number.
        slogans: fixed phrases that announce nothing, besides the known ones.
    """

    facts = frozenset({"phrase", "announced", "found"})
    variants = frozenset({"backward"})
    roles: ClassVar[dict[str, frozenset[str]]] = {"member": frozenset({"number", "text"})}

    fault: Fault = Fault.SERIES
    slogans: tuple[str, ...] = ()

    def run(self, draft: Draft) -> Iterator[Finding]:
        """A finding for each announcement that fails so."""
        for verdict in judge(draft, self.slogans):
            if verdict.fault is self.fault:
                yield _describe(verdict, draft.text)


def _describe(verdict: Verdict, text: str) -> Finding:
    announcement = verdict.announcement
    facts = (
        ("phrase", announcement.name(text)),
        ("announced", announcement.total or 0),
        ("found", len(verdict.found)),
    )
    partners = tuple(
        Partner(span, "member", (("number", number), ("text", _excerpt(span.of(text)))))
        for number, span in enumerate(verdict.found, 1)
    )
    variant = "backward" if verdict.backward else ""
    return Finding(announcement.span, facts, partners, variant=variant)


def _excerpt(text: str) -> str:
    return text if len(text) <= _LONGEST_EXCERPT else text[: _LONGEST_EXCERPT - 1] + "…"
