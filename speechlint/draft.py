"""A draft as the checks see it: its text and its outline."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

import msgspec

from speechlint.memory import NO_MEMORY, Memory
from speechlint.source import Source, Span
from speechlint.syntax.nodes import Document, Item, List, Outline

if TYPE_CHECKING:
    from speechlint.syntax.departures import Departure
    from speechlint.syntax.groups import Group, Phrases
    from speechlint.syntax.masks import Mask

T = TypeVar("T")

_MASKING = (*"*xX×_○＊ｘＸ✕╳〇◯●△▲□■◇◆＿", "年 ", "年\u3000", "  年", "\u3000年", "月 ", "月\u3000")


class PlacedList(msgspec.Struct, frozen=True):
    """A list of the outline, and where it hangs.

    Attributes:
        series: the list.
        document: the draft it belongs to.
        item: the item it stands under; none at the top.
        above: the list of that item.
    """

    series: List
    document: Document
    item: Item | None
    above: PlacedList | None


class Draft:
    """A source with its outline; what several checks need is computed once, when asked for.

    Attributes:
        prose: the prose of the source (markup blanked); every span refers to it.
        text: the same without the notes, which take no part in what a draft says as a whole.
        memory: what depends on a single line, or on a few words, should be asked of it.
    """

    def __init__(self, source: Source, outline: Outline, memory: Memory = NO_MEMORY) -> None:
        """Take up a draft.

        Args:
            source: its text.
            outline: the outline of that.
            memory: of the version before.
        """
        self.source = source
        self.outline = outline
        self.prose = source.prose
        self.text = source.body.of(source.prose)
        self.memory = memory
        self._made: dict[Hashable, object] = {}

    def recall(self, key: Hashable, make: Callable[[], T]) -> T:
        """What several rules need of this draft: made when the first asks for it, then kept.

        The key must name what is made; only one kind of thing is ever asked for by it.
        """
        if key not in self._made:
            self._made[key] = make()
        return cast("T", self._made[key])

    @cached_property
    def line_starts(self) -> list[int]:
        """Offsets at which lines begin."""
        return self.source.line_starts

    @cached_property
    def texts(self) -> tuple[Span, ...]:
        """What is one text for findings of which there is one a text: documents, and the notes."""
        documents = tuple(document.span for document in self.outline.documents)
        notes = Span(self.source.body.end, len(self.prose))
        return (*documents, notes) if self.source.notes else documents

    @cached_property
    def lists(self) -> tuple[PlacedList, ...]:
        """Every list in the order of the text, with its place."""
        return tuple(self._walk_lists())

    def _walk_lists(self) -> Iterator[PlacedList]:
        for document in self.outline.documents:
            stack = [PlacedList(series, document, None, None) for series in document.lists][::-1]
            while stack:
                placed = stack.pop()
                yield placed
                stack += [
                    PlacedList(series, document, item, placed)
                    for item in placed.series.items
                    for series in item.lists
                ][::-1]

    @cached_property
    def masks(self) -> tuple[Mask, ...]:
        """Signs that stand where something has yet to be filled in, in the order of the text."""
        if not any(map(self.prose.__contains__, _MASKING)):
            return ()
        # Only now: a finished draft has none of the signs, and patterns take time to compile.
        from speechlint.syntax.masks import find_masks

        return find_masks(self.prose, self.source.text)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Phrases that belong side by side, such as the headings of a list."""
        from speechlint.syntax.groups import find_groups

        return tuple(find_groups(self.outline, self.text, self.memory))

    @cached_property
    def phrases(self) -> tuple[Phrases, ...]:
        """What the members of each group say."""
        from speechlint.syntax.groups import Phrases

        return tuple(Phrases.of(group, self.text) for group in self.groups)

    @cached_property
    def departures(self) -> tuple[tuple[Group, Departure], ...]:
        """The groups in which one phrase departs from a frame that all the others share."""
        from speechlint.syntax.likeness import departure_among

        found = map(departure_among, self.phrases)
        return tuple((group, one) for group, one in zip(self.groups, found, strict=True) if one)
