"""Lists that begin at one again right after another of their kind, as when a passage was pasted in.

A list may well begin again: in another section, after a heading without a number, after a sentence
that leads to it, after a table of contents, in the next of several drafts. What is told here has
none of these between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechlint.draft import Draft, PlacedList
from speechlint.syntax.nodes import Item, Style

_LADDER = frozenset({Style.CHAPTER, Style.SECTION, Style.HAN, Style.HAN_BRACKET})

_Key = tuple[int, int, tuple[Style, str]]

_LEADS_ON = (
    r"(?:[以如]下|下面|接下来|最后|另外|[几两一二三四五六七八九十]{1,2}(?:点|条|项|件|个))[^。]*。$"
)


def find_restarts(draft: Draft) -> Iterator[tuple[PlacedList, PlacedList]]:
    """The list before and the one that begins again, in the order of the text."""
    latest: dict[_Key, PlacedList] = {}
    for placed in draft.lists:
        first = placed.series.items[0].marker
        if first.inline or first.style not in _LADDER:
            continue
        above = placed.item.span.start if placed.item else -1
        key = placed.document.span.start, above, first.kind
        before = latest.get(key)
        latest[key] = placed
        if before is not None and first.ordinal == 1 and _follows(draft.text, before, placed):
            yield before, placed


def _follows(text: str, before: PlacedList, placed: PlacedList) -> bool:
    """Whether nothing but the text of its last item stands between a list and the next."""
    items = before.series.items
    if min(len(items), len(placed.series.items)) < 2:
        return False
    if text[before.series.span.end : placed.series.span.start].strip():
        return False
    return all(_has_text(text, item) for item in items) and _ends_plainly(text, items[-1])


def _has_text(text: str, item: Item) -> bool:
    """Whether more than a heading stands at an item, unlike in a table of contents."""
    rest = text[item.heading.span.end : item.span.end].strip("。 \n\r\u3000")
    return bool(rest)


def _ends_plainly(text: str, item: Item) -> bool:
    """Whether all that follows the heading of an item is sentences, none of which leads on."""
    lines = re.split(r"[\r\n]+", text[item.span.start : item.span.end].strip())
    written = [line.strip() for line in lines[1:] or lines]
    if not all(line.endswith("。") for line in written):
        return False
    return re.compile(_LEADS_ON).search(written[-1]) is None
