"""Lists whose items are not marked in one way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from speechlint.checks.base import Check
from speechlint.checks.wording import name_marker, name_number, point_to
from speechlint.diagnostic import Finding
from speechlint.draft import Draft
from speechlint.syntax.nodes import Item, Marker, Style


class Mixture(Check, frozen=True):
    """Finds lists whose items have markers of several kinds: 一要 二要 三是.

    The finding is at the first marker that differs from most others.

    Attributes:
        tolerated: sets of styles whose mixture is the variant ``minor``.
    """

    facts = frozenset({"marker", "usual", "better"})
    roles: ClassVar[dict[str, frozenset[str]]] = {
        "usual": frozenset({"marker"}),
        "also": frozenset({"marker"}),
    }
    variants = frozenset({"minor"})

    tolerated: tuple[tuple[Style, ...], ...] = ()

    def run(self, draft: Draft) -> Iterator[Finding]:
        """Findings in the order of the text."""
        for placed in draft.lists:
            items = placed.series.items
            counted = Counter(item.marker.kind for item in items)
            if len(counted) > 1:
                usual = counted.most_common()[0][0]
                yield self._describe(draft.text, items, usual, {style for style, _ in counted})

    def _describe(
        self, text: str, items: tuple[Item, ...], usual: tuple[Style, str], styles: set[Style]
    ) -> Finding:
        odd = [item.marker for item in items if item.marker.kind != usual]
        like = _nearest(items, odd[0], usual)
        facts = (
            ("marker", name_marker(text, odd[0])),
            ("usual", name_marker(text, like)),
            ("better", name_number(text, like, odd[0].ordinal)),
        )
        partners = (point_to(text, like, "usual"), *(point_to(text, m, "also") for m in odd[1:]))
        one_kind_a_style = len({item.marker.kind for item in items}) == len(styles)
        minor = one_kind_a_style and any(styles <= set(those) for those in self.tolerated)
        return Finding(odd[0].span, facts, partners, variant="minor" if minor else "")


def _nearest(items: tuple[Item, ...], marker: Marker, kind: tuple[Style, str]) -> Marker:
    """The last marker of a kind before another one, or else the first after it."""
    of_kind = [item.marker for item in items if item.marker.kind == kind]
    before = [one for one in of_kind if one.span < marker.span]
    return before[-1] if before else of_kind[0]
