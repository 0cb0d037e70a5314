"""Headings of two statements: why a sentence may be one heading although it could be divided."""

from __future__ import annotations

import re
from itertools import accumulate

import msgspec

from speechlint.checks.siblings import CLAUSE_ENDS
from speechlint.syntax.alignment import count_characters

CAUSATIVES = (
    "推动",
    "促进",
    "确保",
    "保持",
    "实现",
    "坚持",
    "力争",
    "保障",
    "带动",
    "助推",
    "促使",
    "动员",
    "激励",
    "带领",
    "发动",
)
"""Verbs whose object acts in its turn, or comes to something: 推动 干部主动作为."""

_PIVOTS = (
    "引导",
    "组织",
    "鼓励",
    "支持",
    "教育",
    "帮助",
    "督促",
    "把",
    "将",
    "让",
    "使",
    "以",
    "用",
    "在",
)
"""What a statement begins with whose object acts in its turn, or whose verb comes late."""

_AGENT = (
    r"(?:干部|党员|群众|企业|部门|机构|单位|组织|队伍|青年|学生"
    r"|教师|农民|农户|职工|银行|各方|社会)\Z"
)
"""Who acts in such a statement."""

_MEMBER = r"[^，；：]*对[^的，]{2,8}的[^的，]{2,10}"
"""An object that says towards what it acts: 科技对产业的支撑."""

_MANNER = (
    "深入|协同|全面|积极|大力|继续|扎实|着力|持续|稳步|有效|全力"
    "|加力|切实|统筹|严格|不断|坚决|进一步|认真|主动|充分"
)
"""How to act: a text opens with it, and the second half of a heading hardly does."""

_STATING = frozenset("vnjl")
"""Classes of words that open a short statement; the dictionary has some verbs as nouns."""


class Place(msgspec.Struct, frozen=True):
    """A place between two words, where what is before it could be a heading.

    Attributes:
        heading: what is before it.
        text: what is behind it.
        clauses: how many clauses are before it.
        clause: the last of these.
        word: the word before it.
        following: the word after it.
    """

    heading: str
    text: str
    clauses: int
    clause: str
    word: str
    following: str


def is_pair(place: Place) -> bool:
    """Whether two short statements stand side by side as one heading: 优化环境 扩大投资.

    A second one that opens with how to act (深入推进…) is a text.
    """
    from speechlint.syntax.words import word_class

    if place.clauses > 1 or not CLAUSE_ENDS.isdisjoint(place.text):
        return False
    if re.compile(_MANNER).match(place.text):
        return False
    short = count_characters(place.text) <= count_characters(place.heading) + 2
    known = (word_class(place.following)[:1] or "v") in _STATING
    return known and (short or _are_even(place))


def _are_even(place: Place) -> bool:
    """Whether a sentence is a chain of phrases, all of four characters or as long as the first."""
    from speechlint.syntax.words import words

    ends = set(accumulate(len(word) for word in words(place.heading + place.text)))
    whole = len(place.heading + place.text)
    return any(
        whole % length == 0 and ends.issuperset(range(length, whole, length))
        for length in (4, len(place.heading))
    )


def is_modifier(place: Place) -> bool:
    """Whether what follows a place may still belong to the statement before it.

    引导银行 加大信贷投放 has one object that acts, 提高干部 推动工作的能力 a noun that ends it all.
    """
    if not CLAUSE_ENDS.isdisjoint(place.text) or place.text.count("、") > 1:
        return False
    if place.clause.startswith(CAUSATIVES) and re.compile(_AGENT).search(place.word):
        return True
    ends_it_all = "的" in place.text and not re.compile(_MEMBER).fullmatch(place.text)
    return ends_it_all or place.clause.startswith(_PIVOTS)
