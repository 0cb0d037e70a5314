"""From the parser's reductions to nodes: the only place where tokens become leaves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lark import Token, Transformer

from speechlint.source import Span
from speechlint.syntax.nesting import MarkerToken
from speechlint.syntax.nodes import Heading, Item, Leaf, LeafKind, List

Children = tuple[Leaf | List, ...]

_KINDS = {
    "TEXT": LeafKind.TEXT,
    "BREAK": LeafKind.BREAK,
    "HEAD": LeafKind.HEAD,
    "SALUTATION": LeafKind.SALUTATION,
    "APPENDIX": LeafKind.APPENDIX,
    "RESIDUE": LeafKind.RESIDUE,
}
_HEADING_END = re.compile(r"[。！？!?]")


class TreeBuilder(Transformer[Token, list[Children]]):
    """Builds nodes while the parser runs; it has no state."""

    def start(self, documents: list[Children]) -> list[Children]:
        """The children of each document."""
        return documents

    def document(self, children: list[Token | List]) -> Children:
        """The children of one document."""
        return tuple(_leaf(child) if isinstance(child, Token) else child for child in children)

    def series(self, items: list[Item]) -> List:
        """A series."""
        return List(Span(items[0].span.start, items[-1].span.end), tuple(items))

    def item(self, children: list[Token | List]) -> Item:
        """A marked item."""
        token = children[0]
        assert isinstance(token, MarkerToken)
        nodes = self.document(children)
        marker = token.marker
        heading = _heading(marker.span.end, children[1:3])
        return Item(marker, Span(marker.span.start, nodes[-1].span.end), heading, nodes)


def _leaf(token: Token) -> Leaf:
    start = token.start_pos or 0
    kind = _KINDS.get(token.type, LeafKind.MARKER)
    return Leaf(kind, Span(start, start + len(token)))


def _heading(offset: int, following: Sequence[Token | List]) -> Heading:
    """The heading after a marker that ends at an offset, in what follows on its line."""
    text = following[0] if following else None
    if not isinstance(text, Token) or text.type != "TEXT":
        return Heading(Span(offset, offset), "", run_in=False)
    blank = len(text) - len(text.lstrip())
    found = _HEADING_END.search(text)
    end = found.start() if found else len(text.rstrip())
    start = offset + min(blank, end)
    rest = text[found.end() :].strip() if found else ""
    # A list or a marker next to the text stands on the same line: a break would lie between.
    beside = len(following) > 1 and isinstance(following[1], List)
    return Heading(Span(start, offset + end), found[0] if found else "", bool(rest) or beside)
