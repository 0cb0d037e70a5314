"""Fitting text into columns of a terminal, where a Chinese character takes two."""

from __future__ import annotations

from speechlint.reports.excerpt import column_width


def measure(text: str) -> int:
    """The columns that a text takes."""
    return sum(map(column_width, text))


def fill(text: str, width: int) -> str:
    """A text with blanks behind it, up to a width."""
    return text + " " * (width - measure(text))


def shorten(text: str, width: int) -> str:
    """As much of a text as a width takes, with … for the rest."""
    if measure(text) <= width:
        return text
    taken = 0
    for place, character in enumerate(text):
        taken += column_width(character)
        if taken >= width:
            return text[:place] + "…"
    return text
