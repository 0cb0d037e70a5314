"""One heading that is longer or shorter than all its siblings, which are of one length."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from speechlint.checks.base import Check
from speechlint.checks.grouped import judge_groups
from speechlint.checks.parallel_clauses import odd_one
from speechlint.diagnostic import Finding, Partner
from speechlint.draft import Draft
from speechlint.syntax.alignment import count_characters
from speechlint.syntax.groups import Group, GroupKind

_TITLES = frozenset({GroupKind.HEADINGS, GroupKind.BULLETS})
_FEWEST = 4


class ParallelLength(Check, frozen=True):
    """Finds the heading that breaks the even length of all others; a longer last one may.

    Marks don't count.

    Attributes:
        least: by how many characters it has to differ.
    """

    facts = frozenset({"heading", "length", "usual", "count"})
    roles: ClassVar[dict[str, frozenset[str]]] = {"sibling": frozenset({"heading"})}

    least: int = 2

    def run(self, draft: Draft) -> Iterator[Finding]:
        """Findings in the order of the text."""
        yield from judge_groups(draft, self, self._judge, _TITLES, _FEWEST)

    def _judge(self, group: Group, text: str) -> Iterator[Finding]:
        lengths = [count_characters(member.of(text)) for member in group.members]
        odd = odd_one(lengths)
        if odd is None:
            return
        sibling = odd - 1 if odd else 1
        more = lengths[odd] - lengths[sibling]
        is_last = odd == len(lengths) - 1
        if abs(more) < self.least or (is_last and more > 0):
            return
        heading, other = group.members[odd], group.members[sibling]
        yield Finding(
            span=heading,
            facts=(
                ("heading", heading.of(text)),
                ("length", lengths[odd]),
                ("usual", lengths[sibling]),
                ("count", len(lengths) - 1),
            ),
            partners=(Partner(other, "sibling", (("heading", other.of(text)),)),),
        )
