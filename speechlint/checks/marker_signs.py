"""The sign between a marker's number and its text: 一、 but （一） without one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from speechlint.checks.base import Check
from speechlint.checks.wording import point_to
from speechlint.diagnostic import Edit, Finding
from speechlint.draft import Draft
from speechlint.source import Span
from speechlint.syntax.nodes import Item, Marker, Style

_SIGNS = frozenset("、.．，,：:")
_POINTS = ".．"
_ENDS = frozenset("；;。！？!?")
_BLANKS = frozenset(" \t\u3000")
_FULL_WIDTH = r"[０-９]"


class MarkerSigns(Check, frozen=True):
    """Finds markers followed by a wrong sign; one finding a list, with the edits for all of it.

    A number that Word draws is reported too, but only its author can change it.

    Attributes:
        right: by style, the signs that may follow the number (GB/T 15834 B.3); a fix writes the
            first. Styles that aren't named are left alone.
        minor: styles for which the finding is the variant ``minor``.
    """

    facts = frozenset({"marker", "wrong", "better"})
    roles: ClassVar[dict[str, frozenset[str]]] = {"also": frozenset({"marker"})}
    variants = frozenset({"minor"})

    right: dict[Style, tuple[str, ...]]
    minor: tuple[Style, ...] = ()

    def run(self, draft: Draft) -> Iterator[Finding]:
        """Findings in the order of the text."""
        for placed in draft.lists:
            wrong = list(self._find_wrong(draft.text, placed.series.items))
            if wrong:
                yield self._describe(draft.text, wrong)

    def _find_wrong(self, text: str, items: tuple[Item, ...]) -> Iterator[tuple[Marker, Edit]]:
        """The markers of a list that have a wrong sign, with the edit that gives the right one."""
        for marker in (item.marker for item in items):
            right = self.right.get(marker.style)
            span = _sign(text, marker)
            if right is None or not len(span) or span.of(text) in right:
                continue
            wide = right[0] == "." and re.compile(_FULL_WIDTH).search(marker.numeral.of(text))
            yield marker, Edit(span, "．" if wide else right[0])

    def _describe(self, text: str, wrong: list[tuple[Marker, Edit]]) -> Finding:
        marker, edit = wrong[0]
        span = Span(marker.span.start, edit.span.end)
        before = text[marker.span.start : edit.span.start]
        return Finding(
            span,
            (
                ("marker", span.of(text)),
                ("wrong", edit.span.of(text)),
                ("better", before + edit.text),
            ),
            tuple(point_to(text, other, "also") for other, _ in wrong[1:]),
            tuple(edit for other, edit in wrong if not other.automatic),
            "minor" if marker.style in self.minor else "",
        )


def _sign(text: str, marker: Marker) -> Span:
    """The signs between a marker's number and its text, all that stand there.

    What ends a sentence there, and an item without a text, are for other rules; points in a row
    lead to the number of a page.
    """
    start = end = marker.span.end
    while start > marker.numeral.end and text[start - 1] in _SIGNS:
        start -= 1
    while text[end : end + 1] in _SIGNS:
        end += 1
    follows = end
    while text[follows : follows + 1] in _BLANKS:
        follows += 1
    after = text[follows : follows + 1]
    ends = not after or after.isspace() or text[end : end + 1] in _ENDS
    points = sum(text.count(point, start, end) for point in _POINTS)
    return Span(start, start if ends or points > 1 else end)
