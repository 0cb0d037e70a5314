"""One heading with another number of clauses than all its siblings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import ClassVar

from speechlint.checks.base import Check
from speechlint.checks.grouped import judge_groups
from speechlint.diagnostic import Finding, Partner
from speechlint.draft import Draft
from speechlint.syntax.clauses import split_clauses
from speechlint.syntax.groups import Group, GroupKind

_FEWEST = 3
_SOME = 3
_MANY = 4
_WORD = 2
_TIME = re.compile("[“\\d]|关于|过去|去年|今年|[上下]半年")
_SET_PHRASE = 4
_NAMES = ("n", "t", "b")  # jieba's classes of nouns, of words of time, of words that divide nouns
_TITLES = frozenset({GroupKind.HEADINGS, GroupKind.BULLETS, GroupKind.PARAGRAPHS})


class ParallelClauses(Check, frozen=True):
    """Finds the heading that has fewer or more clauses than every other of its list.

    The others have two at least: among headings of one clause, a comma is no fault. A last heading
    may be longer, and a first or last one may be a bare title such as 总体要求.
    """

    facts = frozenset({"heading", "clauses", "usual", "count"})
    roles: ClassVar[dict[str, frozenset[str]]] = {"sibling": frozenset({"heading"})}
    variants = frozenset({"more", "doubtful"})

    def run(self, draft: Draft) -> Iterator[Finding]:
        """Findings in the order of the text."""
        yield from judge_groups(draft, self, _judge, _TITLES, _FEWEST)


def _judge(group: Group, text: str) -> Iterator[Finding]:
    headings = [member.of(text) for member in group.members]
    clauses = [split_clauses(heading) for heading in headings]
    counts = [len(parts) for parts in clauses]
    odd = odd_one(counts)
    if odd is None:
        return
    sibling = odd - 1 if odd else 1
    usual = counts[sibling]
    if usual < 2 or _is_meant(group, odd, headings[odd], counts[odd] > usual):
        return
    others = clauses[:odd] + clauses[odd + 1 :]
    are_alike = _are_alike(others)
    is_sure = len(others) >= _MANY or are_alike
    needs_likeness = group.kind is GroupKind.PARAGRAPHS or len(others) < _SOME
    if needs_likeness and not are_alike:
        return
    yield Finding(
        span=group.members[odd],
        facts=(
            ("heading", headings[odd]),
            ("clauses", counts[odd]),
            ("usual", usual),
            ("count", len(others)),
        ),
        partners=(Partner(group.members[sibling], "sibling", (("heading", headings[sibling]),)),),
        variant="more" if counts[odd] > usual else "" if is_sure else "doubtful",
    )


def odd_one(values: Sequence[int]) -> int | None:
    """The place of the only one of three or more values that differs from all the others."""
    if len(values) < _FEWEST:
        return None
    found = Counter(values).most_common()[:3]
    if len(found) != 2 or found[1][1] != 1:
        return None
    return values.index(found[1][0])


def _is_meant(group: Group, odd: int, heading: str, is_more: bool) -> bool:
    """Whether a heading stands where another number of clauses is no fault."""
    at_edge = odd in (0, len(group.members) - 1)
    if is_more:
        return at_edge or group.kind is not GroupKind.HEADINGS
    return at_edge and (group.kind is GroupKind.PARAGRAPHS or _is_title(heading))


def _is_title(heading: str) -> bool:
    """Whether a heading names a part instead of saying what to do: 总体要求, 2025年工作回顾."""
    if len(heading) <= _SET_PHRASE or _TIME.match(heading):
        return True
    from speechlint.syntax.words import word_class, words

    classes = [word_class(word) for word in words(heading)]
    return classes[0].startswith(_NAMES) and not any(name.startswith("v") for name in classes)


def _are_alike(clauses: list[list[str]]) -> bool:
    """Whether headings have clauses of the same lengths, one by one, or share their first word."""
    lengths = {tuple(map(len, parts)) for parts in clauses}
    return len(lengths) == 1 or len({parts[0][:_WORD] for parts in clauses}) == 1
