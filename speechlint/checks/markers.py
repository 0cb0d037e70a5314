"""Single markers: alone in their list, without a text, or buried in a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import pairwise
from typing import ClassVar

from speechlint.checks.base import Check
from speechlint.checks.wording import name_marker, name_number, point_to
from speechlint.diagnostic import Finding
from speechlint.draft import Draft, PlacedList
from speechlint.source import Span
from speechlint.syntax.endings import find_ending
from speechlint.syntax.nodes import Item, Style

_INK = r"\S"
_WORDS = r"[^\s、.．，,：:；;。]"
_SENTENCE = r"[。！？；：]"
_LIST = 3
"""Of so many items, one that is unlike all others is a slip."""
_LONE_NUMERAL = (
    r"[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．，]?|第[一二三四五六七八九十]{1,3}[，、]?"
)
_LONGEST_NUMERAL = 6


class MarkerFault(str, Enum):
    """What is wrong with a marker."""

    LONE = "lone"
    DANGLING = "dangling"
    BURIED = "buried"


class Markers(Check, frozen=True):
    """Finds markers that don't do their work.

    Attributes:
        fault: ``lone`` is the only item of a list; ``dangling`` has no text, or, as the variant
            ``apart``, none on its line, unlike all others; ``buried`` stands inside a paragraph,
            though the other items begin one.
        styles: the styles to look at; all when empty.
    """

    facts = frozenset({"marker", "other"})
    variants = frozenset({"apart"})
    roles: ClassVar[dict[str, frozenset[str]]] = {"before": frozenset({"marker"})}

    fault: MarkerFault
    styles: tuple[Style, ...] = ()

    def run(self, draft: Draft) -> Iterator[Finding]:
        """Findings in the order of the text."""
        lists = [
            placed
            for placed in draft.lists
            if not self.styles or placed.series.items[0].marker.style in self.styles
        ]
        if self.fault is MarkerFault.LONE:
            yield from _find_lone(draft.text, lists)
            return
        if self.fault is MarkerFault.DANGLING:
            yield from _find_dangling(draft, lists)
            return
        for placed in lists:
            yield from _find_buried(draft.text, placed.series.items)


def _find_lone(text: str, lists: Sequence[PlacedList]) -> Iterator[Finding]:
    """The only items of their lists, unless number two is in another section or in the text."""
    late = {_beginning(placed) for placed in lists if placed.series.items[0].marker.ordinal == 2}
    for placed in lists:
        item = placed.series.items[0]
        marker = item.marker
        single = len(placed.series.items) == 1 and marker.ordinal == 1 and not marker.inline
        if not single or _beginning(placed) in late:
            continue
        second = name_number(text, marker, 2)
        if text.find(second, item.span.start, item.span.end) < 0:
            yield Finding(marker.span, (("marker", name_marker(text, marker)), ("other", second)))


def _beginning(placed: PlacedList) -> tuple[int, tuple[Style, str]]:
    """The document and the kind of a list."""
    return placed.document.span.start, placed.series.items[0].marker.kind


def _find_dangling(draft: Draft, lists: Sequence[PlacedList]) -> Iterator[Finding]:
    """Markers without a text: items, and the lone numeral that a cut-off draft ends with."""
    spans: dict[Span, str] = {}
    words = re.compile(_WORDS)
    for placed in lists:
        items = placed.series.items
        bare = [item for item in items if not _covers(words, draft.text, item.heading.span)]
        spans.update(dict.fromkeys(_without_head(draft.text, items, bare), "apart"))
        spans.update(dict.fromkeys(_without_text(draft.text, items, bare), ""))
    for document in draft.outline.documents:
        last = find_ending(draft.text, document).last
        if last is not None and _is_lone_numeral(last.of(draft.text)):
            spans.setdefault(last, "")
    for span in sorted(spans):
        facts = (("marker", span.of(draft.text).rstrip("，,：: ")), ("other", ""))
        yield Finding(span, facts, variant=spans[span])


def _covers(words: re.Pattern[str], text: str, span: Span) -> bool:
    return words.search(text, span.start, span.end) is not None


def _is_lone_numeral(line: str) -> bool:
    return len(line) <= _LONGEST_NUMERAL and re.compile(_LONE_NUMERAL).fullmatch(line) is not None


def _without_text(text: str, items: Sequence[Item], bare: Sequence[Item]) -> Iterator[Span]:
    """Of the items without words on their line, those without a text below, too.

    A line such as a web address is no text where others have one.
    """
    following = _SENTENCE if len(bare) < len(items) else _INK
    for item in bare:
        start = max(item.marker.span.end, item.heading.span.end)
        is_empty = not item.heading.run_in and not any(item.lists)
        if is_empty and re.compile(following).search(text, start, item.span.end) is None:
            yield item.marker.span


def _without_head(text: str, items: Sequence[Item], bare: Sequence[Item]) -> Iterator[Span]:
    """The only item of a list without words on its line, though something stands below it."""
    if len(bare) != 1 or len(items) < _LIST:
        return
    (item,) = bare
    start = max(item.marker.span.end, item.heading.span.end)
    below = re.compile(_WORDS).search(text, start, item.span.end)
    if below and not (item.heading.run_in or item.marker.inline or any(item.lists)):
        yield item.marker.span


def _find_buried(text: str, items: Sequence[Item]) -> Iterator[Finding]:
    """Items inside the paragraph of the one before, where at least two begin their own."""
    if items[0].marker.inline or sum(not item.marker.inline for item in items) < 2:
        return
    for before, item in pairwise(items):
        marker = item.marker
        if marker.inline:
            other = name_marker(text, before.marker)
            facts = (("marker", name_marker(text, marker)), ("other", other))
            yield Finding(marker.span, facts, (point_to(text, before.marker, "before"),))
