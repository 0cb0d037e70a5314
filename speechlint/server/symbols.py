"""The outline of a draft: symbols and folding ranges."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from speechlint.draft import Draft
from speechlint.server.analysis import Analysis
from speechlint.server.lines import LineIndex
from speechlint.server.places import name_of_item, written_end
from speechlint.source import Span
from speechlint.syntax.nodes import Document, Item, List

_LONGEST = 60
"""Characters of a name that are shown."""


def document_symbols(analysis: Analysis) -> list[types.DocumentSymbol]:
    """The numbering tree, with headings, under the title of each document."""
    draft, index = analysis.draft, analysis.document.index
    symbols: list[types.DocumentSymbol] = []
    for document in draft.outline.documents:
        items = [_item(draft, index, item) for item in _items(document)]
        named = document.title or document.head
        if named is None:
            symbols += items
        else:
            symbols.append(
                _symbol(
                    draft,
                    index,
                    _shorten(named.of(draft.text)),
                    types.SymbolKind.Namespace,
                    document.span,
                    named,
                    items,
                )
            )
    return symbols


def flat_symbols(analysis: Analysis) -> list[types.SymbolInformation]:
    """The same, for editors that take no tree."""
    uri = analysis.document.uri
    found: list[types.SymbolInformation] = []
    waiting = [(symbol, "") for symbol in reversed(document_symbols(analysis))]
    while waiting:
        symbol, above = waiting.pop()
        found.append(
            types.SymbolInformation(
                location=types.Location(uri, symbol.range),
                name=symbol.name,
                kind=symbol.kind,
                container_name=above or None,
            )
        )
        waiting += [(child, symbol.name) for child in reversed(symbol.children or ())]
    return found


def folding_ranges(analysis: Analysis, most: int | None) -> list[types.FoldingRange]:
    """What can be folded: every document of several, and every item of several lines."""
    draft, index = analysis.draft, analysis.document.index
    spans = [item.span for found in draft.lists for item in found.series.items]
    if len(draft.outline.documents) > 1:
        spans += [document.span for document in draft.outline.documents]
    lines = {(index.line_of(s.start), _last_line(draft, index, s)) for s in spans}
    # Of several that begin on one line an editor folds one: the longest.
    longest = {first: last for first, last in sorted(lines) if last > first}
    return [types.FoldingRange(first, last) for first, last in list(longest.items())[:most]]


def _items(node: Document | Item) -> Iterator[Item]:
    for child in node.children:
        if isinstance(child, List):
            yield from child.items


def _item(draft: Draft, index: LineIndex, item: Item) -> types.DocumentSymbol:
    """An item with those under it; their depth is bounded by the grammar."""
    children = [_item(draft, index, child) for child in _items(item)]
    kind = types.SymbolKind.Module if children else types.SymbolKind.String
    chosen = Span(item.marker.span.start, max(item.heading.span.end, item.marker.span.end))
    name = _shorten(name_of_item(draft, item))
    return _symbol(draft, index, name, kind, item.span, chosen, children)


def _symbol(
    draft: Draft,
    index: LineIndex,
    name: str,
    kind: types.SymbolKind,
    span: Span,
    chosen: Span,
    children: list[types.DocumentSymbol],
) -> types.DocumentSymbol:
    end = max(written_end(draft, span.start, span.end), chosen.end)
    return types.DocumentSymbol(
        name=name or "…",
        kind=kind,
        range=index.range(Span(span.start, end)),
        selection_range=index.range(chosen),
        children=children,
    )


def _last_line(draft: Draft, index: LineIndex, span: Span) -> int:
    return index.line_of(max(written_end(draft, span.start, span.end), span.start))


def _shorten(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
