"""Comparing the drafts of the folders with one another."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence

import msgspec

from speechlint.linter import Crossing as Found
from speechlint.linter import Examined, Linter
from speechlint.server.crossings import Crossing, Place
from speechlint.server.lines import LineIndex
from speechlint.source import Span


class Compared(msgspec.Struct, frozen=True):
    """A draft that is compared with others.

    Attributes:
        uri: its name in the editor.
        name: what the user knows it by.
        digest: the hash of its text.
        linter: of its settings.
        kept: what is compared.
    """

    uri: str
    name: str
    digest: int
    linter: Linter
    kept: Examined


async def compare(
    drafts: Sequence[Compared], index_of: Callable[[Compared], LineIndex | None]
) -> list[Crossing]:
    """What comparing drafts brings; what the editor asks meanwhile goes first.

    Args:
        drafts: those with the same settings are compared.
        index_of: the lines of a draft, unless its text is another one by now.
    """
    groups: dict[int, list[Compared]] = {}
    for one in drafts:
        if any(one.kept.fingerprints.values()):
            groups.setdefault(id(one.linter), []).append(one)
    brought: list[Crossing] = []
    for group in groups.values():
        names = [one.name for one in group]
        for found in group[0].linter.cross(names, [one.kept for one in group]):
            brought += _place(found, group, index_of)
            await asyncio.sleep(0)
    return brought


def _place(
    found: Sequence[Found],
    group: Sequence[Compared],
    index_of: Callable[[Compared], LineIndex | None],
) -> Iterator[Crossing]:
    for one in found:
        here = _place_in(group[one.index], one.diagnostic.span, index_of)
        there = _place_in(group[one.other], one.related.span, index_of)
        if here is not None:
            linter = group[one.index].linter
            yield Crossing(one.diagnostic, linter, here, there, one.related.message)


def _place_in(
    draft: Compared, span: Span, index_of: Callable[[Compared], LineIndex | None]
) -> Place | None:
    index = index_of(draft)
    return Place(draft.uri, draft.digest, span, index.range(span)) if index else None
