"""What the headings of a list have in common, and whether a sentence could be one of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

CLAUSE_ENDS = frozenset("，；：,;:")
"""What a clause ends with inside a sentence."""

_COMMA = "，"

_PROSE = (
    r"是|(?<![重主需纲首])要(?![素求点])|应[当该]|我[们国]|必须|了(?!解)|已|这(?!个|一|种)|\d"
    r"|[一两二三四五六七八九十百千]{2,}[余多]?[万亿]?[个件次名家亩条座台场起项户人公元吨]"
)
"""Signs of a text: headings rarely have them."""


_LONG_CLAUSE = 28
"""Characters of a clause that is hardly the clause of a heading."""


class Joint(msgspec.Struct, frozen=True):
    """A place inside a sentence where one statement may end and another begin.

    Attributes:
        strength: 0 for none, 1 where the grammar allows it, 2 where a typical opener follows.
        offset: where it is.
    """

    strength: int
    offset: int


class Siblings(msgspec.Struct, frozen=True):
    """What the headings of the other items have in common.

    Attributes:
        count: how many there are.
        shortest: characters of the shortest.
        longest: characters of the longest.
        clauses: numbers of clauses that occur.
        usual: the most frequent number of clauses.
        last_clause: characters of the longest clause in the place of the usual last one.
        prose: the signs of a text that they have nonetheless.
    """

    count: int
    shortest: int
    longest: int
    clauses: frozenset[int]
    usual: int
    last_clause: int
    prose: frozenset[str]

    @classmethod
    def of(cls, headings: Sequence[str]) -> Siblings:
        """The siblings, from the texts of their headings."""
        parts = [_split_clauses(heading) for heading in headings]
        counts = Counter(len(clauses) for clauses in parts)
        usual = counts.most_common()[0][0]
        lengths = [len(heading) for heading in headings]
        return cls(
            len(headings),
            min(lengths),
            max(lengths),
            frozenset(counts),
            usual,
            max(len(_clause(clauses, usual)) for clauses in parts),
            frozenset(sign for heading in headings for sign in re.compile(_PROSE).findall(heading)),
        )

    def likeness(self, joint: Joint) -> tuple[int, int]:
        """How well a place would do as the end of a heading: strong, and of the usual length."""
        beyond = max(0, joint.offset - self.longest, self.shortest - joint.offset)
        return joint.strength, -beyond

    def differ(self, sentence: str, joint: Joint) -> bool:
        """Whether a sentence is too unlike the headings to be one.

        The bounds were tried on published reports: none of their headings is taken for a text.
        """
        clauses = _split_clauses(sentence)
        more_clauses = len(clauses) > max(self.clauses)
        longer = len(sentence) / self.longest
        last_longer = len(_clause(clauses, self.usual)) / max(1, self.last_clause)
        prose = len(set(re.compile(_PROSE).findall(sentence)) - self.prose)
        if joint.strength == 2:
            return (
                last_longer >= 1.15
                or (more_clauses and longer >= 1.15)
                or (prose > 0 and longer >= 0.9)
            )
        if joint.strength == 1:
            uneven = self.count < 3 or len(self.clauses) > 1
            more = prose > 0 or (more_clauses and not uneven)
            return last_longer >= 1.65 or (longer >= 1.4 and more)
        if longer >= 3 and more_clauses and last_longer >= 1.65:
            return True
        if last_longer >= 2.1 and last_longer * self.last_clause >= _LONG_CLAUSE:
            return True
        return (prose > 0 and longer >= 2.1) or (prose > 1 and longer >= 1.65)


def _split_clauses(sentence: str) -> list[str]:
    for end in CLAUSE_ENDS:
        sentence = sentence.replace(end, _COMMA)
    return sentence.split(_COMMA)


def _clause(clauses: Sequence[str], usual: int) -> str:
    """The clause in the place of the usual last one."""
    return clauses[min(usual, len(clauses)) - 1]
