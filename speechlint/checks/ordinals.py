"""What is wrong with the numbers of a list, by the fewest edits that would mend it.

A list is cut into runs that count up one by one. The cheapest chain of runs is taken to be right;
what lies between two of them is misnumbered, and where they don't meet there is a gap or a repeat.
One slip is thus one fault: ``1 2 4 5 6`` lacks one number, ``1 2 3 3 5`` has one wrong item.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

import msgspec

from speechlint.checks.runs import Run, cheapest_chain, cut_runs, jump, swapped


class FaultKind(str, Enum):
    """What is wrong at an item."""

    GAP = "gap"
    DUPLICATE = "duplicate"
    ORDER = "order"
    START = "start"


class Fault(msgspec.Struct, frozen=True):
    """One thing wrong with the numbers of a list.

    Attributes:
        index: the item at which it shows, from 0: the one after a gap, the first of a swapped pair.
        expected: the number that belongs there, judged by the items around it; of an item that was
            moved, its number once the list is renumbered.
        last: of a gap or a late start, the last number that is missing; otherwise as expected.
        partner: the item it is seen against: the one before a gap, the other of the same number,
            the one that should stand on the other side; none at the start of a list.
    """

    kind: FaultKind
    index: int
    expected: int
    last: int
    partner: int | None


def diagnose(ordinals: Sequence[int]) -> list[Fault]:
    """The faults of a list that should count 1, 2, 3 …, in the order of its items."""
    if all(ordinal == index for index, ordinal in enumerate(ordinals, 1)):
        return []
    runs = [Run(0, 0, 1), *cut_runs(ordinals)]
    chain = cheapest_chain(runs)
    return sorted(_Explanation(ordinals, runs, chain).faults(), key=lambda fault: fault.index)


class _Explanation:
    """Words for what a chain of runs leaves out and where its links don't meet."""

    def __init__(self, ordinals: Sequence[int], runs: list[Run], chain: list[int]) -> None:
        self._ordinals = ordinals
        self._runs = runs
        self._chain = chain
        present = sorted(set(ordinals))
        self._absent_from = _next_absent(reversed(present), 1)
        self._absent_to = _next_absent(present, -1)
        self._kept: dict[int, int] = {}
        for number in chain:
            for index in range(runs[number].first, runs[number].end):
                self._kept.setdefault(ordinals[index], index)

    def faults(self) -> Iterator[Fault]:
        end = len(self._runs)
        for number, target in zip(self._chain, [*self._chain[1:], end], strict=True):
            yield from self._misnumbered(number, target)
            if target < end:
                yield from self._unmet(number, target)

    def _misnumbered(self, number: int, target: int) -> Iterator[Fault]:
        """The faults of the items between two runs of the chain."""
        level, between = self._runs[number].level, number + 1
        while between < target:
            run = self._runs[between]
            if between + 1 < target and swapped(self._runs, between, level):
                expected = run.first + level
                yield Fault(FaultKind.ORDER, run.first, expected, expected, run.first + 1)
                between += 2
                continue
            for index in range(run.first, run.end):
                yield self._misplaced(index, index + level)
            between += 1

    def _unmet(self, number: int, target: int) -> Iterator[Fault]:
        """The fault of two runs of the chain that don't meet, if they don't."""
        ahead, index = jump(self._runs, number, target), self._runs[target].first
        if ahead < 0:
            yield self._misplaced(index, self._ordinals[index] - ahead)
        elif ahead > 0:
            yield from self._gap(index, self._ordinals[index] - ahead)

    def _misplaced(self, index: int, expected: int) -> Fault:
        """An item whose number another one has, or whose number belongs elsewhere."""
        ordinal = self._ordinals[index]
        twin = self._kept.get(ordinal, index)
        if twin != index:
            return Fault(FaultKind.DUPLICATE, index, expected, expected, twin)
        if expected in self._kept:
            expected = index + 1
        following = self._ordinals[index + 1 : index + 2]
        partner = index + 1 if following and following[0] < ordinal else index - 1
        return Fault(FaultKind.ORDER, index, expected, expected, partner if partner >= 0 else None)

    def _gap(self, index: int, first: int) -> Iterator[Fault]:
        """The numbers missing before an item, unless they stand somewhere else in the list."""
        last = self._ordinals[index] - 1
        first = self._absent_from.get(first, first)
        last = self._absent_to.get(last, last)
        if first <= last and index:
            yield Fault(FaultKind.GAP, index, first, last, index - 1)
        elif first <= last:
            yield Fault(FaultKind.START, index, first, last, None)


def _next_absent(present: Iterable[int], step: int) -> dict[int, int]:
    """For each number of a list, the next one, up or down, that isn't in the list.

    ``present`` runs against the step.
    """
    found: dict[int, int] = {}
    for ordinal in present:
        found[ordinal] = found.get(ordinal + step, ordinal + step)
    return found
