"""Whether time grows with length and no faster."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from benchmarks.corpus import make_draft
from benchmarks.table import Row, at_most
from benchmarks.timing import best_of
from speechlint import Settings, Source, parse
from speechlint.linter import make_linter

_BASE = 60_000
_FACTORS = (1, 4, 16)
_LIMIT = 1.5
"""What a code point may cost in the longest text, against the shortest: caches grow cold."""


def rows() -> Iterator[Row]:
    """One draft of 60,000 code points, then four and sixteen times as long."""
    linter = make_linter(Settings())
    sources = [Source("draft.txt", make_draft(1, _BASE * factor)) for factor in _FACTORS]
    yield from _compare("parse", sources, parse)
    yield from _compare("parse and check", sources, linter.examine)


def _compare(name: str, sources: list[Source], work: Callable[[Source], object]) -> Iterator[Row]:
    costs = []
    for factor, source in zip(_FACTORS, sources, strict=True):
        seconds = best_of(3, partial(work, source))
        costs.append(seconds / len(source.text) * 1e9)
        yield Row(f"{name}, {factor} ×", f"{costs[-1]:.0f} ns/char")
    yield at_most(f"{name}, cost of a character at 16 × to 1 ×", costs[-1] / costs[0], "×", _LIMIT)
