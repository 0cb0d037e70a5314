"""Whether time grows with length and no faster."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from benchmarks.corpus import make_draft
from benchmarks.table import Row, at_most
from benchmarks.timing import best_of
from speechlint import Outline, Settings, Source, parse
from speechlint.draft import Draft
from speechlint.linter import make_linter
from speechlint.rulebook import load_rulebook
from speechlint.settings import ChosenRule, choose_rules

_BASE = 60_000
_FACTORS = (1, 4, 16)
_LIMIT = 1.5
"""What a code point may cost in the longest text, against the shortest: caches grow cold."""


_LEAST_COST = 2.0
"""Nanoseconds a code point below which growth can't be told from chance."""


def rows() -> Iterator[Row]:
    """One draft of 60,000 code points, then four and sixteen times as long."""
    linter = make_linter(Settings())
    sources = [Source("draft.txt", make_draft(1, _BASE * factor)) for factor in _FACTORS]
    yield from _compare("parse", sources, parse)
    yield from _compare("parse and check", sources, linter.examine)
    read = [(source, parse(source)) for source in sources]
    for chosen in choose_rules(load_rulebook(), Settings()):
        yield _grow(chosen, read)


def _compare(name: str, sources: list[Source], work: Callable[[Source], object]) -> Iterator[Row]:
    costs = []
    for factor, source in zip(_FACTORS, sources, strict=True):
        seconds = best_of(3, partial(work, source))
        costs.append(seconds / len(source.text) * 1e9)
        yield Row(f"{name}, {factor} ×", f"{costs[-1]:.0f} ns/char")
    yield at_most(f"{name}, cost of a character at 16 × to 1 ×", costs[-1] / costs[0], "×", _LIMIT)


def _grow(chosen: ChosenRule, read: list[tuple[Source, Outline]]) -> Row:
    """What one rule costs at each length, with what it shares with others worked out anew."""
    costs = []
    for source, outline in read:

        def run(source: Source = source, outline: Outline = outline) -> None:
            for _ in chosen.check.run(Draft(source, outline)):
                pass

        costs.append(best_of(3, run) / len(source.text) * 1e9)
    value = " · ".join(f"{cost:.1f}" for cost in costs)
    growth = max(costs[-1], _LEAST_COST) / max(costs[0], _LEAST_COST)
    name = f"{chosen.rule.code} at 1, 4, 16 ×, ns/char"
    return Row(name, value, f"{growth:.2f} × ≤ {_LIMIT:g} ×", growth <= _LIMIT)
