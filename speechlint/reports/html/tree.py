"""The outline as a tree, every section with its length and with the notes that belong to it."""

from __future__ import annotations

from collections.abc import Sequence

from speechlint.reports.html.grouping import group_by_rule
from speechlint.reports.html.views import Node, Note
from speechlint.reports.look import Look
from speechlint.reports.statistics_table import name_section, spoken_time
from speechlint.source import Source
from speechlint.statistics import DocumentFigures, Section
from speechlint.syntax.nodes import Document

_LONGEST = 40
"""Characters of a heading that are shown."""

Placed = tuple[int, Note]
"""A note with the offset at which its finding begins."""


def build_nodes(
    source: Source, figures: DocumentFigures, notes: Sequence[Placed], look: Look
) -> tuple[Node, ...]:
    """The sections of a document; a note belongs to the innermost section it begins in."""
    longest = max((section.spoken for section in figures.sections), default=0)
    build = _Builder(source, look, longest or 1)
    return tuple(build.node(section, notes) for section in figures.sections)


def name_document(source: Source, document: Document, look: Look) -> str:
    """The title of a document, or the line that opens it."""
    title = document.title or document.head
    return _shorten(title.of(source.prose)) if title else look.say("（无标题）", "(no title)")


class _Builder:
    """Builds the nodes of one document."""

    def __init__(self, source: Source, look: Look, longest: int) -> None:
        self._source = source
        self._look = look
        self._longest = longest

    def node(self, section: Section, notes: Sequence[Placed]) -> Node:
        within = [one for one in notes if section.span.holds(one[0])]
        below = section.sections
        own = [note for at, note in within if not any(one.span.holds(at) for one in below)]
        return Node(
            name=_shorten(name_section(self._source, section, self._look)),
            line=self._source.position(section.span.start).line,
            spoken=section.spoken,
            time=spoken_time(section.seconds(self._look.speaking_rate)),
            share=round(section.share * 100),
            width=max(round(section.spoken / self._longest * 100), 1),
            inline=section.inline,
            notes=group_by_rule(own),
            nodes=tuple(self.node(one, within) for one in below),
        )


def _shorten(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
