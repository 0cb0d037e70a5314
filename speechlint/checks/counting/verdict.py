"""What is said of an announcement that is not kept."""

from __future__ import annotations

from enum import Enum

import msgspec

from speechlint.source import Span
from speechlint.syntax.announcement import Announcement


class Fault(str, Enum):
    """How an announcement is not kept."""

    SERIES = "series"  # the series has another number of items
    MISSING = "missing"  # no series follows
    SENTENCE = "sentence"  # its own sentence lists another number of members


class Verdict(msgspec.Struct, frozen=True):
    """An announcement that is not kept, with what was found.

    Attributes:
        backward: whether it refers back to the series: 以上三点.
    """

    fault: Fault
    announcement: Announcement
    found: tuple[Span, ...] = ()
    backward: bool = False
