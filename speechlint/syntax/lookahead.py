"""What comes later in a document: the next candidates of a kind, found in logarithmic time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from speechlint.syntax.candidates import Candidate, Kind

_NEIGHBOURS = 12
"""How many candidates ahead a neighbour of another kind is looked for."""


class Lookahead:
    """Questions about the candidates after one of them, named by its index."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._candidates = candidates
        self._anywhere: defaultdict[Kind, list[int]] = defaultdict(list)
        self._at_line: defaultdict[Kind, list[int]] = defaultdict(list)
        for index, candidate in enumerate(candidates):
            self._anywhere[candidate.kind].append(index)
            if candidate.at_line_start:
                self._at_line[candidate.kind].append(index)

    def next_index(self, index: int, kinds: Iterable[Kind], *, at_line_start: bool) -> int | None:
        """The index of the next candidate of one of some kinds."""
        places = self._at_line if at_line_start else self._anywhere
        nearest: int | None = None
        for kind in kinds:
            known = places.get(kind)
            if known is None:
                continue
            position = bisect_right(known, index)
            if position < len(known) and (nearest is None or known[position] < nearest):
                nearest = known[position]
        return nearest

    def next(self, index: int, kinds: Iterable[Kind], *, at_line_start: bool) -> Candidate | None:
        """The next candidate of one of some kinds."""
        found = self.next_index(index, kinds, at_line_start=at_line_start)
        return None if found is None else self._candidates[found]

    def previous(self, index: int, kind: Kind) -> Candidate | None:
        """The nearest candidate of a kind before an index."""
        known = self._anywhere.get(kind, [])
        position = bisect_left(known, index)
        return self._candidates[known[position - 1]] if position else None

    def goes_on(self, index: int) -> bool:
        """Whether the next of a candidate's kind at a line's start has the next number: 3. 4."""
        candidate = self._candidates[index]
        following = self.next(index, (candidate.kind,), at_line_start=True)
        return following is not None and following.ordinal == candidate.ordinal + 1

    def next_spoken(self, index: int) -> Candidate | None:
        """The nearest spoken candidate in the same paragraph, or at the start of a later one."""
        candidate = self._candidates[index]
        for other in self._candidates[index + 1 : index + 1 + _NEIGHBOURS]:
            if other.spoken and (other.paragraph == candidate.paragraph or other.at_line_start):
                return other
        return None

    def run_breaks_at(self, index: int, *, at_line_start: bool) -> int | None:
        """Follow 一, 二, 三 … of one kind from an index; the number that comes out of turn, if any.

        None where not even 二 follows, or where the run goes on to the end.
        """
        kind, value, here = self._candidates[index].kind, 1, index
        while True:
            following = self.next_index(here, (kind,), at_line_start=at_line_start)
            if following is None:
                return None
            ordinal = self._candidates[following].ordinal
            if ordinal != value + 1:
                return ordinal if value > 1 else None
            value, here = ordinal, following
