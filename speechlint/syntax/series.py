"""Which candidates are markers, and what each of them opens or continues.

No fixed ladder of styles: a style that is not open opens a level below, one that is open returns
to it. A series runs across paragraphs; one that began inside a paragraph ends with it unless the
next paragraph continues its ordinals.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from speechlint.syntax.candidates import (
    ENCLOSED,
    LAST,
    RANKS,
    STRAY_PARAGRAPHS,
    Candidate,
    can_follow,
    may_be_mixed,
)
from speechlint.syntax.late_starts import begins_late, lost_first
from speechlint.syntax.lookahead import Lookahead
from speechlint.syntax.open_lists import OpenList, OpenLists, Placement, could_mix


class SeriesBuilder:
    """Places the candidates of one document; made for one use.

    Attributes:
        is_marker_word: tells a marker from a word that begins alike (三要求真务实, 三要素); asked
            only where the numbers leave a doubt.
    """

    def __init__(
        self, candidates: Sequence[Candidate], is_marker_word: Callable[[Candidate], bool]
    ) -> None:
        self._candidates = candidates
        self._is_marker_word = is_marker_word
        self._ahead = Lookahead(candidates)
        self._open = OpenLists()

    def place(self) -> list[Placement]:
        """Go through the candidates in order; those without a placement are text."""
        placements = []
        for index, candidate in enumerate(self._candidates):
            placement = self._place(index, candidate)
            if placement is not None:
                placements.append(placement)
        return placements

    def rest(self) -> tuple[int, int]:
        """How many lists are open at the end, and how many of them end with their last item."""
        return len(self._open), self._open.count_compact(len(self._open))

    def _place(self, index: int, candidate: Candidate) -> Placement | None:
        if candidate.bare:
            return self._place_bare(index, candidate)
        target = self._find_open(index, candidate)
        if candidate.doubtful and not self._is_expected(index, candidate, target):
            return None
        if candidate.ordinal == LAST:
            return self._place_last(candidate, target)
        if candidate.ordinal == 1:
            return self._place_first(index, candidate, target)
        return self._place_later(index, candidate, target)

    # Going on with a list

    def _find_open(self, index: int, candidate: Candidate) -> int | None:
        """Find the list that a candidate goes on with, by depth.

        The innermost that can be reached; but where the same style is open at two depths, the one
        that expects the number.
        """
        found: int | None = None
        for depth in self._open.depths_from_inside:
            open_list = self._open[depth]
            if candidate.kind not in open_list.kinds or open_list.complete:
                continue
            if not self._reaches(index, candidate, open_list):
                continue
            if candidate.ordinal == open_list.last + 1:
                return depth
            found = depth if found is None else found
        return found

    def _reaches(self, index: int, candidate: Candidate, open_list: OpenList) -> bool:
        if open_list.inline:
            if candidate.paragraph == open_list.paragraph:
                return not candidate.at_line_start
            expected = candidate.ordinal == open_list.last + 1
            distance = candidate.paragraph - self._open.paragraph
            near = distance <= (STRAY_PARAGRAPHS if expected else 1)
            return candidate.at_line_start and candidate.ordinal != 1 and near
        if candidate.at_line_start or candidate.ordinal == 1:
            return True
        # An item inside the paragraph of its elder sibling: the number must be the expected one,
        # or the next where brackets leave no doubt, and no later line may bring it again.
        ahead = candidate.ordinal - open_list.last
        if candidate.paragraph != self._open.paragraph or not (
            ahead == 1 or (ahead == 2 and candidate.kind[0] in ENCLOSED)
        ):
            return False
        following = self._ahead.next(index, (candidate.kind,), at_line_start=True)
        return following is None or following.ordinal != candidate.ordinal

    # Beginning a list

    def _place_first(
        self, index: int, candidate: Candidate, target: int | None
    ) -> Placement | None:
        inline = self._is_inline(index, candidate)
        if target is None:
            depth = self._depth_for_new(index, candidate)
        elif self._is_slip(index, candidate, self._open[target]):
            return self._open.go_on(candidate, target)
        elif self._is_nested(index, inline, self._open[target]):
            depth = self._open.depth_in_paragraph(candidate)
        else:
            depth = target
        if not self._is_confirmed(index, candidate, depth):
            return None
        return self._open.open(candidate, depth, inline=inline)

    def _depth_for_new(self, index: int, candidate: Candidate) -> int:
        """How deep a list of a style that is not open goes.

        Usually one level below. But a style that ranks above the open one, or a spoken one after
        unnumbered paragraphs, stands beside a list that has come to its end.
        """
        depth = self._open.depth_in_paragraph(candidate)
        if not candidate.at_line_start:
            return depth
        rank = RANKS[candidate.kind[0]]
        apart = candidate.paragraph > self._open.paragraph + 1
        while depth:
            above = self._open[depth - 1]
            beside = above.rank > rank or (above.rank == rank and apart)
            if not beside or candidate.kind in above.below or not self._is_finished(index, above):
                break
            depth -= 1
        return depth

    def _is_finished(self, index: int, open_list: OpenList) -> bool:
        following = self._ahead.next(index, open_list.kinds, at_line_start=True)
        return following is None or following.ordinal <= open_list.last

    def _is_inline(self, index: int, candidate: Candidate) -> bool:
        """Whether a list that begins here lives inside its paragraph."""
        if not candidate.at_line_start:
            return True
        following = self._ahead.next(index, (candidate.kind,), at_line_start=False)
        return (
            candidate.spoken
            and following is not None
            and following.paragraph == candidate.paragraph
            and following.ordinal in {2, 3}
        )

    def _is_slip(self, index: int, candidate: Candidate, open_list: OpenList) -> bool:
        """Whether a 一 stands where the next number of an open list belongs (一 二 一 四).

        Two that are each alone (一 一) are one list, too.
        """
        if open_list.inline == candidate.at_line_start:
            return False
        following = self._ahead.next(index, open_list.kinds, at_line_start=candidate.at_line_start)
        if open_list.last == 1 and not open_list.spoken:
            return following is None or following.ordinal in {1, 3}
        return following is not None and following.ordinal == open_list.last + 2

    def _is_nested(self, index: int, inline: bool, open_list: OpenList) -> bool:
        """Whether an item holds a series of its own list's style: 二、(一、二、)三、.

        Spoken series do that inside a paragraph only.
        """
        if inline and not open_list.inline:
            return True
        if open_list.spoken:
            return False
        breaks_at = self._ahead.run_breaks_at(index, at_line_start=not open_list.inline)
        return breaks_at == open_list.last + 1

    def _is_confirmed(self, index: int, candidate: Candidate, depth: int) -> bool:
        """Whether a second member follows before a list that stays open goes on."""
        if not candidate.spoken and candidate.at_line_start:
            return True
        for at_line_start in (False, True):
            following = self._ahead.next_index(
                index, (candidate.kind,), at_line_start=at_line_start
            )
            if following is not None and can_follow(candidate, self._candidates[following]):
                return not self._is_interrupted(index, following, depth)
        neighbour = self._ahead.next_spoken(index)
        return (
            neighbour is not None
            and may_be_mixed(candidate)
            and may_be_mixed(neighbour)
            and neighbour.ordinal == 2
            and can_follow(candidate, neighbour)
            and self._is_marker_word(neighbour)
        )

    def _is_interrupted(self, index: int, following: int, depth: int) -> bool:
        """Whether an open list goes on between two candidates."""
        for open_list in self._open.down_to(depth):
            if not open_list.inline:
                own = self._ahead.next_index(index, open_list.kinds, at_line_start=True)
                if own is not None and own < following:
                    return True
        return False

    # Numbers from two on

    def _place_later(
        self, index: int, candidate: Candidate, target: int | None
    ) -> Placement | None:
        host = self._find_host(index, candidate, target)
        if host is not None:
            return self._open.go_on(candidate, host)
        if target is not None:
            expected = candidate.ordinal == self._open[target].last + 1
            if not expected and not self._is_marker_word(candidate):
                return None
            return self._open.go_on(candidate, target)
        if candidate.at_line_start and begins_late(self._ahead, index, candidate):
            depth = self._depth_for_new(index, candidate)
            return self._open.open(candidate, depth, inline=False)
        if lost_first(self._ahead, index, candidate) and self._is_marker_word(candidate):
            depth = self._open.depth_in_paragraph(candidate)
            return self._open.open(candidate, depth, inline=True)
        return None

    def _find_host(self, index: int, candidate: Candidate, target: int | None) -> int | None:
        """Find the list of another kind whose next place a candidate fills (一要 二是 三要)."""
        for depth in range(len(self._open) - 1, -1 if target is None else target, -1):
            open_list = self._open[depth]
            if candidate.kind in open_list.kinds or not could_mix(candidate, open_list):
                continue
            own = self._own_next(index, open_list)
            if own is not None and own.ordinal == candidate.ordinal:
                continue
            goes_on = own is not None and own.ordinal == candidate.ordinal + 1
            if target is None:
                if candidate.spoken or (goes_on and not self._ahead.goes_on(index)):
                    return depth
            elif goes_on and self._is_impostor(index, candidate, self._open[target]):
                return depth
        return None

    def _own_next(self, index: int, open_list: OpenList) -> Candidate | None:
        """The next candidate of a list's own kinds that could belong to it."""
        found = self._ahead.next(index, open_list.kinds, at_line_start=not open_list.inline)
        if found is not None and open_list.inline and found.paragraph > open_list.paragraph + 1:
            return None
        return found

    def _is_impostor(self, index: int, candidate: Candidate, open_list: OpenList) -> bool:
        """Whether a marker's own list doesn't expect its number, or gets it from another."""
        if candidate.ordinal != open_list.last + 1:
            return True
        following = self._own_next(index, open_list)
        return following is not None and following.ordinal == candidate.ordinal

    def _is_expected(self, index: int, candidate: Candidate, target: int | None) -> bool:
        """Whether both the number before and the number after speak for a doubtful marker."""
        following = self._ahead.next(index, (candidate.kind,), at_line_start=True)
        goes_on = following is not None and following.ordinal == candidate.ordinal + 1
        if target is None or candidate.ordinal == 1:
            return goes_on and candidate.ordinal == 1
        expected = self._open[target].last + 1 == candidate.ordinal
        return expected and (goes_on or following is None)

    # Special markers

    def _place_last(self, candidate: Candidate, target: int | None) -> Placement | None:
        """最后 closes a list of 首先 and 其次, nothing else."""
        if target is None or self._open[target].last < 2:
            return None
        self._open[target].complete = True
        return self._open.go_on(candidate, target, self._open[target].last + 1)

    def _place_bare(self, index: int, candidate: Candidate) -> Placement | None:
        """A numeral alone on its line goes on with a list, or heads a section: 一 ¶ … 二 ¶ …."""
        for depth in self._open.depths_from_inside:
            open_list = self._open[depth]
            if not open_list.inline and open_list.last + 1 == candidate.ordinal:
                kind = next(iter(open_list.kinds))
                return self._open.go_on(replace(candidate, kind=kind), depth)
        following = self._ahead.next(index, (candidate.kind,), at_line_start=True)
        if candidate.ordinal == 1 and following is not None and following.bare:
            return self._open.open(candidate, self._depth_for_new(index, candidate), inline=False)
        return None
