"""Fixing a draft until nothing is left that may be fixed."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from speechlint.fixes.edits import choose_fixes
from speechlint.fixes.references import Reference, changed_numbers, find_references
from speechlint.fixes.revision import revise
from speechlint.linter import Examined
from speechlint.source import Source

_MOST_ROUNDS = 20
"""Fixes that still bring forth others after so many rounds do so for ever."""


class Fixed(msgspec.Struct, frozen=True):
    """A draft with its fixes applied.

    Attributes:
        source: the draft afterwards; the very source given when nothing was changed.
        examined: what there is to say about it now.
        codes: the rules whose findings were mended, one for each finding.
        references: places that speak of a number which was changed.
        settled: whether nothing was left that can be fixed; otherwise rules work against each
            other.
    """

    source: Source
    examined: Examined
    codes: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    settled: bool = True


def fix_source(
    source: Source,
    examined: Examined,
    examine: Callable[[Source], Examined],
    *,
    unsafe: bool = False,
) -> Fixed:
    """Apply the fixes of a draft, and those of what then comes to light, until none is left.

    Args:
        source: the draft.
        examined: what there is to say about it.
        examine: tells that of a changed draft.
        unsafe: whether fixes that may change the meaning are applied.
    """
    first = source
    codes: list[str] = []
    numbers: frozenset[int] = frozenset()
    seen = {source.text}
    settled = False
    for _ in range(_MOST_ROUNDS):
        revision = revise(source, choose_fixes(examined.diagnostics, unsafe=unsafe))
        if not revision.applied:
            settled = True
            break
        if revision.source.text in seen:
            break
        seen.add(revision.source.text)
        numbers |= changed_numbers(source.text, revision.edits)
        codes += [one.code for one in revision.applied]
        source = revision.source
        examined = examine(source)
    return Fixed(
        source=source,
        examined=examined,
        codes=tuple(codes),
        references=tuple(find_references(source, numbers)) if source is not first else (),
        settled=settled,
    )
