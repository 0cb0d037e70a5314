"""What is listed in the sentence of an announcement: 教育、医疗、文化三大工程.

A sentence seldom says for certain where its list begins, and whether 和 joins two members or
stands inside one. So a count is a range, and few lists are clear enough to contradict a number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from speechlint.source import Span
from speechlint.syntax.announcement import Announcement
from speechlint.syntax.vocabulary import load_vocabulary


class Members(msgspec.Struct, frozen=True):
    """Things listed in a sentence.

    Attributes:
        spans: the members, in order; the first may begin with words that belong to none.
        joints: how often 和, 与 or the like stands where it may part two more members.
        clear: whether the list surely is all of what was announced.
    """

    spans: tuple[Span, ...]
    joints: int
    clear: bool

    def differ_by(self, number: int) -> int:
        """How far a number is from any that they may be; 0 where they may be as many."""
        least, most = len(self.spans), len(self.spans) + self.joints
        return max(least - number, number - most, 0)


# A pair of marks and what it encloses is one word of a list.
_OPENING = frozenset("“‘「《（(")
_ENCLOSED = r"“[^“”]*”|‘[^‘’]*’|「[^「」]*」|《[^《》]*》|（[^（）]*）|\([^()]*\)"
_JOINT = (
    r"(?<!共)和(?![谐平睦美解缓])|(?<![参给授赋])与(?!会|时俱进|众不同)|以及"
    r"|(?<![以涉普])及(?!时|格)|[/／]"
)


_LIKE_OPEN = ("等级", "等候", "等待", "等于", "等效", "等份", "平等", "同等", "高等", "中等")


def is_open(words: str) -> bool:
    """Whether a list says that there are more members than it names: …等, …."""
    if "…" in words:
        return True
    if "等" not in words:
        return False
    for word in _LIKE_OPEN:
        words = words.replace(word, "")
    return "等" in words


def mask_enclosed(text: str) -> str:
    """The text with what stands in quotation marks and brackets blotted out, of equal length."""
    if _OPENING.isdisjoint(text):
        return text
    return re.compile(_ENCLOSED).sub(lambda found: "＿" * len(found.group()), text)


def split_members(text: str, start: int, end: int, marks: str) -> list[Span]:
    """The pieces of a part of a text between any of some marks."""
    pieces = []
    for offset in range(start, end):
        if text[offset] in marks:
            pieces.append(Span(start, offset))
            start = offset + 1
    pieces.append(Span(start, end))
    return pieces


def count_joints(words: Sequence[str]) -> int:
    """How often 和, 与 or the like may part two members inside the words of a list.

    The first word may begin with what belongs to no member (完善了与审计组一起联合进点): there a
    joint counts only where what follows is no longer than the other members.
    """
    longest = max((len(word) for word in words[1:]), default=0) + 1
    first = sum(
        len(words[0]) - joint.end() <= longest for joint in re.compile(_JOINT).finditer(words[0])
    )
    return first + sum(len(re.compile(_JOINT).findall(word)) for word in words[1:])


def keys_of(announcement: Announcement, text: str) -> tuple[str, ...]:
    """What the members of a named set may have in common: 心工程 and 心 for “六心工程”.

    Nothing for a name of several amounts: no member has a share in all of them.
    """
    if len(announcement.amounts) != 1:
        return ()
    thing = bare = announcement.amounts[0].thing.of(text)
    for kind in load_vocabulary().kinds:
        bare = bare.removesuffix(kind)
    return tuple(key for key in dict.fromkeys((thing, bare)) if key)


def share_key(words: Sequence[str], keys: Sequence[str]) -> bool:
    """Whether all words end with one of some keys, or all begin with it.

    The first word may begin with what belongs to no member, but not much of it.
    """
    longest = max(len(word) for word in words)
    for key in keys:
        if all(word.endswith(key) for word in words):
            return True
        if all(word.startswith(key) for word in words[1:]):
            at = words[0].rfind(key)
            if at >= 0 and len(words[0]) - at <= longest + 1:
                return True
    return False
