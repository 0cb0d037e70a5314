"""From a source to its outline."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from speechlint.memory import NO_MEMORY, Memory
from speechlint.source import Source, Span, StyledLine
from speechlint.syntax.nodes import Document, Leaf, List, Outline

_GIANT_PARAGRAPH = 3000
"""A paragraph longer than this, in code points, has lost its line breaks."""

_FEW_LINES = 4
"""A text of more lines than these has some line breaks left."""


def parse(source: Source, memory: Memory = NO_MEMORY) -> Outline:
    """Read the outline of a draft, without its notes.

    Total and lossless: every text has an outline, and the leaves of it give the text back. Takes
    time in proportion to the length of the text.

    Args:
        source: the draft.
        memory: of the version before.
    """
    from speechlint.syntax.tree import grow_trees

    text = source.body.of(source.prose)
    trees = grow_trees(text, memory)
    if source.automatic:
        from speechlint.syntax.automatic import mark_automatic

        trees = [mark_automatic(tree, source.automatic) for tree in trees]
    if any(line.level for line in source.headings):
        from speechlint.syntax.styled import mark_headings

        headings = [line for line in source.headings if line.level]
        trees = mark_headings(trees, headings, text)
    return Outline(_build_documents(text, trees, source.headings), _is_structured(text))


def _build_documents(
    text: str, trees: list[tuple[Leaf | List, ...]], styled: Sequence[StyledLine]
) -> tuple[Document, ...]:
    from speechlint.syntax.genres import infer_genre
    from speechlint.syntax.parts import build_document

    starts = [0, *(tree[0].span.start for tree in trees[1:]), len(text)]
    documents = (
        build_document(text, Span(start, end), tree, styled)
        for tree, start, end in zip(trees, starts, starts[1:], strict=False)
    )
    return tuple(replace(one, genre=infer_genre(text, one)) for one in documents)


def _is_structured(text: str) -> bool:
    """Whether line breaks are left: structure means nothing in one endless paragraph."""
    if len(text) <= _GIANT_PARAGRAPH:
        return True
    lines = text.splitlines() if text.count("\n", 0, 10_000) <= 2 * _FEW_LINES else []
    lengths = [len(line) for line in lines if line.strip()]
    if not lengths or len(lengths) > _FEW_LINES:
        return True
    return max(lengths) <= _GIANT_PARAGRAPH
