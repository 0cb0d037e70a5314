"""Where two statements meet without a stop: 加大改革力度深化国企改革."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import NamedTuple

from speechlint.checks.siblings import CLAUSE_ENDS, Joint, Siblings

_TOPIC = r"([\u4e00-\u9fff]{2,10}?)(?:是|要|应|必须|关系|事关|关乎|才能|离不开)"
"""A sentence that says something of a topic: 教育是…, 法治必须…."""

_NO_END = frozenset("“（的和与及以为在从向对把被同将更最很不再又也还并或等较")
"""Characters that no statement ends with."""

_NO_START = frozenset("”）的和与及为中上下里内等之地得同者")
"""Characters that no statement begins with."""

_UNFINISHED_CLASSES = frozenset("dpcfur")
"""Classes of words that no statement ends with: adverbs, prepositions, conjunctions …"""

_OPENING_CLASSES = frozenset({"d", "dg", "v", "p", "r", "c", "t", "m"})
"""Classes of words that may open a statement after a noun; vn is a noun in such a place."""

_VERBAL = frozenset("vail")
"""Classes of words that make a statement: verbs, adjectives, idioms and phrases."""

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

_FURTHEST = 120
"""How many characters of a sentence are looked at: no heading is longer."""


def find_joint(sentence: str, siblings: Siblings, openers: Collection[str]) -> Joint:
    """The best place at which a sentence may divide into a heading like its siblings and a text."""
    best = Joint(0, 0)
    for place in _places(sentence[:_FURTHEST], openers):
        offset = len(place.heading)
        likely = place.clauses in siblings.clauses and offset >= 0.75 * siblings.shortest
        if not likely or len(place.text) < 5:
            continue
        strength = _strength(place, openers)
        if strength == 2 or offset <= 1.15 * siblings.longest + 1:
            best = max(best, Joint(strength, offset), key=siblings.likeness)
    return best


class _Place(NamedTuple):
    """A place between two words, where what is before it could be a heading.

    Attributes:
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


def _places(sentence: str, openers: Collection[str]) -> Iterator[_Place]:
    """The places where a statement may end: after a clause with something like a verb."""
    from speechlint.syntax.words import word_class, words

    offset = start = 0
    clauses, verbal = 1, False
    for word, following in pairwise(words(sentence)):
        offset += len(word)
        if word[0] in CLAUSE_ENDS:
            start, clauses, verbal = offset, clauses + 1, False
            continue
        kind = word_class(word)[:1]
        verbal = verbal or kind in _VERBAL or word[:2] in openers
        finished = verbal and offset - start >= 4 and kind not in _UNFINISHED_CLASSES
        if finished and _may_meet(word[-1], following[0]):
            heading, text = sentence[:offset], sentence[offset:]
            yield _Place(heading, text, clauses, heading[start:], word, following)


def _may_meet(last: str, first: str) -> bool:
    ends = last in "”）" or last.isalnum()
    starts = first in "“《" or first.isalnum()
    return ends and starts and last not in _NO_END and first not in _NO_START


def _strength(place: _Place, openers: Collection[str]) -> int:
    """How much speaks for a new statement at a place."""
    from speechlint.syntax.words import word_class

    topic = re.compile(_TOPIC).match(place.text)
    if topic and topic[1][:2] in place.heading:
        return 2
    if not topic and _is_modifier(place):
        return 0
    if _opens(place, openers):
        # A verb at the end is an object (扩大需求) if the clause has another before it.
        is_object = len(place.clause) >= len(place.word) + 4
        return 2 if is_object or word_class(place.word)[:1] != "v" else 1
    single = CLAUSE_ENDS.isdisjoint(place.text)
    verb_follows = word_class(place.following) in _OPENING_CLASSES
    return int(bool(topic) or (verb_follows and not single))


def _opens(place: _Place, openers: Collection[str]) -> bool:
    """Whether a typical opener follows; one of a single character must be a word."""
    return place.following in openers or any(place.text[:n] in openers for n in (2, 3, 4))


def _is_modifier(place: _Place) -> bool:
    """Whether what follows a place may still belong to the statement before it.

    引导银行 加大信贷投放 has one object that acts, 提高干部 推动工作的能力 a noun that ends it all.
    """
    if not CLAUSE_ENDS.isdisjoint(place.text) or place.text.count("、") > 1:
        return False
    return place.clause.startswith(_PIVOTS) or "的" in place.text
