"""Inputs nobody writes, which must not take for ever."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.corpus import make_drafts
from benchmarks.table import Row, at_least
from benchmarks.timing import best_of
from speechlint import Settings, Source
from speechlint.linter import Linter, make_linter

_LONG = 10_000_000
_SHORT = 1_000_000
_REPEATED = (
    "一、\n",
    "（一）",
    "第一，",
    "**县",
    "“",
    "《",
    "1.\n",
    "，",
    "X",
    "是",
    "\n",
    "。\n",
    "——",
)
_BUDGET = 1.0
_PATIENCE = 3
"""Seconds that a tenth of a text may take, for the whole to be tried."""


def rows() -> Iterator[Row]:
    """Ten million code points of three kinds, and a million of some more."""
    linter = make_linter(Settings())
    one_line = "".join(make_drafts(_LONG // 3)).replace("\n", "")
    texts = {
        "（ × 10⁷": "（" * _LONG,
        "一是 × 5·10⁶": "一是" * (_LONG // 2),
        "10 MB on one line": one_line,
    }
    texts |= {f"{unit!r} × {_SHORT:,}": unit * _SHORT for unit in _REPEATED}
    for name, text in texts.items():
        yield _measure(name, text, linter)


def _measure(name: str, text: str, linter: Linter) -> Row:
    seconds = _seconds(text[: len(text) // 10], linter)
    note = "a tenth"
    if seconds > _PATIENCE:
        text = text[: len(text) // 10]
    else:
        seconds = _seconds(text, linter)
        note = "all"
    speed = len(text.encode()) / 1e6 / seconds
    return at_least(f"{name} ({note}: {seconds:.1f} s)", speed, "MB/s", _BUDGET)


def _seconds(text: str, linter: Linter) -> float:
    source = Source("draft.txt", text)
    return best_of(1, lambda: linter.examine(source))
