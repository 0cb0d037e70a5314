"""Lists as a document defines them: ``word/numbering.xml``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from speechlint.readers.docx.styles import Styles
from speechlint.readers.docx.vocabulary import Vocabulary, as_number

if TYPE_CHECKING:
    from lxml.etree import _Element

LEVELS = 9


class Level(msgspec.Struct, frozen=True):
    """How one level of a list is numbered.

    Attributes:
        start: the first number.
        format: a value of ``w:numFmt``.
        text: the label, with %1 to %9 for the numbers of the levels.
        suffix: what follows the label: tab, space or nothing.
        restart: starts anew after an item of this level (from 1) or above; 0 for never, None for
            after every item above.
        style: the paragraph style that is tied to this level.
        legal: whether the numbers of all levels are shown in digits.
    """

    start: int = 1
    format: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    restart: int | None = None
    style: str | None = None
    legal: bool = False


class NumberedList(msgspec.Struct, frozen=True):
    """A list that paragraphs can belong to.

    Attributes:
        counters: lists of the same definition go on counting together.
        levels: by number, from 0.
        starts: numbers at which this list begins anew, by level.
    """

    counters: str
    levels: dict[int, Level]
    starts: dict[int, int]

    def level(self, number: int) -> Level:
        """The definition of a level; a plain one where the document has none."""
        return self.levels.get(number) or Level()

    def level_of_style(self, style: str) -> int | None:
        """The level that a paragraph style is tied to."""
        return next((n for n, level in self.levels.items() if level.style == style), None)


def read_numbering(root: _Element | None, styles: Styles, w: Vocabulary) -> dict[str, NumberedList]:
    """All lists of a document, by the identifier that paragraphs use."""
    if root is None:
        return {}
    definitions = {one.get(w("abstractNumId"), ""): one for one in root.iter(w("abstractNum"))}
    instances = {one.get(w("numId"), ""): one for one in root.iter(w("num"))}
    return {
        identifier: _read_list(instance, definitions, instances, styles, w)
        for identifier, instance in instances.items()
    }


def _read_list(
    instance: _Element,
    definitions: dict[str, _Element],
    instances: dict[str, _Element],
    styles: Styles,
    w: Vocabulary,
) -> NumberedList:
    counters = w.value(instance, "abstractNumId") or ""
    linked = w.value(definitions.get(counters), "numStyleLink")
    if linked is not None:
        counters = _follow_link(linked, counters, instances, styles, w)
    levels = _read_levels(definitions.get(counters), w)
    starts: dict[int, int] = {}
    for override in instance.iter(w("lvlOverride")):
        number = as_number(override.get(w("ilvl")))
        start = w.number(override, "startOverride")
        if number is not None and start is not None:
            starts[number] = start
        levels.update(_read_levels(override, w))
    return NumberedList(counters, levels, starts)


def _follow_link(
    style: str, counters: str, instances: dict[str, _Element], styles: Styles, w: Vocabulary
) -> str:
    """A definition may be no more than the name of a list style, which leads to the real one."""
    for _, one in styles.lineage(style):
        if one.num_id in instances:
            return w.value(instances[one.num_id], "abstractNumId") or counters
    return counters


def _read_levels(parent: _Element | None, w: Vocabulary) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for element in () if parent is None else parent.iterchildren(w("lvl")):
        number = as_number(element.get(w("ilvl")))
        if number is not None and 0 <= number < LEVELS:
            found[number] = _read_level(element, w)
    return found


def _read_level(element: _Element, w: Vocabulary) -> Level:
    start = w.number(element, "start")
    # Formats that old versions don't know stand in an alternative; its last branch is for all.
    formats = [one.get(w("val"), "decimal") for one in element.iter(w("numFmt"))]
    return Level(
        # Without an element, Word begins at 0.
        start=0 if start is None else start,
        format=formats[-1] if formats else "decimal",
        text=w.value(element, "lvlText") or "",
        suffix=w.value(element, "suff") or "tab",
        restart=w.number(element, "lvlRestart"),
        style=w.value(element, "pStyle"),
        legal=w.is_on(element, "isLgl"),
    )
