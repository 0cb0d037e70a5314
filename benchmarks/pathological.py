"""Inputs nobody writes: time must grow with their length and no faster."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.corpus import make_drafts
from benchmarks.table import Row, at_most
from benchmarks.timing import best_of
from speechlint import Settings, Source
from speechlint.linter import Linter, make_linter

_LONG = 10_000_000
_SHORT = 200_000
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
_LIMIT = 2.0
"""What a code point may cost in the whole text, against a tenth of it."""
_SHORTEST = 0.02
"""Seconds below which a time says nothing."""


def rows() -> Iterator[Row]:
    """Ten million code points of three kinds, and some more that repeat one sign."""
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
    tenth = max(_seconds(text[: len(text) // 10], linter), _SHORTEST)
    whole = max(_seconds(text, linter), _SHORTEST)
    speed = len(text.encode()) / 1e6 / whole
    return at_most(f"{name} ({whole:.1f} s, {speed:.1f} MB/s)", whole / tenth / 10, "×", _LIMIT)


def _seconds(text: str, linter: Linter) -> float:
    source = Source("draft.txt", text)
    return best_of(1, lambda: linter.examine(source))
