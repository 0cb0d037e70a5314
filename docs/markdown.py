"""Writing Markdown that says what it should and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~])")


_BLOCK = re.compile(r"^(```.*?^```$)", re.MULTILINE | re.DOTALL)
_CHINESE = "\u3001-\u3011\u4e00-\u9fff\uff01-\uff5e“”"
_LINE_END = re.compile(rf"(?<=[{_CHINESE}])\n(?=[{_CHINESE}])")


def join_lines(text: str) -> str:
    """A page whose lines of Chinese go on without the space that a line end would become."""
    parts = _BLOCK.split(text)
    return "".join(
        part if place % 2 else _LINE_END.sub("", part) for place, part in enumerate(parts)
    )


def plain(text: str) -> str:
    """A text with every sign of Markdown escaped."""
    return _SIGNS.sub(r"\\\1", text)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; the cells are Markdown without line ends."""
    lines = [_row(head), _row(["---"] * len(head)), *map(_row, rows)]
    return "\n".join(lines)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
