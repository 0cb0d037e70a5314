"""The list that words such as 以上三点 refer back to."""

from __future__ import annotations

from bisect import bisect_left

from speechlint.checks.counting.series import find_places, heads_of
from speechlint.checks.counting.wording import is_abstract
from speechlint.draft import Draft
from speechlint.source import Span
from speechlint.syntax.announcement import Announcement
from speechlint.syntax.nodes import List

_BACKWARD = ("以上", "上述", "前述")
_LONGEST_MATTER = 6
_STOPS = frozenset("。！？\r\n \u3000")
_FARTHEST = 4000
_MOST_LISTS = 64


def find_referred(draft: Draft, announcement: Announcement) -> tuple[Span, ...]:
    """The items of the list that an announcement surely refers to, if they are another number.

    Surely: it begins a sentence right behind a list, and no list that may be meant fits.
    """
    text = draft.text
    total, start = announcement.total, announcement.start
    if not text.startswith(_BACKWARD, start) or text[start - 1 : start] not in _STOPS:
        return ()
    matter = announcement.amounts[0].thing
    if len(matter) > _LONGEST_MATTER or not is_abstract(announcement, text):
        return ()
    candidates = _lists_before(draft, start)
    if not candidates or any(len(found.items) == total for found in candidates):
        return ()
    return heads_of(candidates[0].items, text)


def _lists_before(draft: Draft, offset: int) -> list[List]:
    """The lists that reach an offset or end right ahead of it, the nearest first."""
    places = find_places(draft)
    index = bisect_left(places.starts, offset)
    found = []
    for start in reversed(places.starts[max(0, index - _MOST_LISTS) : index]):
        if start < offset - _FARTHEST:
            break
        one = places.lists[start].found
        if one.span.end >= offset or not draft.text[one.span.end : offset].strip(
            "。；，\r\n \u3000"
        ):
            found.append(one)
    return found
