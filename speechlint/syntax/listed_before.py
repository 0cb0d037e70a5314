"""What is listed right ahead of an announcement: 谋划、储备、开工、投产“四个一批”."""

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
    share_key,
    split_members,
)
from speechlint.syntax.vocabulary import load_vocabulary

_LONGEST_LIST = 200
_LONGEST_MEMBER = 12
_LONGEST_VERB = 4
_UNLIKE = 5
"""Members differ in length by no more."""
_SEVERED = ("、", "，", "。", "；", "：", ",", ";", ":", "\n", "和", "与", "及", "或")
_STOPS = "，。；：！？,;:!?\r\n（(《“‘「"
# One quotation that holds all members (“强商、优品、活市”消费促进三大行动), or one or a title each.
_WHOLE = r"“([^“”，。；]*、[^“”，。；]*)”(?:[^“”、，。等的和与及]{1,4})?\Z"
_EACH = r"(?:(?:“[^“”]{1,20}”|《[^《》]{1,30}》)[、和与]?)+\Z"
_LONGEST_TAIL = 5
_ENDS_OF_EACH = frozenset("”》")
_QUOTATION = r"[“《]([^“”《》]*)[”》]"
_NUMERALS = "一二三四五六七八九十两双0123456789"
_AMOUNT = (
    r"[\d%％*＊]|[XxＸ]"
    r"|[一二三四五六七八九十两几百千万亿多](?:[个项条家户名座处所公年月亿万千届次]|[级类批]\b)"
)
# 从国家到省、市、县四级: the first piece holds two members.
_RANGE = r"从.{1,8}[到至]"
# 王庄、李庄、赵庄两个镇三个村: the members are not of the first number alone.
_SECOND_AMOUNT = r"[两二三四五六七八九十\d][个项条大类级家]"


def members_before(text: str, announcement: Announcement) -> Members | None:
    """What is listed right ahead of an announcement, or nothing."""
    number = announcement.total
    if number is None:
        return None
    end = announcement.start
    begin = max(0, end - _LONGEST_LIST)
    window = text[begin:end]
    if window.endswith(_SEVERED):
        return None
    found = _in_quotes(window, announcement) or _in_clause(window, announcement, text)
    if found is None:
        return None
    spans = tuple(Span(begin + span.start, begin + span.end) for span in found.spans)
    return Members(spans, found.joints, found.clear and not _is_peer(text, announcement))


def _is_peer(text: str, announcement: Announcement) -> bool:
    """Whether an announcement is itself one of several things: 庭院经济、集体“三资”监管等模式."""
    tail = announcement.tail
    if text[announcement.end : announcement.end + 1] == "、" or is_open(tail.of(text)):
        return True
    return re.compile(_SECOND_AMOUNT).search(text, tail.start, tail.end) is not None


def _in_quotes(window: str, announcement: Announcement) -> Members | None:
    """Members in quotation marks: these show where the list begins and ends."""
    number = announcement.total or 0
    whole = re.compile(_WHOLE).search(window) if "”" in window[-_LONGEST_TAIL:] else None
    if whole:
        pieces = split_members(window, whole.start(1), whole.end(1), "、")
        words = [piece.of(window) for piece in pieces]
        clear = len(pieces) >= 3 and abs(len(pieces) - number) <= 2 and not _any_amount(words)
        return Members(tuple(pieces), count_joints(words), clear and all(words))
    if announcement.named or _ENDS_OF_EACH.isdisjoint(window[-2:]):
        return None
    each = re.compile(_EACH).search(window)
    if not each:
        return None
    quotations = list(re.compile(_QUOTATION).finditer(window, each.start()))
    if any(quotation[1].startswith(tuple(_NUMERALS)) for quotation in quotations):
        return None
    alone = window[each.start() - 1 : each.start()] not in ("、", "和", "与")
    clear = alone and len(quotations) >= 3 and abs(len(quotations) - number) == 1
    return Members(tuple(Span(*one.span()) for one in quotations), 0, clear)


def _in_clause(window: str, announcement: Announcement, text: str) -> Members | None:
    """Members that fill the clause ahead of the announcement, but for a verb that governs them."""
    masked = mask_enclosed(window)
    start = max(masked.rfind(stop) for stop in _STOPS) + 1
    pieces = split_members(masked, start, len(masked), "、")
    words = [piece.of(masked) for piece in pieces]
    if len(pieces) < 2 or not all(words) or _any_amount(words):
        return None
    if is_open(words[-1]) or words[-1].endswith(("的", "了", "有")) or _is_verb(words[-1]):
        return None  # 甲、乙、丙有四个港口 names whose they are
    if re.compile(_RANGE).search(words[0]):
        return None
    visible = [piece.of(window) for piece in pieces]
    clear = share_key(visible, keys_of(announcement, text)) or _is_clear(words, announcement, text)
    return Members(tuple(pieces), count_joints(words), clear)


def _is_verb(word: str) -> bool:
    """Whether the last of several words is but a verb: 坚定“四个自信”、做到“两个维护”."""
    words = load_vocabulary()
    for adverb in words.adverbs:
        word = word.removeprefix(adverb)
    return not word or word in words.verbs


def _is_clause(words: Sequence[str]) -> bool:
    """Whether the last of several words seems to govern what follows: …、牢牢守住“三条底线”."""
    known = load_vocabulary()
    governs = [word.startswith((*known.adverbs, *known.verbs)) for word in words[-2:]]
    return governs[1] and (len(words[-1]) <= _LONGEST_VERB or not governs[0])


def _any_amount(words: Sequence[str]) -> bool:
    return any(re.compile(_AMOUNT).search(word) for word in words)


def _is_clear(words: Sequence[str], announcement: Announcement, text: str) -> bool:
    """Whether members without a mark of their own are alike, and one is missing or too many."""
    number, count = announcement.total or 0, len(words)
    if count < 3:
        return False
    if announcement.amounts[0].thing.of(text).startswith("位一体"):
        return abs(number - count) <= 2
    lengths = [len(word) for word in words[1:]]
    shortest, longest = min(lengths), max(lengths)
    if abs(number - count) != 1 or longest > _LONGEST_MEMBER or _is_clause(words):
        return False
    if number > count:
        # A short last word is no member of its own: 财政统筹、预算改革、基层“四保”.
        return longest - shortest <= _UNLIKE and lengths[-1] >= max(lengths[:-1]) - 1
    return (
        shortest == longest
        and len(words[0]) <= longest + _LONGEST_VERB
        and not any("的" in word for word in words)
    )
