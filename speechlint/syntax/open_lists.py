"""The lists that are open at a place of a draft: a stack, the innermost last."""

from __future__ import annotations

import msgspec

from speechlint.syntax.candidates import RANKS, SPOKEN, Candidate, Kind, may_be_mixed
from speechlint.syntax.nodes import Style

MAX_DEPTH = 32
"""An outline deeper than this is no outline; further items stay flat."""


class OpenList(msgspec.Struct, eq=False):
    """A series that may still go on.

    Attributes:
        inline: whether it lives inside one paragraph.
        last: the ordinal of its last item.
        paragraph: where its last item stands.
        kinds: the kinds of its items: one, unless the writer mixed them.
        loose: whether an item has gone on over unnumbered paragraphs.
        below: the kinds of the lists that its items have held.
        complete: whether 最后 has closed it.
    """

    inline: bool
    last: int
    paragraph: int
    kinds: set[Kind]
    loose: bool = False
    below: set[Kind] = msgspec.field(default_factory=set)
    complete: bool = False

    @property
    def spoken(self) -> bool:
        """Whether its markers belong to the spoken text."""
        return next(iter(self.kinds))[0] in SPOKEN

    @property
    def rank(self) -> int:
        """Where its style usually stands; 第一个问题： has sections below it."""
        return min(
            RANKS[Style.SECTION] if style is Style.DI and family else RANKS[style]
            for style, family in self.kinds
        )


class Placement(msgspec.Struct, frozen=True):
    """Where a candidate goes.

    Attributes:
        closed: how many open lists end ahead of it.
        compact: how many of these, the innermost, end with the paragraph of the last item.
        opens: whether it begins a list.
        ordinal: its number, settled for 最后.
    """

    candidate: Candidate
    closed: int
    compact: int
    opens: bool
    ordinal: int


class OpenLists:
    """A stack of open lists, with the paragraph of the last item placed."""

    def __init__(self) -> None:
        self._stack: list[OpenList] = []
        self.paragraph = 0

    def __len__(self) -> int:
        return len(self._stack)

    def __getitem__(self, depth: int) -> OpenList:
        return self._stack[depth]

    def down_to(self, depth: int) -> list[OpenList]:
        """The lists above a depth, the outermost first."""
        return self._stack[:depth]

    @property
    def depths_from_inside(self) -> range:
        """The depths, the innermost first."""
        return range(len(self._stack) - 1, -1, -1)

    def open(self, candidate: Candidate, depth: int, *, inline: bool) -> Placement | None:
        """Begin a list at a depth, unless that is too deep."""
        if depth >= MAX_DEPTH:
            return None
        closed, compact = self.close(depth)
        if self._stack:
            self._stack[-1].below.add(candidate.kind)
        kinds = {candidate.kind}
        self._stack.append(OpenList(inline, candidate.ordinal, candidate.paragraph, kinds))
        self.paragraph = candidate.paragraph
        return Placement(candidate, closed, compact, opens=True, ordinal=candidate.ordinal)

    def go_on(self, candidate: Candidate, depth: int, ordinal: int | None = None) -> Placement:
        """Add an item to the list at a depth; those inside it end."""
        open_list = self._stack[depth]
        if candidate.paragraph > self.paragraph + 1:
            open_list.loose = True
        closed, compact = self.close(depth + 1)
        if candidate.at_line_start:
            open_list.inline = False
        open_list.kinds.add(candidate.kind)
        open_list.last = candidate.ordinal if ordinal is None else ordinal
        open_list.paragraph = candidate.paragraph
        self.paragraph = candidate.paragraph
        return Placement(candidate, closed, compact, opens=False, ordinal=open_list.last)

    def close(self, depth: int) -> tuple[int, int]:
        """End the lists from a depth on: how many, and how many with their last item."""
        closed = len(self._stack) - depth
        compact = self.count_compact(closed)
        del self._stack[depth:]
        return closed, compact

    def count_compact(self, closed: int) -> int:
        """How many of the innermost lists end with the paragraph of their last item."""
        count = 0
        for open_list in reversed(self._stack):
            if count == closed or not (
                open_list.inline or (open_list.spoken and not open_list.loose)
            ):
                break
            count += 1
        return count

    def depth_in_paragraph(self, candidate: Candidate) -> int:
        """How many lists are open where a candidate stands: inline ones end with their line."""
        depth = len(self._stack)
        while depth:
            open_list = self._stack[depth - 1]
            if not open_list.inline or (
                open_list.paragraph == candidate.paragraph and not candidate.at_line_start
            ):
                break
            depth -= 1
        return depth


def could_mix(candidate: Candidate, open_list: OpenList) -> bool:
    """Whether a candidate of another kind has the number and the place of a list's next item."""
    if open_list.last + 1 != candidate.ordinal or open_list.spoken != candidate.spoken:
        return False
    if (Style.SIDE, "") in open_list.kinds or not may_be_mixed(candidate):
        return False
    if open_list.inline:
        return candidate.paragraph == open_list.paragraph and not candidate.at_line_start
    return candidate.at_line_start
