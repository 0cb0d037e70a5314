"""What is listed right after an announcement: “三张图”（甲图、乙图、丙图）."""

from __future__ import annotations

import re
from collections.abc import Sequence

from speechlint.source import Span
from speechlint.syntax.announcement import Announcement
from speechlint.syntax.members import (
    Members,
    count_joints,
    is_open,
    keys_of,
    mask_enclosed,
    split_members,
)
from speechlint.syntax.vocabulary import load_vocabulary

_LONGEST_LIST = 300
_BRACKET = r"[（(](?:即|包括|含|分别[是为]|是指|指)?[：:]?([^（）()\r\n]*)[）)]"
_OPENER = (
    r"(?:[，,。]?(?P<only>即(?![日将使便刻可时])|分别[是为])|(?:是指|指)(?![导挥标数南出明示定引])|(?P<loose>[，,]?也?就是))[：:]?"
    r"|(?P<colon>[：:])"
)
_OPENS = frozenset("，,。即分是指也就：:")
"""What an opener begins with, to spare other sentences the pattern."""

_SENTENCE_END = r"[。！？!?\r\n]"
_CLAUSE_END = r"[，,；;]"
# 21个指标，包括13个…、8个…: the numbers of the list make up what was announced.
_AMOUNT = r"\d+[个项条类件名]"
_NUMBER = r"\d+"


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
    bracket = re.compile(_BRACKET).match(window) if window.startswith(("（", "(")) else None
    if not bracket or is_open(bracket[1]) or re.compile(_AMOUNT).search(bracket[1]):
        return None
    masked = mask_enclosed(bracket[1])
    marks = "、" if "、" in masked else "；;" if "；" in masked or ";" in masked else "，,"
    clear = len(announcement.amounts) == 1
    counted = text[announcement.span.start : announcement.end]
    clear = clear and not counted.endswith(load_vocabulary().units)
    return _make(window, bracket.start(1), bracket.end(1), marks, clear=clear)


def _in_sentence(window: str, announcement: Announcement, text: str) -> Members | None:
    opener = re.compile(_OPENER).match(window) if window[:1] in _OPENS else None
    stop = re.compile(_SENTENCE_END).search(window, opener.end()) if opener else None
    if not opener or not stop:
        return None
    start = opener.end()
    masked = mask_enclosed(window[: stop.start()])
    clause = re.compile(_CLAUSE_END).search(masked, start)
    clause_end = clause.start() if clause else len(masked)
    for key in keys_of(announcement, text):
        for marks, end in (("，,；;", len(masked)), ("、", clause_end)):
            pieces = split_members(masked, start, end, marks)
            keyed = _pick_keyed(pieces, window, key, anywhere=announcement.named)
            if keyed:
                return Members(keyed, 0, clear=True)
    if clause and opener["colon"]:
        return None  # sentences after a colon hold lists of their own
    if is_open(window[start:clause_end]) or re.compile(_AMOUNT).search(window, start, clause_end):
        return None
    clear = len(announcement.amounts) == 1 and not opener["loose"]
    if _is_nested(window[start:clause_end]):
        return None
    return _make(window, start, clause_end, "、", clear=clear)


def _is_nested(words: str) -> bool:
    """Whether amounts open members that are lists themselves: 50万元甲、乙和30万元丙."""
    amounts = len(re.compile(_NUMBER).findall(words))
    return 1 < amounts != words.count("、") + 1


def _pick_keyed(
    pieces: Sequence[Span], window: str, key: str, *, anywhere: bool
) -> tuple[Span, ...]:
    """Members that all end, or all begin, with what is announced: 坚持 in “四个坚持”.

    They stand side by side. Only those that begin with the key of a name may have clauses of their
    own between them (必须守土有责，落到实处；必须守土尽责).
    """
    words = [piece.of(window) for piece in pieces]
    for fits in (
        [word.endswith(key) for word in words],
        [word.startswith(key) for word in words],
    ):
        count = sum(fits)
        if count < 2 or not fits[0]:
            continue
        if all(fits[:count]) or (anywhere and words[0].startswith(key)):
            return tuple(piece for piece, fit in zip(pieces, fits, strict=True) if fit)
    return ()


def _make(window: str, start: int, end: int, marks: str, *, clear: bool) -> Members | None:
    masked = mask_enclosed(window[:end])
    pieces = split_members(masked, start, end, marks)
    words = [piece.of(masked) for piece in pieces]
    if len(pieces) < 2 or not all(words):
        return None
    return Members(tuple(pieces), count_joints(words), clear)
