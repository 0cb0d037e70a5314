"""The outline of a draft as a tree, for people."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from speechlint.diagnostic import Severity
from speechlint.reports.look import Look
from speechlint.source import Source, Span, StyledLine
from speechlint.syntax.genres import find_genre
from speechlint.syntax.nodes import Document, Item, Outline

if TYPE_CHECKING:
    from speechlint.reports.framing import Framed

_LONGEST = 36
"""Characters of a heading that are shown."""

_MARGIN = "    "


def render(source: Source, outline: Outline, look: Look, *, bare: bool = False) -> Iterator[str]:
    """The tree, line by line; a bare one is without the path and the numbers of lines."""
    if not bare:
        yield look.bold(source.path)
    if not outline.structured:
        yield look.say("  全文没有分行，看不出结构", "  no line breaks, so no structure")
        return
    for document in outline.documents:
        yield from _document(source, document, look, bare=bare)


def render_frames(source: Source, found: Sequence[Framed], look: Look) -> Iterator[str]:
    """The frames that headings and lead sentences share, line by line."""
    yield f"  {look.bold(look.say('句式', 'Frames'))}"
    for framed in found:
        members = framed.group.members
        line = source.position(members[0].start).line
        yield f"    {framed.frame}{look.dim(f'  ×{len(members)}  {line}')}"
        if framed.odd is not None:
            odd = members[framed.odd]
            text = _shorten(odd.of(source.prose))
            line = source.position(odd.start).line
            broken = look.say(f"不合：{text}", f"broken by: {text}")
            yield f"      {look.tint(broken, Severity.WARNING)}{look.dim(f'  {line}')}"
    if not found:
        yield look.say("    没有共同的句式", "    none that headings or sentences share")


def _document(source: Source, document: Document, look: Look, *, bare: bool) -> Iterator[str]:
    title = document.title or document.head
    named = _shorten(title.of(source.prose)) if title else look.say("（无标题）", "(no title)")
    genre = find_genre(document.genre)
    label = look.dim(f" [{look.say(genre.zh, genre.en)}]") if genre else ""
    yield f"  {look.bold(named)}{label}"
    headings = _unnumbered(document)
    for found in document.lists:
        margin = _MARGIN
        for line in _take_before(headings, found.span.start):
            yield _heading(source, line, look, bare=bare)
            if not found.items[0].heading.styled:
                margin = _MARGIN + "  " * (line.level + 1)
        for item in found.items:
            yield from _item(source, item, margin, headings, look, bare=bare)
    for line in _take_before(headings, document.span.end):
        yield _heading(source, line, look, bare=bare)


def _unnumbered(document: Document) -> deque[StyledLine]:
    """Headings that the format of the draft marks and that are no items, levels from 0."""
    items = {item.marker.span.start for found in document.all_lists() for item in found.items}
    least = min((line.level for line in document.headings), default=0)
    return deque(
        StyledLine(line.span, line.level - least)
        for line in document.headings
        if line.span.start not in items
    )


def _take_before(headings: deque[StyledLine], offset: int) -> Iterator[StyledLine]:
    """Take the headings ahead of an offset from the front."""
    while headings and headings[0].span.start < offset:
        yield headings.popleft()


def _heading(source: Source, line: StyledLine, look: Look, *, bare: bool) -> str:
    margin = _MARGIN + "  " * line.level
    place = _place(source, line.span, look, bare=bare)
    return f"{margin}{_shorten(line.span.of(source.prose))}{place}"


def _place(source: Source, span: Span, look: Look, *, bare: bool) -> str:
    return "" if bare else look.dim(f"  {source.position(span.start).line}")


def _item(
    source: Source,
    root: Item,
    indent: str,
    headings: deque[StyledLine],
    look: Look,
    *,
    bare: bool,
) -> Iterator[str]:
    pending = [(root, indent)]
    while pending:
        item, margin = pending.pop()
        for line in _take_before(headings, item.span.start):
            yield _heading(source, line, look, bare=bare)
        marker = look.bold(item.marker.span.of(source.prose))
        heading = _shorten(item.heading.span.of(source.prose))
        yield f"{margin}{marker}{heading}{_place(source, item.marker.span, look, bare=bare)}"
        below = [child for found in item.lists for child in found.items]
        pending += [(child, margin + "  ") for child in reversed(below)]


def _shorten(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
