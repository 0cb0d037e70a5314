"""Which styles of marker stand above which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from enum import Enum
from typing import ClassVar

from speechlint.checks.base import Check
from speechlint.checks.wording import name_marker
from speechlint.diagnostic import Finding, Partner
from speechlint.draft import Draft, PlacedList
from speechlint.syntax.nodes import Marker, Style


class LevelFault(str, Enum):
    """What is wrong with the level of a list."""

    INVERSION = "inversion"
    DRIFT = "drift"


class Levels(Check, frozen=True):
    """Finds lists whose style doesn't suit their level.

    Attributes:
        fault: an inversion is a style above one that ranks higher; drift is a section whose list
            is marked otherwise than those of most of its sister sections.
        ladder: the styles that have a rank, from the top (GB/T 15834 B.3.8); others fit anywhere.
    """

    facts = frozenset({"marker", "other"})
    roles: ClassVar[dict[str, frozenset[str]]] = {
        "above": frozenset({"marker"}),
        "usual": frozenset({"marker"}),
    }

    fault: LevelFault
    ladder: tuple[Style, ...]

    def run(self, draft: Draft) -> Iterator[Finding]:
        """Findings in the order of the text."""
        if self.fault is LevelFault.INVERSION:
            yield from self._inversions(draft)
        else:
            yield from sorted(self._drifts(draft), key=lambda finding: finding.span)

    def _inversions(self, draft: Draft) -> Iterator[Finding]:
        ranks = {style: rank for rank, style in enumerate(self.ladder)}
        for placed in draft.lists:
            marker = placed.series.items[0].marker
            above = self._ranked_above(placed)
            if above is not None and ranks.get(marker.style, len(ranks)) < ranks[above.style]:
                yield _compare(draft.text, marker, above, "above")

    def _ranked_above(self, placed: PlacedList) -> Marker | None:
        """The nearest marker above a list that has a rank."""
        here: PlacedList | None = placed
        while here is not None and here.item is not None:
            if here.item.marker.style in self.ladder:
                return here.item.marker
            here = here.above
        return None

    def _drifts(self, draft: Draft) -> Iterator[Finding]:
        for sisters in self._sisters(draft):
            counted = Counter(marker.style for marker in sisters).most_common()
            usual, number = counted[0]
            if number < 2 or number <= len(sisters) - number:
                continue
            example = next(marker for marker in sisters if marker.style is usual)
            for marker in sisters:
                if marker.style is not usual:
                    yield _compare(draft.text, marker, example, "usual")

    def _sisters(self, draft: Draft) -> Iterator[list[Marker]]:
        """The first markers of the ranked lists that stand under the items of one list."""
        groups: dict[int, dict[int, Marker]] = {}
        for placed in draft.lists:
            marker = placed.series.items[0].marker
            if placed.item and placed.above and marker.style in self.ladder and not marker.inline:
                group = groups.setdefault(placed.above.series.span.start, {})
                group.setdefault(placed.item.span.start, marker)
        for group in groups.values():
            yield list(group.values())


def _compare(text: str, marker: Marker, other: Marker, role: str) -> Finding:
    name, other_name = name_marker(text, marker), name_marker(text, other)
    return Finding(
        marker.span,
        (("marker", name), ("other", other_name)),
        (Partner(other.span, role, (("marker", other_name),)),),
    )
