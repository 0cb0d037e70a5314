"""How far a long run is, on a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from speechlint.reports import Look
from speechlint.runner import Progress

_PATIENCE = 1.0
"""Seconds before a run says how far it is."""

_PAUSE = 0.1
_WIDTH = 24


@contextmanager
def show_progress(look: Look) -> Iterator[Progress]:
    """Shows a bar on a terminal's standard error when the run takes longer than a second."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    bar = _Bar(look)
    try:
        yield bar.update
    finally:
        bar.clear()


class _Bar:
    def __init__(self, look: Look) -> None:
        self._look = look
        self._next = time.monotonic() + _PATIENCE
        self._shown = False

    def update(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + _PAUSE
        self._shown = True
        full = _WIDTH * done // total
        bar = "█" * full + "░" * (_WIDTH - full)
        count = self._look.say(f"已检查 {done}/{total}", f"{done}/{total} checked")
        sys.stderr.write(f"\r{bar} {count}\x1b[K")
        sys.stderr.flush()

    def clear(self) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
