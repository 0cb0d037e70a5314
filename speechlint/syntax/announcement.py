"""The nodes of an announcement: amounts of things that may be a list.

Written 讲三点意见, 以下七个方面工作, “五个突出、五个聚力”.
"""

from __future__ import annotations

from enum import Enum

import msgspec

from speechlint.source import Span

_UNQUOTED = dict.fromkeys(map(ord, '“”‘’「」"'))


class Lead(str, Enum):
    """The words that lead in to an amount."""

    NONE = ""
    SAYING = "saying"  # 讲三点意见
    FOLLOWING = "following"  # 以下五个方面
    REFERENCE = "reference"  # 以上三点, 这五个方面


class Amount(msgspec.Struct, frozen=True):
    """A number of things.

    Attributes:
        number: how many; None where the writer leaves it open (几).
        numeral: the number as it is written.
        thing: what is counted, without measure word: 突出 of 五个突出; may be empty.
    """

    number: int | None
    numeral: Span
    thing: Span

    def shift(self, by: int) -> Amount:
        """The same amount further on in a text."""
        return Amount(self.number, _shift(self.numeral, by), _shift(self.thing, by))


class Announcement(msgspec.Struct, frozen=True):
    """An amount that may announce a list.

    Attributes:
        start: where the words that lead in to it begin.
        span: the amounts with what is counted, with the quotation marks of a name.
        lead: the words that lead in to it.
        named: whether it, or what it counts, stands in quotation marks.
        amounts: one, or several in a name such as “三进三超三快”.
        tail: what else is said of it up to the next stop: 项目 of “三个一批”项目; may be empty.
        end: where the clause ends, ahead of its stop.
    """

    start: int
    span: Span
    lead: Lead
    named: bool
    amounts: tuple[Amount, ...]
    tail: Span
    end: int

    @property
    def total(self) -> int | None:
        """All amounts together; None where one is left open."""
        total = 0
        for amount in self.amounts:
            if amount.number is None:
                return None
            total += amount.number
        return total

    def name(self, text: str) -> str:
        """The amounts with what is counted, without quotation marks."""
        name = self.span.of(text)
        return name.translate(_UNQUOTED) if self.named else name

    def shift(self, by: int) -> Announcement:
        """The same announcement further on in a text."""
        return Announcement(
            self.start + by,
            _shift(self.span, by),
            self.lead,
            self.named,
            tuple(amount.shift(by) for amount in self.amounts),
            _shift(self.tail, by),
            self.end + by,
        )


def _shift(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
