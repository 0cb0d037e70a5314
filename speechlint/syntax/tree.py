"""From a text to nodes: the only place where tokens become leaves."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import cast

from speechlint.memory import NO_MEMORY, Memory
from speechlint.source import Span, cut_lines
from speechlint.syntax.grammar import load_parser
from speechlint.syntax.nesting import MarkerToken, nest
from speechlint.syntax.nodes import Heading, Item, Leaf, LeafKind, List
from speechlint.syntax.parsing import Builders, Parser, Token

Children = tuple[Leaf | List, ...]

_KINDS = {
    "TEXT": LeafKind.TEXT,
    "BREAK": LeafKind.BREAK,
    "HEAD": LeafKind.HEAD,
    "SALUTATION": LeafKind.SALUTATION,
    "APPENDIX": LeafKind.APPENDIX,
    "RESIDUE": LeafKind.RESIDUE,
}
_HEADING_ENDS = "。！？!?"


@cache
def _draft_parser() -> Parser:
    return load_parser("draft", _BUILDERS)


def grow_trees(text: str, memory: Memory = NO_MEMORY) -> list[Children]:
    """The children of each document of a text."""
    parser = _draft_parser()
    tokens = parser.cut(text) if memory is NO_MEMORY else cut_by_line(parser, text, memory)
    # The rule ``start`` makes just that.
    return cast("list[Children]", parser.build(nest(tokens, text)))


def cut_by_line(parser: Parser, text: str, memory: Memory) -> list[Token]:
    """The tokens of a draft, which never reach over more of a line end than the blanks there."""
    tokens: list[Token] = []
    offset = 0
    lines = cut_lines(text)
    for line, found in zip(lines, memory.make("tokens", lines, parser.cut), strict=True):
        for token in found:
            last = tokens[-1] if tokens else None
            # A break goes on over blank lines, and into the next line's indentation.
            if last and token.type == last.type == "BREAK" and last.text[0] in "\r\n":
                tokens[-1] = Token("BREAK", last.text + token.text, last.start)
            else:
                tokens.append(Token(token.type, token.text, offset + token.start))
        offset += len(line)
    return tokens


def _build_start(documents: list[Children]) -> list[Children]:
    """The children of each document."""
    return documents


def _build_document(children: list[Token | List]) -> Children:
    """The children of one document."""
    return tuple(_leaf(child) if isinstance(child, Token) else child for child in children)


def _build_series(items: list[Item]) -> List:
    """A series."""
    return List(Span(items[0].span.start, items[-1].span.end), tuple(items))


def _build_item(children: list[Token | List]) -> Item:
    """A marked item."""
    token = children[0]
    assert isinstance(token, MarkerToken)
    nodes = _build_document(children)
    marker = token.marker
    heading = _heading(marker.span.end, children[1:3])
    return Item(marker, Span(marker.span.start, nodes[-1].span.end), heading, nodes)


_BUILDERS: Builders = {
    "start": _build_start,
    "document": _build_document,
    "series": _build_series,
    "item": _build_item,
}
"""By the rules of the grammar."""


def _leaf(token: Token) -> Leaf:
    return Leaf(_KINDS.get(token.type, LeafKind.MARKER), Span(token.start, token.end))


def _heading(offset: int, following: Sequence[Token | List]) -> Heading:
    """The heading after a marker that ends at an offset, in what follows on its line."""
    token = following[0] if following else None
    if not isinstance(token, Token) or token.type != "TEXT":
        return Heading(Span(offset, offset), "", run_in=False)
    text = token.text
    blank = len(text) - len(text.lstrip())
    end = min((at for sign in _HEADING_ENDS if (at := text.find(sign)) >= 0), default=-1)
    stop = text[end] if end >= 0 else ""
    end = end if stop else len(text.rstrip())
    start = offset + min(blank, end)
    rest = text[end + 1 :].strip() if stop else ""
    # A list or a marker next to the text stands on the same line: a break would lie between.
    beside = len(following) > 1 and isinstance(following[1], List)
    return Heading(Span(start, offset + end), stop, bool(rest) or beside)
