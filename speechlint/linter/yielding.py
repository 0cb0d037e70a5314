"""Rules that yield where a more specific one speaks, so that a place is reported once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from speechlint.diagnostic import Diagnostic
from speechlint.settings import ChosenRule
from speechlint.source import Span


def without_yielding(found: Sequence[Diagnostic], rules: Sequence[ChosenRule]) -> list[Diagnostic]:
    """The diagnostics without those of rules that yield to what another says of the same place.

    Args:
        found: what the rules say.
        rules: those that were applied.
    """
    codes = {one.code for one in found}
    kept = list(found)
    for rule in (one.rule for one in rules):
        if rule.code in codes and not codes.isdisjoint(rule.yields_to):
            taken = _Places(
                span for one in found if one.code in rule.yields_to for span in _of(one)
            )
            kept = [one for one in kept if one.code != rule.code or not taken.meet(one.span)]
    return kept


def _of(diagnostic: Diagnostic) -> Iterator[Span]:
    """The places that a diagnostic is about: its own, and what its fix changes."""
    yield diagnostic.span
    if diagnostic.fix is not None:
        yield from (edit.span for edit in diagnostic.fix.edits)


class _Places:
    """Some places of a text, those that touch put together."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans, key=lambda span: span.start):
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def meet(self, span: Span) -> bool:
        """Whether a place has a character in common with one of these."""
        at = bisect_left(self._starts, span.end) - 1
        return at >= 0 and self._ends[at] > span.start
