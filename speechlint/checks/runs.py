"""A list of numbers as runs that count up one by one, and the cheapest chain of right runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

_REACH = 8
"""How many runs in a row may be misnumbered; it keeps the time linear."""


class Run(msgspec.Struct, frozen=True):
    """Items that count up one by one; ``level`` is number minus index, the same for all of them."""

    first: int
    end: int
    level: int


class _Step(msgspec.Struct, frozen=True, order=True):
    """How to reach a run at the least cost: the run before it in the chain, and the faults so far.

    Among equals the nearer one wins, which leaves out fewer items: a list that ends 2 4 has a gap.
    """

    cost: int
    distance: int


def cut_runs(ordinals: Sequence[int]) -> Iterator[Run]:
    """The runs of a list, in order."""
    first = 0
    for index in range(1, len(ordinals) + 1):
        if index == len(ordinals) or ordinals[index] != ordinals[index - 1] + 1:
            yield Run(first, index, ordinals[first] - first)
            first = index


def cheapest_chain(runs: list[Run]) -> list[int]:
    """The runs that are right, by number; it begins with 0, the empty run before the list."""
    steps = [_Step(0, 0)] + [_Step(2 * len(runs), 0)] * len(runs)
    for number in range(len(runs)):
        for target, wrong in _reachable(runs, number):
            seam = target < len(runs) and jump(runs, number, target) != 0
            step = _Step(steps[number].cost + wrong + seam, target - number)
            steps[target] = min(steps[target], step)
    chain = []
    number = len(runs)
    while number:
        number -= steps[number].distance
        chain.append(number)
    return chain[::-1]


def _reachable(runs: list[Run], number: int) -> Iterator[tuple[int, int]]:
    """The runs that may follow one in the chain, with the faults of those between: a swap is one.

    The last of them may be the end of the list.
    """
    before, wrong = 0, 0
    for target in range(number + 1, min(number + _REACH, len(runs)) + 1):
        yield target, wrong
        if target == len(runs) or wrong > _REACH:
            return
        longer = wrong + runs[target].end - runs[target].first
        if target > number + 1 and swapped(runs, target - 1, runs[number].level):
            longer = min(longer, before + 1)
        before, wrong = wrong, longer


def swapped(runs: list[Run], number: int, level: int) -> bool:
    """Whether a run and the next are two items, each with the number of the other."""
    one, other = runs[number], runs[number + 1]
    return (
        one.level == level + 1
        and other.level == level - 1
        and one.end - one.first == 1 == other.end - other.first
    )


def jump(runs: list[Run], number: int, target: int) -> int:
    """By how much a run is ahead of (or behind) the one before it in the chain.

    Items left out between the two may stand for a missing number or be additional: only what they
    cannot account for is a jump.
    """
    ahead = runs[target].level - runs[number].level
    return ahead if ahead > 0 else min(0, ahead + runs[target].first - runs[number].end)
