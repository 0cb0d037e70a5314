"""What is better written another way: words and patterns with what belongs in their place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import msgspec

from speechlint.checks.base import Check
from speechlint.checks.patterns import Exempt, compile_any, compile_one, has_any, lines_of
from speechlint.diagnostic import Edit, Facts, Finding
from speechlint.draft import Draft
from speechlint.source import Span


class Rewrite(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    r"""What to find by a regular expression, and what to put there.

    Attributes:
        find: the expression; ``^`` and ``$`` mean the begin and the end of a line.
        replace: the replacement, in which ``\\1`` stands for the first group; without one, the
            place is reported and no edit is offered.
        needs: words of which the text must have at least one, to spare the others the search.
        by_character: whether the expression finds runs of characters by what they are, so that the
            few different characters of a text tell whether it has any.
    """

    find: str
    replace: str | None = None
    needs: tuple[str, ...] = ()
    by_character: bool = False

    def __post_init__(self) -> None:
        compile_one(self.find)


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

    facts: ClassVar[frozenset[str]] = frozenset({"wrong", "right", "count", "codes"})
    variants: ClassVar[frozenset[str]] = frozenset({"hidden"})
    needs_structure: ClassVar[bool] = False

    words: dict[str, str] = msgspec.field(default_factory=dict)
    patterns: tuple[Rewrite, ...] = ()
    unless: tuple[str, ...] = ()
    once: bool = False

    def __post_init__(self) -> None:
        if not self.words and not self.patterns:
            raise ValueError("words, patterns: one of them is wanted")
        if "" in self.words:
            raise ValueError("words: an empty word is everywhere")
        if self.unless:
            compile_any(self.unless)

    def run(self, draft: Draft) -> Iterator[Finding]:
        """Findings in the order of the text; of overlapping places the first and longest."""
        text = lines_of(draft) if self.patterns else draft.text
        rights = {**dict(self._matches(draft, text)), **dict(self._words(draft))}
        if not rights:
            return
        places = sorted(rights.items(), key=lambda place: (place[0].start, -place[0].end))
        findings = _findings(places, Exempt(self.unless, text), text)
        yield from _gather(draft, findings) if self.once else findings

    def _words(self, draft: Draft) -> Iterator[tuple[Span, str | None]]:
        for wrong, right in self.words.items():
            if not draft.characters.issuperset(wrong):
                continue
            start = draft.text.find(wrong)
            while start >= 0:
                yield Span(start, start + len(wrong)), right
                start = draft.text.find(wrong, start + len(wrong))

    def _matches(self, draft: Draft, text: str) -> Iterator[tuple[Span, str | None]]:
        for pattern in self.patterns:
            if not _may_match(pattern, draft):
                continue
            for found in compile_one(pattern.find).finditer(text):
                right = None if pattern.replace is None else found.expand(pattern.replace)
                yield Span(*found.span()), right


def _may_match(pattern: Rewrite, draft: Draft) -> bool:
    if pattern.by_character:
        return compile_one(pattern.find).search("".join(sorted(draft.characters))) is not None
    return not pattern.needs or has_any(draft, pattern.needs)


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
    """One finding for each document that has any, with the edits of all."""
    waiting = list(findings)
    place = 0
    for document in draft.outline.documents:
        first = place
        while place < len(waiting) and waiting[place].span.start < document.span.end:
            place += 1
        if place > first:
            group = waiting[first:place]
            edits = tuple(edit for finding in group for edit in finding.edits)
            lead = group[0]
            facts = (*lead.facts[:-1], ("count", len(group)))
            yield Finding(lead.span, facts, edits=edits, variant=lead.variant)
