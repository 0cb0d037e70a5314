"""What speaks for a new statement where a heading may have run into its text."""

from __future__ import annotations

import re
from collections.abc import Collection

from speechlint.checks.compound_headings import CAUSATIVES, Place, is_modifier, is_pair
from speechlint.checks.siblings import CLAUSE_ENDS

_TOPIC = (
    r"([\u4e00-\u9fff]{2,10}?)"
    r"(?:是|(?<![重主需纲首])要(?![素求点])|应|必须|事关|关乎|才能|离不开)"
)
"""A sentence that says something of a topic: 教育是…, 法治必须…."""

_COMMENT = (
    r"这(?:是|不|既|就|也)|[\u4e00-\u9fff]{2,10}?(?:事关|关乎|关系到?)"
    r"[^，]*(?:存亡|安危|成败|全局|大局|根本|命运|利益|福祉|未来)"
)
"""What a text says of a topic and a heading doesn't: 这是…, 粮食安全关系国计民生的根本."""

_OUTCOME = (
    r"(?:(?!推[进动]|促进|确保|实现|加快|保持)[^，；：]){6,}"
    r"(?:(?:不断|继续|基本|进一步|稳步|持续|全面|扎实|顺利|明显|显著|大幅)[\u4e00-\u9fff]{2,4}"
    r"|建成投[运用产]|竣工投[运用产]|投入使用)"
)
"""A sentence that reports what came of something: 城镇污水管网基本建成."""

_OPENING_CLASSES = frozenset({"d", "dg", "v", "p", "r", "c", "t", "m"})
"""Classes of words that may open a statement after a noun; vn is a noun in such a place."""

_REPEATED = 4
"""A heading hardly says so many characters twice."""


def weigh(place: Place, openers: Collection[str]) -> int:
    """How much speaks for a new statement at a place: 0, 1 or 2, as in a joint."""
    from speechlint.syntax.words import word_class

    topic = re.compile(_TOPIC).match(place.text)
    if topic and topic[1][:2] in place.heading:
        return 2
    if re.compile(_COMMENT).match(place.text) or _reports(place, openers) or _repeats(place):
        return 2
    if not topic and is_modifier(place):
        return 0
    if _opens(place, openers):
        if is_pair(place):
            return 0
        # A verb at the end is an object (扩大需求) if the clause has another before it.
        is_object = len(place.clause) >= len(place.word) + 4
        return 2 if is_object or word_class(place.word)[:1] != "v" else 1
    single = CLAUSE_ENDS.isdisjoint(place.text)
    verb_follows = word_class(place.following) in _OPENING_CLASSES
    return int(bool(topic) or (verb_follows and not single))


def _opens(place: Place, openers: Collection[str]) -> bool:
    """Whether a typical opener follows; one of a single character must be a word."""
    return place.following in openers or any(place.text[:n] in openers for n in (2, 3, 4))


def _reports(place: Place, openers: Collection[str]) -> bool:
    """Whether the text reports an outcome, after a heading that says what to do."""
    from speechlint.syntax.words import first_word, word_class

    if place.clause.startswith(CAUSATIVES) or word_class(place.word) == "v":
        return False
    if not re.compile(_OUTCOME).fullmatch(place.text):
        return False
    return place.clause[:2] in openers or not word_class(first_word(place.clause)).startswith("n")


def _repeats(place: Place) -> bool:
    """Whether the text takes up a phrase of the heading: 发展社会事业 增加社会事业的投入."""
    if not CLAUSE_ENDS.isdisjoint(place.text):
        return False
    clause, end = place.clause, len(place.clause) - _REPEATED + 1
    phrases = (clause[start : start + _REPEATED] for start in range(end))
    return any(phrase.isalpha() and phrase in place.text for phrase in phrases)
