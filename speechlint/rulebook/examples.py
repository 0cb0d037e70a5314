"""The examples of a rule, and how what was found in one differs from what is marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from speechlint.rulebook.rule import Rule
from speechlint.source import Span

_MARK = re.compile("[⟦⟧]")


class Example(msgspec.Struct, frozen=True):
    """One example of a rule.

    Attributes:
        name: the rule's code, ``bad`` or ``good``, and a number from 1.
        text: the draft without its marks.
        marks: the places of the findings, in order; none in a good example.
    """

    name: str
    text: str
    marks: tuple[Span, ...]

    def compare(self, found: Sequence[Span]) -> Mismatch | None:
        """How the places of findings differ from the marks, if they do."""
        missed, unmarked = _without(self.marks, found), _without(found, self.marks)
        return Mismatch(self, missed, unmarked) if missed or unmarked else None


class Mismatch(msgspec.Struct, frozen=True):
    """How the findings of a rule in an example differ from its marks.

    Attributes:
        missed: marked places without a finding.
        unmarked: findings where no mark is.
    """

    example: Example
    missed: tuple[Span, ...]
    unmarked: tuple[Span, ...]

    def describe(self) -> str:
        """The difference, a line a place, with the text around it."""
        text = self.example.text
        lines = [f"{self.example.name}:"]
        lines += [f"  not found: {_excerpt(text, span)}" for span in self.missed]
        lines += [f"  not marked: {_excerpt(text, span)}" for span in self.unmarked]
        return "\n".join(lines)


def examples_of(rule: Rule) -> Iterator[Example]:
    """The examples of a rule, the bad ones first."""
    for kind, drafts in (("bad", rule.examples.bad), ("good", rule.examples.good)):
        for number, marked in enumerate(drafts, 1):
            text, marks = read_marks(marked)
            yield Example(f"{rule.code}-{kind}-{number}", text, tuple(marks))


def read_marks(marked: str) -> tuple[str, list[Span]]:
    """A text without its ⟦marks⟧, and the places that they enclosed, sorted.

    Raises:
        ValueError: a mark has no partner.
    """
    parts: list[str] = []
    spans: list[Span] = []
    opened: list[int] = []
    offset = position = 0
    for mark in _MARK.finditer(marked):
        part = marked[offset : mark.start()]
        parts.append(part)
        position += len(part)
        offset = mark.end()
        if mark.group() == "⟦":
            opened.append(position)
        elif opened:
            spans.append(Span(opened.pop(), position))
        else:
            raise ValueError(f"the mark ⟧ at {mark.start()} closes nothing")
    if opened:
        raise ValueError("a mark ⟦ is never closed")
    parts.append(marked[offset:])
    return "".join(parts), sorted(spans)


def _without(spans: Sequence[Span], others: Sequence[Span]) -> tuple[Span, ...]:
    """The spans left when each of the others has taken its equal away."""
    left = list(spans)
    for other in others:
        if other in left:
            left.remove(other)
    return tuple(left)


def _excerpt(text: str, span: Span) -> str:
    before = text[max(0, span.start - 12) : span.start]
    after = text[span.end : span.end + 12]
    return repr(f"{before}⟦{span.of(text)}⟧{after}")
