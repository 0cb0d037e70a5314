"""A draft as the checks see it: its text and its outline."""

from __future__ import annotations

from functools import cached_property

from speechlint.source import Source
from speechlint.syntax.nodes import Outline


class Draft:
    """A source with its outline; what several checks need is computed once, when asked for.

    Attributes:
        text: the prose of the source (markup blanked); every span refers to it.
    """

    def __init__(self, source: Source, outline: Outline) -> None:
        self.source = source
        self.outline = outline
        self.text = source.prose

    @cached_property
    def line_starts(self) -> list[int]:
        """Offsets at which lines begin."""
        return self.source.line_starts
