"""What is better written another way: words and patterns with what belongs in their place."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from speechlint.checks.base import Check
from speechlint.checks.patterns import (
    Exempt,
    Form,
    find_forms,
    lines_of,
    needed_words,
    spot,
    verify_patterns,
)
from speechlint.diagnostic import Edit, Facts, Finding
from speechlint.draft import Draft
from speechlint.source import Span


class Rewrite(Form, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    r"""What to find, and what to put there.

    Attributes:
        replace: the replacement, in which ``\\1`` stands for the first group; without one, the
            place is reported and no edit is offered.
    """

    replace: str | None = None


class Substitution(Check, frozen=True):
    """Words and patterns that something else should replace.

    A finding is ``hidden`` when what it found doesn't show; ``codes`` then names the characters.

    Attributes:
        words: each wrong word with the right one.
        patterns: wherever a word alone is not enough.
        unless: expressions for what is right all the same: a place that a match of theirs overlaps
            is left alone.
        once: whether a document gets one finding, at the first place, with the number of all and
            one edit for each.
    """

    facts = frozenset({"wrong", "right", "count", "codes"})
    variants = frozenset({"hidden"})
    needs_structure = False

    words: dict[str, str] = msgspec.field(default_factory=dict)
    patterns: tuple[Rewrite, ...] = ()
    unless: tuple[str, ...] = ()
    once: bool = False

    def verify(self) -> None:
        """See that there is something to find, and that the expressions can serve."""
        if not self.words and not self.patterns:
            raise ValueError("words, patterns: one of them is wanted")
        if "" in self.words:
            raise ValueError("words: an empty word is everywhere")
        verify_patterns([*(pattern.find for pattern in self.patterns), *self.unless])

    def run(self, draft: Draft) -> Iterator[Finding]:
        """Findings in the order of the text; of overlapping places the first and longest."""
        text = lines_of(draft)
        spotted = spot(draft, (*self.words, *needed_words(self.patterns)))
        rights: dict[Span, str | None] = {}
        for pattern, match in find_forms(draft, self.patterns, spotted):
            right = None if pattern.replace is None else match.expand(pattern.replace)
            rights[Span(*match.span())] = right
        for start, wrong in spotted:
            if wrong in self.words:
                rights[Span(start, start + len(wrong))] = self.words[wrong]
        if not rights:
            return
        places = sorted(rights.items(), key=lambda place: (place[0].start, -place[0].end))
        findings = _findings(places, Exempt(self.unless, text), text)
        yield from _gather(draft, findings) if self.once else findings


def _findings(
    places: list[tuple[Span, str | None]], exempt: Exempt, text: str
) -> Iterator[Finding]:
    reached = 0
    for span, right in places:
        if span.start < reached or exempt.covers(span):
            continue
        reached = span.end
        edits = () if right is None else (Edit(span, right),)
        yield Finding(span, _facts(span.of(text), right), edits=edits, variant=_variant(span, text))


def _facts(wrong: str, right: str | None) -> Facts:
    codes = " ".join(dict.fromkeys(f"U+{ord(character):04X}" for character in wrong[:8]))
    return ("wrong", wrong), ("right", right or ""), ("codes", codes), ("count", 1)


def _variant(span: Span, text: str) -> str:
    return "" if span.of(text).isprintable() else "hidden"


def _gather(draft: Draft, findings: Iterator[Finding]) -> Iterator[Finding]:
    """One finding for each document that has any, with the edits of all, and one for notes."""
    waiting = list(findings)
    place = 0
    for text in draft.texts:
        first = place
        while place < len(waiting) and waiting[place].span.start < text.end:
            place += 1
        if place > first:
            group = waiting[first:place]
            edits = tuple(edit for finding in group for edit in finding.edits)
            lead = group[0]
            facts = (*lead.facts[:-1], ("count", len(group)))
            yield Finding(lead.span, facts, edits=edits, variant=lead.variant)
