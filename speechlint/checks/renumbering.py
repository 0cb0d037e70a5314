"""Which numbers the items of lists have, and which they should have."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from speechlint.diagnostic import Edit
from speechlint.draft import Draft
from speechlint.syntax.nodes import Item, List, Style
from speechlint.syntax.numerals import format_numeral, parse_numeral

UNNUMBERED = frozenset({Style.CONNECTIVE, Style.SIDE})
"""Styles whose words have no strict number: 再次 and 最后 fit wherever they stand."""

_WRITTEN = frozenset(
    {Style.CHAPTER, Style.SECTION, Style.HAN, Style.HAN_BRACKET, Style.DIGIT, Style.DIGIT_BRACKET}
)
"""Styles whose numbers may go on from section to section."""


class NumberedList(msgspec.Struct, frozen=True):
    """A list with the numbers of its items.

    Attributes:
        ordinals: a word without a strict number counts as the next.
        base: the last number of the list that it goes on from; 0 where it begins at one.
    """

    series: List
    ordinals: tuple[int, ...]
    base: int


def number_lists(draft: Draft) -> Iterator[NumberedList]:
    """Every list of a draft in the order of the text."""
    ends: dict[tuple[int, Style], int] = {}
    for placed in draft.lists:
        items = placed.series.items
        ordinals = tuple(_ordinals(items))
        style = items[0].marker.style
        before = ends.get((placed.document.span.start, style), 0)
        ends[placed.document.span.start, style] = ordinals[-1]
        goes_on = ordinals[0] == before + 1 and style in _WRITTEN
        yield NumberedList(placed.series, ordinals, before if goes_on else 0)


def _ordinals(items: tuple[Item, ...]) -> list[int]:
    """The numbers of the items; a word without a strict number counts as the next."""
    ordinals: list[int] = []
    for item in items:
        loose = ordinals and item.marker.style in UNNUMBERED
        ordinals.append(ordinals[-1] + 1 if loose else item.marker.ordinal)
    return ordinals


def renumber(text: str, numbered: NumberedList) -> Iterator[Edit]:
    """Number the items one by one, each in its own digits; nothing where Word draws markers."""
    items = numbered.series.items
    if any(item.marker.automatic for item in items):
        return
    for ordinal, item in enumerate(items, numbered.base + 1):
        numeral = item.marker.numeral.of(text)
        if item.marker.ordinal == ordinal or parse_numeral(numeral) is None:
            continue
        written = format_numeral(ordinal, numeral)
        if written is not None:
            yield Edit(item.marker.numeral, written)
