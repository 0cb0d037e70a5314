"""The labels that Word draws ahead of numbered paragraphs, counted in the order of the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from speechlint.readers.docx.formats import format_number
from speechlint.readers.docx.numbering import LEVELS, Level, NumberedList
from speechlint.readers.docx.styles import Styles
from speechlint.readers.docx.vocabulary import Vocabulary

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLACE = re.compile(r"%([1-9])")
_NO_LIST = "0"
_FULL_WIDTH_END = frozenset("、，．。：；）】〕」』》〉")
"""Punctuation with space of its own: after it, the tab that Word draws is not written."""


class Labels:
    """Counts the items of all lists of a document."""

    def __init__(self, lists: dict[str, NumberedList], styles: Styles, w: Vocabulary) -> None:
        self._lists = lists
        self._styles = styles
        self._w = w
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, properties: _Element | None) -> str:
        """The label of the next paragraph, with the space after it; "" for none.

        Args:
            properties: the ``w:pPr`` of the paragraph.
        """
        if not self._lists:
            return ""
        place = self._place(properties)
        if place is None:
            return ""
        identifier, number = place
        numbered = self._lists[identifier]
        counts = self._count(identifier, numbered, number)
        level = numbered.level(number)
        if level.format == "bullet":
            return ""
        label = _PLACE.sub(lambda found: _write(found, counts, numbered, level), level.text)
        ends_itself = not label or level.suffix == "nothing" or label[-1] in _FULL_WIDTH_END
        return label if ends_itself else f"{label} "

    def _place(self, properties: _Element | None) -> tuple[str, int] | None:
        """The list of a paragraph and the level in it: its own, or its style's."""
        w = self._w
        own = None if properties is None else properties.find(w("numPr"))
        identifier = w.value(own, "numId")
        number = w.number(own, "ilvl")
        if identifier is None:
            style = w.value(properties, "pStyle") or self._styles.default
            identifier, styled = self._place_of_style(style)
            number = styled if number is None else number
        if identifier is None or identifier == _NO_LIST or identifier not in self._lists:
            return None
        return identifier, min(max(number or 0, 0), LEVELS - 1)

    def _place_of_style(self, style: str | None) -> tuple[str | None, int | None]:
        """A level that is tied to the style counts more than the level the style names."""
        lineage = list(self._styles.lineage(style))
        identifier = next((one.num_id for _, one in lineage if one.num_id is not None), None)
        numbered = self._lists.get(identifier or "")
        if numbered is None:
            return identifier, None
        for name, one in lineage:
            tied = numbered.level_of_style(name)
            if tied is not None:
                return identifier, tied
            if one.list_level is not None:
                return identifier, one.list_level
        return identifier, None

    def _count(self, identifier: str, numbered: NumberedList, number: int) -> list[int | None]:
        counts = self._counts.setdefault(numbered.counters, [None] * LEVELS)
        start = numbered.starts.get(number)
        count = counts[number]
        if start is not None and (identifier, number) not in self._begun:
            counts[number] = start
        elif count is None:
            counts[number] = numbered.level(number).start
        else:
            counts[number] = count + 1
        self._begun.add((identifier, number))
        for above in range(number):
            if counts[above] is None:
                counts[above] = numbered.level(above).start
        for below in range(number + 1, LEVELS):
            restart = numbered.level(below).restart
            if restart is None or number < restart:
                counts[below] = None
        return counts


def _write(
    found: re.Match[str], counts: list[int | None], numbered: NumberedList, level: Level
) -> str:
    number = int(found[1]) - 1
    count = counts[number]
    if count is None:
        return ""
    own = numbered.level(number).format
    return format_number(count, "decimal" if level.legal and own != "decimalZero" else own)
