"""What the system says of a file, and when that can be trusted to tell of every change."""

from __future__ import annotations

from speechlint.replay import Stamp, stamps_of

_NEWEST = 2_000_000_000
"""Nanoseconds; what changed so shortly before could change again without its times telling."""


def stamp_of(path: str) -> Stamp:
    """What the system says of a file or folder now; empty where there is none."""
    try:
        return stamps_of((path,))[0]
    except OSError:
        return ()


def is_settled(stamp: Stamp, moment: int) -> bool:
    """Whether a file that changes after a moment, in nanoseconds of the clock, gets another stamp.

    What isn't there gets one, too.
    """
    return not stamp or max(stamp[:2]) <= moment - _NEWEST
