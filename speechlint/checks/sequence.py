"""The numbers of a list: gaps, repeats, wrong order, a late start."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import ClassVar

from speechlint.checks.base import Check
from speechlint.checks.ordinals import Fault, FaultKind, diagnose
from speechlint.checks.renumbering import UNNUMBERED, NumberedList, number_lists, renumber
from speechlint.checks.restarts import find_restarts
from speechlint.checks.wording import name_marker, name_number, point_to
from speechlint.diagnostic import Edit, Finding, Partner
from speechlint.draft import Draft, PlacedList
from speechlint.syntax.nodes import Document, Item, Marker

_LATER_ITEMS = ("第二项", "第三项", "第四项")
"""One of these is in every script in which a host calls items, unless most are lost."""

_RENUMBERED = 10
"""How many faults of one list carry its renumbering, lest the output grow with the square."""


class Sequence(Check, frozen=True):
    """Finds items whose number doesn't fit the list, by the fewest edits that would mend it.

    A list that begins at one again where the one before it should have gone on is a ``restart``.
    A list may go on with the numbers of the one before it in another section (（一）（二） under
    一、, then （三） under 二、), as regulations and notices do.

    Attributes:
        fault: which kind of fault to find.
    """

    facts = frozenset({"marker", "expected", "last"})
    roles: ClassVar[dict[str, frozenset[str]]] = {
        "before": frozenset({"marker"}),
        "twin": frozenset({"marker"}),
        "other": frozenset({"marker"}),
    }
    variants = frozenset({"several", "restart"})

    fault: FaultKind

    def run(self, draft: Draft) -> Iterator[Finding]:
        """Findings in the order of the text."""
        faulty = draft.recall("lists with wrong numbers", lambda: tuple(_find_faulty(draft)))
        groups = [self._report(draft.text, numbered, faults) for numbered, faults in faulty]
        found = list(chain.from_iterable(groups))
        if self.fault is FaultKind.DUPLICATE:
            found += (_describe_restart(draft.text, *pair) for pair in find_restarts(draft))
        yield from sorted(found, key=lambda finding: finding.span)

    def _report(self, text: str, numbered: NumberedList, faults: list[Fault]) -> Iterator[Finding]:
        edits: tuple[Edit, ...] | None = None
        for number, fault in enumerate(faults):
            if fault.kind is self.fault:
                if edits is None:
                    edits = tuple(renumber(text, numbered))
                kept = edits if number < _RENUMBERED else ()
                yield _describe(text, numbered.series.items, numbered.base, fault, kept)


def _find_faulty(draft: Draft) -> Iterator[tuple[NumberedList, list[Fault]]]:
    for numbered in number_lists(draft):
        faults = diagnose([ordinal - numbered.base for ordinal in numbered.ordinals])
        if faults:
            yield numbered, faults
    if any(map(draft.text.__contains__, _LATER_ITEMS)):
        for document in draft.outline.documents:
            yield from _find_faulty_agendas(draft.text, document)


def _find_faulty_agendas(
    text: str, document: Document
) -> Iterator[tuple[NumberedList, list[Fault]]]:
    """The items that a host calls; the first may be called by 首先, others only be named."""
    # Only now: few drafts are scripts, and patterns take time to compile.
    from speechlint.syntax.agenda import find_agendas, mentioned_items

    named: frozenset[int] | None = None
    for agenda in find_agendas(text, document):
        ordinals = tuple(item.marker.ordinal for item in agenda.items)
        faults = [fault for fault in diagnose(ordinals) if fault.kind is not FaultKind.START]
        if any(fault.kind is FaultKind.GAP for fault in faults):
            named = mentioned_items(text, document) if named is None else named
            faults = [fault for fault in faults if not _is_named(fault, named)]
        if faults:
            yield NumberedList(agenda, ordinals, 0), faults


def _is_named(fault: Fault, named: frozenset[int]) -> bool:
    missing = range(fault.expected, fault.last + 1)
    return fault.kind is FaultKind.GAP and not named.isdisjoint(missing)


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


def _describe_restart(text: str, before: PlacedList, placed: PlacedList) -> Finding:
    marker = placed.series.items[0].marker
    last = before.series.items[-1].marker
    facts = (
        ("marker", name_marker(text, marker)),
        ("expected", name_number(text, marker, last.ordinal + 1)),
        ("last", name_marker(text, last)),
    )
    twin = point_to(text, before.series.items[0].marker, "twin")
    ordinals = tuple(item.marker.ordinal for item in placed.series.items)
    numbered = NumberedList(placed.series, ordinals, last.ordinal)
    return Finding(marker.span, facts, (twin,), tuple(renumber(text, numbered)), "restart")


def _numbered_like(items: tuple[Item, ...], index: int) -> Marker:
    """The marker to write a number after: the item's own, or its neighbour's if that is a word."""
    for item in (items[index], items[index - 1], items[0]):
        if item.marker.style not in UNNUMBERED:
            return item.marker
    return items[index].marker
