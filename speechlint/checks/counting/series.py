"""The series that follows an announcement: numbered, or unmarked."""

from __future__ import annotations

import re
from bisect import bisect_left

import msgspec

from speechlint.checks.counting.wording import is_abstract
from speechlint.draft import Draft
from speechlint.source import Span
from speechlint.syntax.announcement import Announcement, Lead
from speechlint.syntax.announcements import next_words
from speechlint.syntax.members import keys_of
from speechlint.syntax.nodes import Document, Item, List
from speechlint.syntax.unmarked import find_unmarked


class Series(msgspec.Struct, frozen=True):
    """Members that follow an announcement.

    Attributes:
        spans: the members: marker and heading, or the head of an unmarked one.
        clear: whether they surely are what was announced.
    """

    spans: tuple[Span, ...]
    clear: bool


class Place(msgspec.Struct, frozen=True):
    """A list among those under the same item, or at the top of the same document."""

    parent: Document | Item
    siblings: tuple[List, ...]
    index: int

    @property
    def found(self) -> List:
        """The list itself."""
        return self.siblings[self.index]


class Places(msgspec.Struct, frozen=True):
    """Where the lists of a draft stand.

    Attributes:
        lists: each list by the offset of its first marker.
        starts: these offsets, in order.
        headings: the items that hold one list, by the end of their heading.
    """

    lists: dict[int, Place]
    starts: tuple[int, ...]
    headings: dict[int, Item]

    @property
    def anchors(self) -> frozenset[int]:
        """Where an announcement may end: ahead of a list, or with a heading that holds one."""
        return frozenset(self.lists).union(self.headings)


_LONGEST_DETOUR = 200
_COLONS = ("：", ":")
_LONGEST_HEAD = 40
# 分三个阶段进行 counts 阶段.
_CARRIED_OUT = "(?:进行|推进|实施|开展)$"
_SLIP = 2
"""Writers miscount by no more."""


def find_places(draft: Draft) -> Places:
    """Where the lists of a draft stand; worked out once a draft."""
    return draft.recall("places of lists", lambda: _find_places(draft))


def _find_places(draft: Draft) -> Places:
    lists: dict[int, Place] = {}
    headings: dict[int, Item] = {}
    open_nodes: list[Document | Item] = list(draft.outline.documents)
    while open_nodes:
        parent = open_nodes.pop()
        siblings = tuple(parent.lists)
        for index, found in enumerate(siblings):
            lists[found.items[0].marker.span.start] = Place(parent, siblings, index)
            for item in found.items:
                if sum(isinstance(child, List) for child in item.children) == 1:
                    headings[item.heading.span.end] = item
            open_nodes.extend(found.items)
    return Places(lists, tuple(sorted(lists)), headings)


def find_series(draft: Draft, announcement: Announcement) -> Series | None:
    """The series that an announcement leads in to, or nothing.

    It begins right after the sentence; or the announcement ends the heading of an item that holds
    one list; or the list was put off for a sentence or two (讲六点意见。稍后，…).
    """
    text = draft.text
    places = find_places(draft)
    start = next_words(text, announcement.end)
    place = places.lists.get(start)
    if place is not None:
        items = _join(place)
        spans = heads_of(items, text)
        parent = place.parent
        heads = isinstance(parent, Item) and parent.heading.span.end == announcement.end
        clear = len(items) > 1 and _is_meant(spans, announcement, text, start, heads=heads)
        return Series(spans, clear)
    unmarked = find_unmarked(text, announcement)
    if unmarked is not None:
        meant = _is_meant(unmarked.spans, announcement, text, start, heads=False)
        return Series(unmarked.spans, unmarked.clear and meant)
    item = places.headings.get(announcement.end)
    if item is not None:
        spans = heads_of(next(item.lists).items, text)
        tied = _is_tied(spans, announcement, text)
        return Series(spans, clear=tied and _is_near(len(spans), announcement, 1))
    return _put_off(announcement, start, text, places)


def _is_meant(
    spans: tuple[Span, ...], announcement: Announcement, text: str, start: int, *, heads: bool
) -> bool:
    """Whether a series with nothing between surely is the one that was announced.

    讲三点 and 以下三个方面 say so. Where nothing but its place ties a series to a number far from
    its own (新建二十个项目。一是…), it is another matter. Members of a named set speak of it; when
    they don't, the series may say how, not what (深化“三医”改革。一是…), so it must follow in the
    same paragraph or after a colon, miss the number by one, and not stand under a heading.
    """
    if announcement.lead is not Lead.NONE:
        return True
    promised = text.startswith(_COLONS, announcement.end)
    if _is_tied(spans, announcement, text):
        abstract = not announcement.named and is_abstract(announcement, text)
        return (promised and abstract) or _is_near(len(spans), announcement, _SLIP)
    beside = promised or not text[announcement.end : start].endswith(("\n", "\r", "\u3000", " "))
    return beside and not heads and _is_near(len(spans), announcement, 1)


def _put_off(announcement: Announcement, start: int, text: str, places: Places) -> Series | None:
    """A list that begins a little later, on a line of its own."""
    if announcement.lead is not Lead.SAYING:
        return None
    for index in range(bisect_left(places.starts, start), len(places.starts)):
        offset = places.starts[index]
        if offset > start + _LONGEST_DETOUR:
            break
        place = places.lists[offset]
        if not place.found.inline:
            items = _join(place)
            return Series(heads_of(items, text), clear=_is_near(len(items), announcement, _SLIP))
    return None


def _join(place: Place) -> tuple[Item, ...]:
    """The items of a list, with the rest of them where something has cut it in two."""
    items = list(place.found.items)
    for sibling in place.siblings[place.index + 1 : place.index + 8]:
        first, last = sibling.items[0].marker, items[-1].marker
        if first.kind != last.kind or first.ordinal != last.ordinal + 1:
            break
        items.extend(sibling.items)
    return tuple(items)


def heads_of(items: tuple[Item, ...], text: str) -> tuple[Span, ...]:
    """Marker and heading of each item, without the stop that parts it from the next."""
    spans = []
    for item in items:
        start, end = item.marker.span.start, max(item.heading.span.end, item.marker.span.end)
        spans.append(Span(start, start + len(text[start:end].rstrip("，；、：,;: "))))
    return tuple(spans)


def _is_near(found: int, announcement: Announcement, difference: int) -> bool:
    total = announcement.total
    return total is not None and abs(found - total) <= difference


def _is_tied(spans: tuple[Span, ...], announcement: Announcement, text: str) -> bool:
    """Whether most members speak of what is announced, or what is announced is no thing of its own.

    三个原则 is whatever three items say; “四化” wants items with 化.
    """
    if not announcement.named and is_abstract(announcement, text):
        return True
    things = tuple(re.sub(_CARRIED_OUT, "", a.thing.of(text)) for a in announcement.amounts)
    keys = (*keys_of(announcement, text), *things)
    heads = [span.of(text)[:_LONGEST_HEAD] for span in spans]
    return 2 * sum(any(key in head for key in keys) for head in heads) > len(heads)
