"""Headings that run into their text: （三）抓好丙正文…, where the siblings end with a full stop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

import msgspec

from speechlint.checks.base import Check
from speechlint.checks.heading_forms import FULL_STOP, is_run_in
from speechlint.checks.siblings import Joint, Siblings
from speechlint.checks.wording import name_marker, point_to
from speechlint.diagnostic import Finding
from speechlint.draft import Draft
from speechlint.source import Span
from speechlint.syntax.nodes import Item

_LONGEST = 3
"""How many of the longest headings are looked at where all have a full stop."""

_BEST = Joint(2, 0)
"""The strongest joint there can be: a sentence that passes even with it needs no closer look."""


class _Opening(msgspec.Struct, frozen=True):
    """How an item begins.

    Attributes:
        sentence: its first sentence.
        stop: what ends that.
        is_run_in: whether that is a heading with a full stop and a text.
        runs_on: whether it has a text and no stop; None where only the words tell.
    """

    sentence: str
    stop: str
    is_run_in: bool
    runs_on: bool | None


class _Odd(msgspec.Struct, frozen=True):
    """The number of the item whose heading runs into its text, and where the text begins."""

    number: int
    joint: Joint


class RunInHeadings(Check, frozen=True):
    """Finds the one item of a list whose heading has no full stop between it and its text.

    Its siblings begin with a short heading, a full stop and a text on the same line. The first
    sentence of this one is much longer than theirs, has more clauses, or says two things in a row;
    or the format of the draft marks where its heading ends, and there is no full stop.

    Attributes:
        openers: words with which a sentence of the text typically begins.
        longest: how many characters a sibling's heading may have.
        body: how many characters must follow a sibling's heading on its line.
    """

    facts = frozenset({"marker", "sibling"})
    roles: ClassVar[dict[str, frozenset[str]]] = {"sibling": frozenset({"marker"})}

    openers: frozenset[str]
    longest: int = 45
    body: int = 10

    def run(self, draft: Draft) -> Iterator[Finding]:
        """Findings in the order of the text."""
        text = draft.text
        series = [placed.series.items for placed in draft.lists]
        lists = [items for items in series if len(items) > 2 and not items[0].marker.inline]
        openings = [tuple(self._read(text, item) for item in items) for items in lists]
        judged = draft.memory.make(("run-in headings", self), openings, self._judge)
        for items, odd in zip(lists, judged, strict=True):
            if odd is not None:
                sibling = items[odd.number - 1 if odd.number else 1]
                yield _describe(text, items[odd.number], sibling, odd.joint)

    def _read(self, text: str, item: Item) -> _Opening:
        heading = item.heading
        runs_on = (heading.run_in and not heading.stop) if heading.styled else None
        runs_in = is_run_in(text, item, self.longest, self.body)
        return _Opening(heading.span.of(text), heading.stop, runs_in, runs_on)

    def _judge(self, openings: Sequence[_Opening]) -> _Odd | None:
        """Look at the item that is no heading like the others or, if all are, at the longest."""
        others = [n for n, opening in enumerate(openings) if not opening.is_run_in]
        if len(others) > 1:
            return None
        if others and (runs_on := openings[others[0]].runs_on) is not None:
            return _Odd(others[0], Joint(0, 0)) if runs_on else None
        longest = sorted(range(len(openings)), key=lambda n: -len(openings[n].sentence))[:_LONGEST]
        for number in others or longest:
            sentence, stop = openings[number].sentence, openings[number].stop
            rest = (*openings[:number], *openings[number + 1 :])
            siblings = Siblings.of([opening.sentence for opening in rest])
            if stop != FULL_STOP or not siblings.differ(sentence, _BEST):
                continue
            # Only now: hardly a list comes so far.
            from speechlint.checks.joints import find_joint

            joint = find_joint(sentence, siblings, self.openers)
            if siblings.differ(sentence, joint):
                return _Odd(number, joint)
        return None


def _describe(text: str, item: Item, sibling: Item, joint: Joint) -> Finding:
    start = item.heading.span.start
    end = start + joint.offset if joint.strength == 2 else item.heading.span.end
    facts = (
        ("marker", name_marker(text, item.marker)),
        ("sibling", name_marker(text, sibling.marker)),
    )
    partner = point_to(text, sibling.marker, "sibling")
    return Finding(Span(item.marker.span.start, end), facts, (partner,))
