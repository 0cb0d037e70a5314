"""Finds which of many sequences is like another, without comparing each with each."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator
from itertools import islice

import msgspec

from speechlint.checks.comparisons import Comparisons

_SKETCH = 32
"""How many of the smallest numbers of a sequence stand for it when candidates are sought."""
_SHARED = 4
"""One in so many of them two sequences must share to be compared."""
_COMPARED = 3
"""How many candidates are compared at most."""
_BLOCK = 256
"""How many originals are counted in one go."""
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
    """Sequences met so far that are like none before them.

    Args:
        least: how like two sequences must be, from 0 to 1.
        comparisons: what is known of pairs already.
    """

    def __init__(self, least: float, comparisons: Comparisons) -> None:
        self._least = least
        self._comparisons = comparisons
        self._sequences: list[bytes] = []
        self._keys: list[int] = []
        self._known: set[int] = set()
        self._blocks: list[_Block] = []

    def match(self, sequence: bytes, sketch: Collection[int], key: int) -> Match | None:
        """The original that a sequence is like; without one it becomes an original itself.

        Args:
            sequence: unsigned integers, as an array's bytes.
            sketch: of the sequence.
            key: by which to name it later.
        """
        best: Match | None = None
        for holder in islice(self._candidates(sketch), _COMPARED):
            likeness = self._likeness(self._sequences[holder], sequence)
            if likeness >= self._least and (best is None or likeness > best.likeness):
                best = Match(self._keys[holder], likeness)
        if best is None:
            self._add(sequence, sketch, key)
        return best

    def _candidates(self, sketch: Collection[int]) -> Iterator[int]:
        """The originals that share enough of a sketch, those that share most first."""
        numbers = self._known.intersection(sketch)
        least = max(1, -(-len(sketch) // _SHARED))
        if len(numbers) < least:
            return
        counts = b"".join(block.counts(numbers) for block in self._blocks)
        for count in range(len(numbers), least - 1, -1):
            holder = counts.find(count)
            while holder >= 0:
                yield holder
                holder = counts.find(count, holder + 1)

    def _likeness(self, first: bytes, second: bytes) -> float:
        if first == second:
            return 1.0
        return self._comparisons.recall(
            (first, second), self._least, lambda: _likeness(first, second, self._least)
        )

    def _add(self, sequence: bytes, sketch: Collection[int], key: int) -> None:
        if len(self._sequences) % _BLOCK == 0:
            self._blocks.append(_Block())
        self._blocks[-1].add(sketch)
        self._known.update(sketch)
        self._sequences.append(sequence)
        self._keys.append(key)


class _Block:
    """Which of some sequences have a number in their sketch: a byte for each, in one integer.

    The sum of such integers counts, for all sequences at once, how many numbers each shares.
    """

    def __init__(self) -> None:
        self._size = 0
        self._holders: dict[int, int] = {}

    def add(self, sketch: Collection[int]) -> None:
        own = 1 << (8 * self._size)
        for number in sketch:
            self._holders[number] = self._holders.get(number, 0) | own
        self._size += 1

    def counts(self, numbers: Collection[int]) -> bytes:
        """How many of some numbers each sequence has in its sketch, a byte for each sequence."""
        total = sum(filter(None, map(self._holders.get, numbers)))
        return total.to_bytes(self._size, "little")


def make_sketch(sequence: array[int]) -> list[int]:
    """Numbers that stand for a sequence: those of two sequences are alike as the sequences are."""
    return sorted(set(sequence))[:_SKETCH]


def _likeness(first: bytes, second: bytes, least: float) -> float:
    # Only now: few runs have anything to compare.
    from rapidfuzz.distance import Indel

    numbers, others = array("I", first), array("I", second)
    stride = max(len(numbers), len(others)) // _LONGEST + 1
    return Indel.normalized_similarity(
        [number for number in numbers if number % stride == 0],
        [number for number in others if number % stride == 0],
        score_cutoff=least,
    )
