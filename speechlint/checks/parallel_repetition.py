"""The same words at the same place of two headings, where all the others vary (合掌)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import ClassVar

from speechlint.checks.base import Check
from speechlint.checks.grouped import judge_groups
from speechlint.diagnostic import Finding, Partner
from speechlint.draft import Draft
from speechlint.source import Span
from speechlint.syntax.groups import Group, GroupKind

_CLOSE = frozenset(
    {GroupKind.HEADINGS, GroupKind.BULLETS, GroupKind.PARAGRAPHS, GroupKind.SENTENCES}
)
_FEWEST = 4
_MOST_EVEN = 20
_PHRASE = re.compile("[^，,、；;]{4,}")


class ParallelRepetition(Check, frozen=True):
    """Finds what two of four or more headings say in the same words.

    That is a whole phrase of four characters and more; in a set of headings of one length, where
    the writer counted every character, also the word that opens a slot of their frame. What three
    of them repeat is a refrain.
    """

    facts = frozenset({"words"})
    roles: ClassVar[dict[str, frozenset[str]]] = {"first": frozenset({"words"})}
    variants = frozenset({"word"})

    def run(self, draft: Draft) -> Iterator[Finding]:
        """Findings in the order of the text."""
        yield from judge_groups(draft, self, _judge, _CLOSE, _FEWEST)


def _judge(group: Group, text: str) -> list[Finding]:
    phrases = [_report(text, *pair, "") for pair in _twice(_phrases(group, text), text)]
    is_even = len({len(member) for member in group.members}) == 1
    if phrases or not is_even or len(group.members) > _MOST_EVEN or not _may_repeat(group, text):
        return phrases
    return [
        _report(text, *pair, "word")
        for column in _openings(group, text)
        for pair in _twice(column, text)
    ]


def _may_repeat(group: Group, text: str) -> bool:
    """Whether two headings have a pair of characters alike that others lack.

    It is the quick way to see that no word is repeated: the dictionary takes long to load.
    """
    headings = [member.of(text) for member in group.members]
    counts = Counter(pair for one in headings for pair in {a + b for a, b in pairwise(one)})
    return any(1 < count < len(headings) for count in counts.values())


def _twice(spans: Iterable[Span], text: str) -> Iterator[tuple[Span, Span]]:
    """Passages that read alike, where there are two of them and no third."""
    places: dict[str, list[Span]] = {}
    for span in spans:
        places.setdefault(span.of(text), []).append(span)
    for found in places.values():
        if len(found) == 2:
            yield found[0], found[1]


def _phrases(group: Group, text: str) -> Iterator[Span]:
    """The phrases of all headings that marks divide."""
    for member in group.members:
        for found in _PHRASE.finditer(text, member.start, member.end):
            yield Span(*found.span())


def _openings(group: Group, text: str) -> Iterator[list[Span]]:
    """For each slot of the frame that the headings share, the words that open it."""
    from speechlint.syntax.cutting import cut_phrases
    from speechlint.syntax.frames import make_frame
    from speechlint.syntax.words import first_word

    frame = make_frame(cut_phrases([member.of(text) for member in group.members]))
    if not frame.weight:
        return
    starts = [member.start for member in group.members]
    for fixed, fillers in zip(frame.fixed, frame.fillers, strict=False):
        starts = [start + len(fixed) for start in starts]
        openings = [first_word(filler) for filler in fillers]
        if len(set(openings)) == len(openings) - 1:
            spans = (
                Span(start, start + len(word)) for start, word in zip(starts, openings, strict=True)
            )
            yield [span for span in spans if len(span) > 1]
        starts = [start + len(filler) for start, filler in zip(starts, fillers, strict=True)]


def _report(text: str, first: Span, second: Span, variant: str) -> Finding:
    facts = (("words", second.of(text)),)
    return Finding(second, facts, (Partner(first, "first", facts),), variant=variant)
