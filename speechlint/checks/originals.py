"""Finds which of many sequences is like another, without comparing each with each."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict

import msgspec

_SKETCH = 32
"""How many of the smallest numbers of a sequence stand for it when candidates are sought."""
_SHARED = 4
"""One in so many of them two sequences must share to be compared."""
_COMPARED = 3
"""How many candidates are compared at most."""
_CROWD = 64
"""A number that so many originals share tells nothing."""
_LONGEST = 20_000
"""Longer sequences are thinned before they are compared, for time grows with their product."""


class Match(msgspec.Struct, frozen=True):
    """An original.

    Attributes:
        key: what it was given as.
        likeness: 2 × what both have in common, in order, by the sum of both lengths.
    """

    key: int
    likeness: float


class Originals:
    """Sequences met so far that are like none before them."""

    def __init__(self, least: float) -> None:
        self._least = least
        self._sequences: list[array[int]] = []
        self._keys: list[int] = []
        self._holders: defaultdict[int, list[int]] = defaultdict(list)

    def match(self, sequence: array[int], key: int) -> Match | None:
        """The original that a sequence is like; without one it becomes an original itself."""
        sketch = sorted(set(sequence))[:_SKETCH]
        shared = Counter(holder for number in sketch for holder in self._holders[number])
        best: Match | None = None
        for holder, count in shared.most_common(_COMPARED):
            if count * _SHARED < len(sketch):
                break
            likeness = _likeness(self._sequences[holder], sequence, self._least)
            if likeness >= self._least and (best is None or likeness > best.likeness):
                best = Match(self._keys[holder], likeness)
        if best is None:
            self._add(sequence, key, sketch)
        return best

    def _add(self, sequence: array[int], key: int, sketch: list[int]) -> None:
        for number in sketch:
            if len(self._holders[number]) < _CROWD:
                self._holders[number].append(len(self._sequences))
        self._sequences.append(sequence)
        self._keys.append(key)


def _likeness(first: array[int], second: array[int], least: float) -> float:
    if first == second:
        return 1.0
    # Only now: few runs have anything to compare.
    from rapidfuzz.distance import Indel

    stride = max(len(first), len(second)) // _LONGEST + 1
    return Indel.normalized_similarity(
        [number for number in first if number % stride == 0],
        [number for number in second if number % stride == 0],
        score_cutoff=least,
    )
