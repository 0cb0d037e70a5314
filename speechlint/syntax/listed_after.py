"""What is listed right after an announcement: “三张图”（甲图、乙图、丙图）."""

from __future__ import annotations

import re
from collections.abc import Sequence

from speechlint.source import Span
from speechlint.syntax.announcements import Announcement
from speechlint.syntax.members import (
    Members,
    count_joints,
    keys_of,
    mask_enclosed,
    split_members,
)

_LONGEST_LIST = 300
_BRACKET = re.compile(r"[（(](?:即|包括|含|分别[是为]|是指|指)?[：:]?([^（）()\r\n]*)[）)]")
_OPENER = re.compile(r"(?:[，,]?(?:即|就是|也就是|分别[是为])|是指|指|为)[：:]?|[：:]")
_SENTENCE_END = re.compile(r"[。！？!?\r\n]")
# The list goes on (…等), or its numbers are what was announced (21个指标，包括13个…、8个…).
_OPEN = re.compile(r"等(?![级候待于效份])|…|以及其他")
_AMOUNT = re.compile(r"\d+[个项条类件名]")
# 三个县（市、区）: another name for the thing, not its members.
_ADMINISTRATION = re.compile(
    r"(?:[区市县州旗盟镇乡]|街道|自治[区州县]|直辖市|特区|开发区|培育区|办|处|所|个|单位|部门)+"
)


def members_after(text: str, announcement: Announcement) -> Members | None:
    """What is listed right after an announcement, or nothing."""
    if announcement.total is None:
        return None
    end = announcement.end
    window = text[end : end + _LONGEST_LIST]
    found = _in_bracket(window, announcement, text) or _in_sentence(window, announcement, text)
    if found is None:
        return None
    spans = tuple(Span(end + span.start, end + span.end) for span in found.spans)
    return Members(spans, found.joints, found.clear)


def _in_bracket(window: str, announcement: Announcement, text: str) -> Members | None:
    bracket = _BRACKET.match(window)
    if not bracket or _OPEN.search(bracket[1]) or _AMOUNT.search(bracket[1]):
        return None
    masked = mask_enclosed(bracket[1])
    marks = "、" if "、" in masked else "；;" if "；" in masked or ";" in masked else "，,"
    return _make(
        window, bracket.start(1), bracket.end(1), marks, clear=len(announcement.amounts) == 1
    )


def _in_sentence(window: str, announcement: Announcement, text: str) -> Members | None:
    opener = _OPENER.match(window)
    if not opener:
        return None
    stop = _SENTENCE_END.search(window, opener.end())
    if not stop:
        return None
    start, end = opener.end(), stop.start()
    keyed = _keyed(window, start, end, keys_of(announcement, text))
    if keyed is not None:
        return keyed
    masked = mask_enclosed(window)
    clause = re.compile("[，,；;]").search(masked, start, end)
    if clause and opener.group() in ("：", ":"):
        return None  # sentences after a colon hold lists of their own
    end = clause.start() if clause else end
    if _OPEN.search(window, start, end) or _AMOUNT.search(window, start, end):
        return None
    return _make(window, start, end, "、", clear=len(announcement.amounts) == 1)


def _keyed(window: str, start: int, end: int, keys: Sequence[str]) -> Members | None:
    """Members that all begin or all end with what is announced: 坚持 in 四个坚持."""
    masked = mask_enclosed(window)
    pieces = split_members(masked, start, end, "、，,；;")
    for key in keys:
        for fits in (str.endswith, str.startswith):
            spans = tuple(piece for piece in pieces if fits(piece.of(window), key))
            if len(spans) >= 2 and spans[0] == pieces[0]:
                return Members(spans, 0, clear=True)
    return None


def _make(window: str, start: int, end: int, marks: str, *, clear: bool) -> Members | None:
    masked = mask_enclosed(window[:end])
    pieces = split_members(masked, start, end, marks)
    words = [piece.of(masked) for piece in pieces]
    if len(pieces) < 2 or not all(words) or all(_ADMINISTRATION.fullmatch(w) for w in words):
        return None
    return Members(tuple(pieces), count_joints(words), clear)
