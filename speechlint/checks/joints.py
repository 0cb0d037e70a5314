"""Where two statements meet without a stop: 加大改革力度深化国企改革."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise

from speechlint.checks.compound_headings import Place
from speechlint.checks.joint_evidence import weigh
from speechlint.checks.siblings import CLAUSE_ENDS, Joint, Siblings

_NO_END = frozenset("“（的和与及以为在从向对把被同将更最很不再又也还并或等较")
"""Characters that no statement ends with."""

_NO_START = frozenset("”）的和与及为中上下里内等之地得同者")
"""Characters that no statement begins with."""

_UNFINISHED_CLASSES = frozenset("dpcfur")
"""Classes of words that no statement ends with: adverbs, prepositions, conjunctions …"""

_VERBAL = frozenset("vail")
"""Classes of words that make a statement: verbs, adjectives, idioms and phrases."""

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
        strength = weigh(place, openers)
        if strength == 2 or offset <= 1.15 * siblings.longest + 1:
            best = max(best, Joint(strength, offset), key=siblings.likeness)
    return best


def _places(sentence: str, openers: Collection[str]) -> Iterator[Place]:
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
            yield Place(heading, text, clauses, heading[start:], word, following)


def _may_meet(last: str, first: str) -> bool:
    ends = last in "”）" or last.isalnum()
    starts = first in "“《" or first.isalnum()
    return ends and starts and last not in _NO_END and first not in _NO_START
