"""The series that follows an announcement: numbered, or unmarked."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice

import msgspec

from speechlint.checks.counting.wording import is_abstract
from speechlint.draft import Draft
from speechlint.source import Span
from speechlint.syntax.announcements import Announcement, Lead, next_words
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
        siblings = tuple(open_nodes.pop().lists)
        for index, found in enumerate(siblings):
            lists[found.items[0].marker.span.start] = Place(siblings, index)
            for item in found.items:
                if sum(1 for _ in islice(item.lists, 2)) == 1:
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
    item = places.headings.get(announcement.end)
    if place is not None:
        return _right_after(place, announcement, text, heads=item is not None)
    unmarked = find_unmarked(text, announcement)
    if unmarked is not None:
        return Series(unmarked.spans, unmarked.clear)
    if item is not None:
        return _below(item, announcement, text)
    return _put_off(announcement, start, text, places)


def _right_after(place: Place, announcement: Announcement, text: str, *, heads: bool) -> Series:
    """A list with nothing between.

    Where nothing but its place ties it to a number far from its own (新建二十个项目。一是…), it is
    another matter. Under a heading such as 推进“三医”改革 a list may say how, not what: there the
    items must speak of what is announced.
    """
    items = _join(place)
    clear = len(items) > 1
    if announcement.lead is Lead.NONE:
        promised = text.startswith(_COLONS, announcement.end) and is_abstract(announcement, text)
        clear = clear and (promised or _is_near(len(items), announcement, _SLIP))
        clear = clear and (not heads or _is_tied(items, announcement, text))
    return Series(heads_of(items, text), clear)


def _below(item: Item, announcement: Announcement, text: str) -> Series:
    """The one list of an item whose heading ends with the announcement."""
    items = next(item.lists).items
    tied = _is_tied(items, announcement, text)
    return Series(heads_of(items, text), clear=tied and _is_near(len(items), announcement, 1))


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


def _is_tied(items: tuple[Item, ...], announcement: Announcement, text: str) -> bool:
    """Whether most items speak of what is announced, or what is announced is no thing of its own.

    三个原则 is whatever three items say; “四化” wants items with 化.
    """
    if not announcement.named and is_abstract(announcement, text):
        return True
    keys = keys_of(announcement, text)
    headings = [item.heading.span.of(text) for item in items]
    return any(2 * sum(key in heading for heading in headings) > len(items) for key in keys)
