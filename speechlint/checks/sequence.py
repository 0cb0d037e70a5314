"""The numbers of a list: gaps, repeats, wrong order, a late start."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from speechlint.checks.base import Check
from speechlint.checks.ordinals import Fault, FaultKind, diagnose
from speechlint.checks.wording import name_marker, name_number
from speechlint.diagnostic import Edit, Finding, Partner
from speechlint.draft import Draft
from speechlint.syntax.nodes import Item, Marker, Style
from speechlint.syntax.numerals import format_numeral, parse_numeral

_UNNUMBERED = frozenset({Style.CONNECTIVE, Style.SIDE})
"""Styles whose words have no strict number: 再次 and 最后 fit wherever they stand."""

_WRITTEN = frozenset(
    {Style.CHAPTER, Style.SECTION, Style.HAN, Style.HAN_BRACKET, Style.DIGIT, Style.DIGIT_BRACKET}
)
"""Styles whose numbers may go on from section to section."""

_RENUMBERED = 10
"""How many faults of one list carry its renumbering, lest the output grow with the square."""


class Sequence(Check, frozen=True):
    """Finds items whose number doesn't fit the list, by the fewest edits that would mend it.

    A list may go on with the numbers of the one before it in another section (（一）（二） under
    一、, then （三） under 二、), as regulations and notices do.

    Attributes:
        fault: which kind of fault to find.
    """

    facts: ClassVar[frozenset[str]] = frozenset({"marker", "expected", "last"})
    roles: ClassVar[dict[str, frozenset[str]]] = {
        "before": frozenset({"marker"}),
        "twin": frozenset({"marker"}),
        "other": frozenset({"marker"}),
    }
    variants: ClassVar[frozenset[str]] = frozenset({"several"})

    fault: FaultKind

    def run(self, draft: Draft) -> Iterator[Finding]:
        """Findings in the order of the text."""
        ends: dict[tuple[int, Style], int] = {}
        for placed in draft.lists:
            items = placed.series.items
            ordinals = _ordinals(items)
            style = items[0].marker.style
            before = ends.get((placed.document.span.start, style), 0)
            ends[placed.document.span.start, style] = ordinals[-1]
            goes_on = ordinals[0] == before + 1 and style in _WRITTEN
            yield from self._examine(draft.text, items, ordinals, before if goes_on else 0)

    def _examine(
        self, text: str, items: tuple[Item, ...], ordinals: list[int], base: int
    ) -> Iterator[Finding]:
        edits: tuple[Edit, ...] | None = None
        for number, fault in enumerate(diagnose([ordinal - base for ordinal in ordinals])):
            if fault.kind is self.fault:
                if edits is None:
                    edits = tuple(_renumber(text, items, base))
                yield _describe(text, items, base, fault, edits if number < _RENUMBERED else ())


def _ordinals(items: tuple[Item, ...]) -> list[int]:
    """The numbers of the items; a word without a strict number counts as the next."""
    ordinals: list[int] = []
    for item in items:
        loose = ordinals and item.marker.style in _UNNUMBERED
        ordinals.append(ordinals[-1] + 1 if loose else item.marker.ordinal)
    return ordinals


def _describe(
    text: str, items: tuple[Item, ...], base: int, fault: Fault, edits: tuple[Edit, ...]
) -> Finding:
    marker = items[fault.index].marker
    like = _numbered_like(items, fault.index)
    facts = (
        ("marker", name_marker(text, marker)),
        ("expected", name_number(text, like, fault.expected + base)),
        ("last", name_number(text, like, fault.last + base)),
    )
    partners: tuple[Partner, ...] = ()
    if fault.partner is not None:
        partner = items[fault.partner].marker
        role = {FaultKind.GAP: "before", FaultKind.DUPLICATE: "twin"}.get(fault.kind, "other")
        partners = (Partner(partner.span, role, (("marker", name_marker(text, partner)),)),)
    variant = "several" if fault.last > fault.expected else ""
    return Finding(marker.span, facts, partners, edits, variant)


def _numbered_like(items: tuple[Item, ...], index: int) -> Marker:
    """The marker to write a number after: the item's own, or its neighbour's if that is a word."""
    for item in (items[index], items[index - 1], items[0]):
        if item.marker.style not in _UNNUMBERED:
            return item.marker
    return items[index].marker


def _renumber(text: str, items: tuple[Item, ...], base: int) -> Iterator[Edit]:
    """Number the items one by one, each in its own digits; nothing where Word draws markers."""
    if any(item.marker.automatic for item in items):
        return
    for ordinal, item in enumerate(items, base + 1):
        numeral = item.marker.numeral.of(text)
        if item.marker.ordinal == ordinal or parse_numeral(numeral) is None:
            continue
        written = format_numeral(ordinal, numeral)
        if written is not None:
            yield Edit(item.marker.numeral, written)
