"""When what the system says of a file can be trusted to tell of every change."""

from __future__ import annotations

from speechlint.replay import Stamp

_NEWEST = 2_000_000_000
"""Nanoseconds; what changed so shortly before could change again without its times telling."""


def is_settled(stamp: Stamp, moment: int) -> bool:
    """Whether a file that changes after a moment, in nanoseconds of the clock, gets another stamp.

    It is the same with what isn't there, or only counts as being there.
    """
    return len(stamp) < 2 or max(stamp[:2]) <= moment - _NEWEST
