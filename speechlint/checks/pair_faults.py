"""Which marks of a document have no partner.

A lost mark must be one fault, where it was lost, and nothing after it: what is left open in a line
is matched in the next ones, and given up as soon as they show that it can't be.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

import msgspec

from speechlint.checks.pair_marks import Kind, Line, Mark

_NEAR = 20
"""How long a quotation may be whose second mark is taken for a closing one turned round."""


class Fault(msgspec.Struct, frozen=True, gc=False):
    """A mark that is never closed; or another fault, by its variant: unopened, reversed."""

    offset: int
    variant: str = ""


def find_faults(lines: Iterable[Line], kind: Kind) -> Iterator[Fault]:
    """What is wrong with the marks of a kind; marks side by side are one fault."""
    follower = (_Quotations if kind.quotes else _Brackets)(kind.reach)
    last = -2
    for fault in _follow(follower, lines):
        if fault.offset != last + 1:
            yield fault
        last = fault.offset


def _follow(follower: _Brackets | _Quotations, lines: Iterable[Line]) -> Iterator[Fault]:
    for line in lines:
        yield from follower.read(line)
    yield from follower.finish()


class _Brackets:
    """Follows brackets, which nest."""

    def __init__(self, reach: int) -> None:
        self._reach = reach
        self._open: deque[tuple[Mark, int]] = deque()

    def read(self, line: Line) -> Iterator[Fault]:
        """What is known to be wrong once a line has been read."""
        while self._open and line.number - self._open[0][1] > self._reach:
            yield Fault(self._open.popleft()[0].offset)
        for mark in line.marks:
            if mark.opens:
                self._open.append((mark, line.number))
            elif self._open and (not mark.loose or self._open[-1][1] == line.number):
                self._open.pop()
            elif not mark.loose:
                yield Fault(mark.offset, "unopened")

    def finish(self) -> Iterator[Fault]:
        """What is still open at the end."""
        yield from (Fault(mark.offset) for mark, _ in self._open)


class _Quotations:
    """Follows quotation marks, which alternate, and which every paragraph of a quotation opens."""

    def __init__(self, reach: int) -> None:
        self._reach = reach
        self._pending: Mark | None = None
        self._pending_line = 0

    def read(self, line: Line) -> Iterator[Fault]:
        """What is known to be wrong once a line has been read."""
        opened: Mark | None = None
        for index, mark in enumerate(line.marks):
            following = line.marks[index + 1] if index + 1 < len(line.marks) else None
            if mark.opens or (mark.loose and opened is None):
                if opened is None:
                    opened = mark
                elif _turned_round(opened, mark, following):
                    yield Fault(mark.offset, "reversed")
                    opened = None
                else:
                    yield Fault(opened.offset)
                    opened = mark
            elif opened is not None:
                if self._pending and not (line.opens and line.closes and len(line.marks) == 2):
                    yield Fault(self._pending.offset)
                self._pending = opened = None
            elif self._pending and line.number - self._pending_line <= self._reach:
                self._pending = None
            elif following and not following.opens and not following.loose:
                yield Fault(mark.offset, "reversed")
                opened = mark
            else:
                yield Fault(mark.offset, "unopened")
        if opened is not None and not opened.loose:
            yield from self._wait(opened, line)

    def _wait(self, opened: Mark, line: Line) -> Iterator[Fault]:
        """Take a quotation that a line leaves open into the next lines."""
        goes_on = line.opens and opened is line.marks[0]
        if self._pending and not (goes_on and line.number - self._pending_line <= self._reach):
            yield Fault(self._pending.offset)
            self._pending = None
        self._pending = self._pending or opened
        self._pending_line = line.number

    def finish(self) -> Iterator[Fault]:
        """What is still open at the end."""
        if self._pending:
            yield Fault(self._pending.offset)


def _turned_round(opened: Mark, mark: Mark, following: Mark | None) -> bool:
    """Whether an opening mark inside a quotation is its closing one, turned round."""
    if not 1 < mark.offset - opened.offset <= _NEAR:
        return False
    return following is None or following.opens
