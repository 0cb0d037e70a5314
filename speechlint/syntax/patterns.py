"""What of the words that some phrases share makes a pattern, and what is only a common subject.

Three headings on 体制改革 have a subject in common and no more. A pattern is made by what stands at
the same place everywhere (words that open or close a phrase or a clause), by long unbroken runs,
and by words of grammar such as 以 and 为: these are called firm.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise

from speechlint.syntax.alignment import Phrase, is_punctuation, places
from speechlint.syntax.words import word_class

_LONG_RUN = 4
_GRAMMAR = frozenset("pfd")  # jieba's classes: prepositions, words of place, adverbs
_COVERBS = frozenset({"作为", "成为", "当作", "变成"})  # verbs to the dictionary: 把…作为…
_LOOSE = frozenset({"uj", "c"})  # 的, and what joins: 和 与 及
_NUMERIC = re.compile("[\\d０-９一二三四五六七八九十百千万亿两零〇○年月日％%.*＊XxＸ×]+")
_MARKS = "，,；;：:、"
_OPENING = frozenset(_MARKS + "“‘《（(")
_CLOSING = frozenset(_MARKS + "”’》）)")


class Pattern:
    """Words that some phrases share in one order, at least one word.

    Attributes:
        words: the words.
        lead: how many of them open every phrase.
        closes: whether the last of them closes every phrase.
        parts: for each word, the number of the unbroken run that it belongs to.
        weights: for each word, how many firm characters it has.
    """

    def __init__(self, shared: Phrase, phrases: Sequence[Phrase]) -> None:
        columns = list(zip(*(places(shared, phrase) for phrase in phrases), strict=True))
        linked = [_is_linked(*pair) for pair in pairwise(columns)]
        last = tuple(len(phrase) - 1 for phrase in phrases)
        opening = _reach(shared, linked, not any(columns[0]), _OPENING)
        self.closes = columns[-1] == last
        closing = _reach(shared[::-1], linked[::-1], self.closes, _CLOSING)[::-1]
        self.words = shared
        self.lead = _count_leading(columns)
        self.parts = list(accumulate((not link for link in linked), initial=0))
        runs: Counter[int] = Counter()
        for word, part in zip(shared, self.parts, strict=True):
            runs[part] += 0 if is_punctuation(word) else len(word)
        edges = (opens or closes for opens, closes in zip(opening, closing, strict=True))
        self.weights = [
            len(word)
            if can_be_firm(word) and (at_edge or runs[part] >= _LONG_RUN or is_grammar(word))
            else 0
            for word, part, at_edge in zip(shared, self.parts, edges, strict=True)
        ]


def can_be_firm(word: str) -> bool:
    """Whether a word may belong to a pattern: a mark, a number or a joining word doesn't."""
    return not (is_punctuation(word) or _NUMERIC.fullmatch(word) or word_class(word) in _LOOSE)


def is_grammar(word: str) -> bool:
    """Whether a word is one of grammar, such as 以 为 在 上 更."""
    if word in _COVERBS:
        return True
    return len(word) == 1 and word_class(word) in _GRAMMAR and can_be_firm(word)


def is_verb(word: str) -> bool:
    """Whether a word is a verb, and no noun made of one (发展, 建设)."""
    return word_class(word) == "v"


def _is_linked(before: tuple[int, ...], after: tuple[int, ...]) -> bool:
    """Whether one word follows the other at once in every phrase."""
    return all(second == first + 1 for first, second in zip(before, after, strict=True))


def _reach(shared: Phrase, linked: list[bool], at_edge: bool, marks: frozenset[str]) -> list[bool]:
    """Which words stand in an unbroken run from the edge of the phrase or of a clause."""
    found = [at_edge]
    for word, link in zip(shared, linked, strict=False):
        found.append(link and (found[-1] or word in marks))
    return found


def _count_leading(columns: list[tuple[int, ...]]) -> int:
    for number, column in enumerate(columns):
        if any(place != number for place in column):
            return number
    return len(columns)
