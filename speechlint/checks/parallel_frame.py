"""One phrase that breaks the frame which all its siblings share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from speechlint.checks.base import Check
from speechlint.diagnostic import Finding, Partner
from speechlint.draft import Draft

if TYPE_CHECKING:
    from speechlint.syntax.departures import Departure
    from speechlint.syntax.groups import Group


class ParallelFrame(Check, frozen=True):
    """Finds the phrase that lacks what all its siblings share.

    Attributes:
        fault: what it lacks: the words that open all the others, or other parts of their frame.
    """

    facts = frozenset({"phrase", "frame", "lead", "lacking", "count"})
    roles: ClassVar[dict[str, frozenset[str]]] = {"sibling": frozenset({"phrase"})}
    variants = frozenset({"doubtful"})

    fault: Literal["lead", "frame"]

    def run(self, draft: Draft) -> Iterator[Finding]:
        """Findings in the order of the text."""
        if not draft.departures:
            return
        from speechlint.checks.frame_evidence import judge

        found: list[Finding] = []
        for group, departure in draft.departures:
            verdict = judge(group, departure, draft.text)
            if verdict is not None and verdict.fault == self.fault:
                found.append(_report(group, departure, draft.text, is_sure=verdict.is_sure))
        yield from sorted(found, key=lambda finding: finding.span)


def _report(group: Group, departure: Departure, text: str, *, is_sure: bool) -> Finding:
    members = group.members
    odd = members[departure.member]
    sibling = members[departure.member - 1 if departure.member else 1]
    return Finding(
        span=odd,
        facts=(
            ("phrase", odd.of(text)),
            ("frame", str(departure.frame)),
            ("lead", departure.lead),
            ("lacking", "…".join(departure.lacking)),
            ("count", len(members) - 1),
        ),
        partners=(Partner(sibling, "sibling", (("phrase", sibling.of(text)),)),),
        variant="" if is_sure else "doubtful",
    )
