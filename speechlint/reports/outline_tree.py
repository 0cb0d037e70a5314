"""The outline of a draft as a tree, for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from speechlint.diagnostic import Severity
from speechlint.reports.look import Look
from speechlint.source import Source
from speechlint.syntax.genres import find_genre
from speechlint.syntax.nodes import Document, Item, Outline

if TYPE_CHECKING:
    from speechlint.reports.framing import Framed

_LONGEST = 36
"""Characters of a heading that are shown."""


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
    for found in document.lists:
        for item in found.items:
            yield from _item(source, item, look, "    ", bare=bare)


def _item(source: Source, root: Item, look: Look, indent: str, *, bare: bool) -> Iterator[str]:
    pending = [(root, indent)]
    while pending:
        item, margin = pending.pop()
        line = source.position(item.marker.span.start).line
        marker = look.bold(item.marker.span.of(source.prose))
        heading = _shorten(item.heading.span.of(source.prose))
        place = "" if bare else look.dim(f"  {line}")
        yield f"{margin}{marker}{heading}{place}"
        below = [child for found in item.lists for child in found.items]
        pending += [(child, margin + "  ") for child in reversed(below)]


def _shorten(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
