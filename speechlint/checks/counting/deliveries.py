"""What a draft announces beside what it delivers, kept or not: for a reader, not for a verdict."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from speechlint.checks.counting.judge import contradict, members_beside
from speechlint.checks.counting.series import find_places, find_series
from speechlint.checks.counting.wording import leads_in
from speechlint.draft import Draft
from speechlint.source import Span
from speechlint.syntax.announcement import Announcement, Lead
from speechlint.syntax.announcements import find_announcements
from speechlint.syntax.slogans import load_slogans

_FEWEST = 2


class Delivery(msgspec.Struct, frozen=True):
    """An announcement with the number it gives, and how many there are.

    Attributes:
        announced: None where the writer leaves it open (几点意见).
    """

    span: Span
    announced: int | None
    delivered: int


def find_deliveries(draft: Draft) -> Iterator[Delivery]:
    """The announcements that a list answers, in the order of the text.

    Left out are fixed phrases, references back, and numbers that nothing is seen to answer.
    """
    known = load_slogans()
    for announcement in find_announcements(draft.text, find_places(draft).anchors):
        total = announcement.total
        if announcement.lead is Lead.REFERENCE or (total is not None and total < _FEWEST):
            continue
        if announcement.name(draft.text) in known:
            continue
        delivered = _count(draft, announcement, total)
        if delivered:
            yield Delivery(announcement.span, total, delivered)


def _count(draft: Draft, announcement: Announcement, total: int | None) -> int:
    """How many there are; 0 where nothing surely answers."""
    beside = members_beside(draft, announcement)
    if total is not None and any(not members.differ_by(total) for members in beside):
        return total
    series = find_series(draft, announcement) if leads_in(announcement, draft.text) else None
    if series is not None:
        return len(series.spans) if series.clear or len(series.spans) == total else 0
    if total is None:
        return 0
    return next((len(members.spans) for members in beside if contradict(members, total)), 0)
