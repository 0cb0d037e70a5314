"""The table of results."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wcwidth import wcswidth


@dataclass(frozen=True, slots=True)
class Row:
    """One result.

    Attributes:
        measure: what was measured.
        value: the number, with its unit.
        budget: what it should be, with its unit; empty where there is none.
        kept: whether it is.
    """

    measure: str
    value: str
    budget: str = ""
    kept: bool = True


def at_least(measure: str, value: float, unit: str, budget: float) -> Row:
    """A result that should not be less."""
    return Row(measure, f"{value:.2f} {unit}", f"≥ {budget:g} {unit}", value >= budget)


def at_most(measure: str, value: float, unit: str, budget: float) -> Row:
    """A result that should not be more."""
    return Row(measure, f"{value:.2f} {unit}", f"≤ {budget:g} {unit}", value <= budget)


def print_row(row: Row) -> None:
    """Print a result as soon as it is there."""
    budget = f"{row.budget} {'✓' if row.kept else '✗'}" if row.budget else ""
    print(f"{_fill(row.measure, 52)}{row.value:>16}   {budget}".rstrip(), flush=True)


def print_rows(title: str, rows: Iterable[Row]) -> bool:
    """Print results under a title; tell whether all budgets were kept."""
    print(f"\n{title}", flush=True)
    kept = True
    for row in rows:
        print_row(row)
        kept &= row.kept
    return kept


def _fill(text: str, width: int) -> str:
    return text + " " * max(width - max(wcswidth(text), 0), 1)
