"""Which announcements of a draft are not kept."""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.counting.missing import lacks_series
from speechlint.checks.counting.references import find_referred
from speechlint.checks.counting.series import find_places, find_series
from speechlint.checks.counting.verdict import Fault, Verdict
from speechlint.checks.counting.wording import leads_in
from speechlint.draft import Draft
from speechlint.syntax.announcement import Announcement, Lead
from speechlint.syntax.announcements import find_announcements
from speechlint.syntax.listed_after import members_after
from speechlint.syntax.listed_before import members_before
from speechlint.syntax.members import Members
from speechlint.syntax.slogans import load_slogans

_FEWEST = 2
_SLIP = 2
"""Writers miscount by no more."""


def judge(draft: Draft, slogans: tuple[str, ...] = ()) -> tuple[Verdict, ...]:
    """The announcements of a draft that are not kept, in order; worked out once a draft.

    Args:
        draft: the draft.
        slogans: fixed phrases of the user's own, which announce nothing.
    """
    return draft.recall(("counts", slogans), lambda: tuple(_judge_all(draft, slogans)))


def _judge_all(draft: Draft, slogans: tuple[str, ...]) -> Iterator[Verdict]:
    own, known = frozenset(slogans), load_slogans()
    anchors = find_places(draft).anchors
    for announcement in find_announcements(draft.text, anchors, draft.memory):
        name = announcement.name(draft.text)
        if name in own:
            continue
        if name in known:
            verdict = _judge_slogan(draft, announcement, known[name].members)
        elif announcement.lead is Lead.REFERENCE:
            verdict = _judge_reference(draft, announcement)
        else:
            verdict = _judge(draft, announcement)
        if verdict is not None:
            yield verdict


def _judge(draft: Draft, announcement: Announcement) -> Verdict | None:
    total = announcement.total
    if total is not None and total < _FEWEST:
        return None
    beside = members_beside(draft, announcement)
    if total is not None and any(not members.differ_by(total) for members in beside):
        return None
    if leads_in(announcement, draft.text):
        series = find_series(draft, announcement)
        if series is not None:
            fails = series.clear and total not in (None, len(series.spans))
            return Verdict(Fault.SERIES, announcement, series.spans) if fails else None
        if not beside and lacks_series(draft, announcement):
            return Verdict(Fault.MISSING, announcement)
    return _contradicted(announcement, beside)


def _judge_slogan(
    draft: Draft, announcement: Announcement, known: tuple[str, ...]
) -> Verdict | None:
    """A fixed phrase announces nothing, unless its members stand right beside it."""
    total = announcement.total or 0
    beside = members_beside(draft, announcement)
    if any(not members.differ_by(total) for members in beside):
        return None
    text = draft.text
    summed_up = "位一体" in announcement.name(text)
    listed = [m for m in beside if summed_up or _count_known(m, known, text) >= _FEWEST]
    return _contradicted(announcement, listed)


def _judge_reference(draft: Draft, announcement: Announcement) -> Verdict | None:
    total = announcement.total
    beside = members_beside(draft, announcement)
    if total is None or any(not members.differ_by(total) for members in beside):
        return None
    found = find_referred(draft, announcement)
    if found:
        return Verdict(Fault.SERIES, announcement, found, backward=True)
    return _contradicted(announcement, beside)


def members_beside(draft: Draft, announcement: Announcement) -> list[Members]:
    """What the sentence of an announcement lists, after it and ahead of it."""
    both = members_after(draft.text, announcement), members_before(draft.text, announcement)
    return [members for members in both if members is not None]


def contradict(members: Members, total: int) -> bool:
    """Whether plain members are another number than announced, though not far from it.

    Far from it they are examples: two of 七大行动 may be named without 等.
    """
    return members.clear and 0 < members.differ_by(total) <= _SLIP


def _contradicted(announcement: Announcement, beside: list[Members]) -> Verdict | None:
    total = announcement.total or 0
    for members in beside:
        if total and contradict(members, total):
            return Verdict(Fault.SENTENCE, announcement, members.spans)
    return None


def _count_known(members: Members, known: tuple[str, ...], text: str) -> int:
    words = [span.of(text) for span in members.spans]
    return sum(any(word.endswith(member) for word in words) for member in known)
