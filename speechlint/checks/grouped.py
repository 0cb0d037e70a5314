"""Judging the groups of a draft, each by what its members say and nothing else."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Container, Hashable, Iterable
from functools import partial

import msgspec

from speechlint.diagnostic import Edit, Finding
from speechlint.draft import Draft
from speechlint.source import Span
from speechlint.syntax.groups import Group, GroupKind, Phrases

Judge = Callable[[Group, str], Iterable[Finding]]
"""Finds what is wrong with a group in a text, inside its members and looking at nothing else."""


def judge_groups(
    draft: Draft, kind: Hashable, judge: Judge, kinds: Container[GroupKind], fewest: int
) -> list[Finding]:
    """What is wrong with the groups of a draft, in the order of the text.

    Args:
        draft: the draft.
        kind: tells this judge, with its parameters, from others.
        judge: is asked once for groups that say the same.
        kinds: the kinds of groups to look at.
        fewest: how many members they have at least.
    """
    groups = [
        (group, phrases)
        for group, phrases in zip(draft.groups, draft.phrases, strict=True)
        if group.kind in kinds and len(group.members) >= fewest
    ]
    judged = draft.memory.make(kind, [phrases for _, phrases in groups], partial(_judge, judge))
    found = [
        _move(finding, phrases, group)
        for (group, phrases), findings in zip(groups, judged, strict=True)
        for finding in findings
    ]
    return sorted(found, key=lambda finding: finding.span)


def _judge(judge: Judge, phrases: Phrases) -> tuple[Finding, ...]:
    return tuple(judge(*phrases.set_apart()))


def _move(finding: Finding, phrases: Phrases, group: Group) -> Finding:
    """A finding on phrases that were set apart, where the group stands."""
    apart = phrases.set_apart()[0].members
    starts = [member.start for member in apart]

    def move(span: Span) -> Span:
        number = bisect_right(starts, span.start) - 1
        ahead = group.members[number].start - starts[number]
        return Span(span.start + ahead, span.end + ahead)

    return msgspec.structs.replace(
        finding,
        span=move(finding.span),
        partners=tuple(
            msgspec.structs.replace(one, span=move(one.span)) for one in finding.partners
        ),
        edits=tuple(Edit(move(edit.span), edit.text) for edit in finding.edits),
    )
