"""From a source to its outline."""

from __future__ import annotations

import re

from speechlint.source import Source, Span
from speechlint.syntax.nodes import Document, Leaf, LeafKind, Outline

_LINE = re.compile(r"[^\r\n]+")


def parse(source: Source) -> Outline:
    """The outline of a source. Stands in for the grammar: lines, and no structure."""
    text = source.prose
    paragraphs: list[Span] = []
    for line in _LINE.finditer(text):
        words = line.group().strip()
        if words:
            start = line.start() + line.group().index(words[0])
            paragraphs.append(Span(start, start + len(words)))
    whole = Span(0, len(text))
    document = Document(
        span=whole,
        head=None,
        title=None,
        bylines=(),
        salutation=None,
        paragraphs=tuple(paragraphs),
        appendix=None,
        genre="",
        children=(Leaf(LeafKind.TEXT, whole),),
    )
    return Outline((document,))
