"""Masks: what was left to be filled in, or was hidden and never restored."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from speechlint.checks.base import Check
from speechlint.diagnostic import Finding, Partner
from speechlint.draft import Draft
from speechlint.syntax.lookalikes import MaskStyle

if TYPE_CHECKING:
    from speechlint.syntax.masks import Mask


class Masks(Check, frozen=True):
    """Every mask of some styles, or every date with a mask in it.

    Attributes:
        styles: the signs to look for.
        dated: whether to look for dates with such signs, or for masks outside of dates.
    """

    facts = frozenset({"mask"})
    needs_structure = False

    styles: tuple[MaskStyle, ...] = tuple(MaskStyle)
    dated: bool = False

    def run(self, draft: Draft) -> Iterator[Finding]:
        """One finding a mask."""
        for mask in draft.masks:
            if mask.dated == self.dated and mask.style in self.styles:
                yield Finding(mask.span, (("mask", mask.span.of(draft.prose)),))


class MixedMasks(Check, frozen=True):
    """A document that masks with signs of several kinds; the finding is where a kind first differs.

    Attributes:
        at_least: how many kinds are too many.
    """

    facts = frozenset({"mask", "count", "masks"})
    roles: ClassVar[dict[str, frozenset[str]]] = {"other": frozenset({"mask"})}
    needs_structure = False

    at_least: int = 2

    def run(self, draft: Draft) -> Iterator[Finding]:
        """At most one finding a document."""
        starts = [mask.span.start for mask in draft.masks]
        for document in draft.outline.documents if starts else ():
            first = bisect_left(starts, document.span.start)
            last = bisect_left(starts, document.span.end)
            firsts = _first_of_each_style(draft.masks[first:last])
            if len(firsts) < self.at_least:
                continue
            shown = [mask.span.of(draft.text) for mask in firsts]
            odd = firsts.pop()
            yield Finding(
                span=odd.span,
                facts=(("mask", shown[-1]), ("count", len(shown)), ("masks", "、".join(shown))),
                partners=tuple(
                    Partner(mask.span, "other", (("mask", text),))
                    for mask, text in zip(firsts, shown, strict=False)
                ),
            )


def _first_of_each_style(masks: tuple[Mask, ...]) -> list[Mask]:
    """The first mask of each style, in the order of the text."""
    firsts: dict[MaskStyle, Mask] = {}
    for mask in masks:
        firsts.setdefault(mask.style, mask)
    return list(firsts.values())
