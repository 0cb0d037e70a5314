"""What an editor selects, step by step: clause, sentence, line, items, document, everything."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsprotocol import types

from speechlint.server.analysis import Analysis
from speechlint.server.places import document_at, path_to, written_end
from speechlint.source import Span

_CLOSERS = "”’」』）)》】〕\"'"
_CLAUSE = re.compile(rf"[^，；：。！？,;:!?…]*[，；：。！？,;:!?…]*[{_CLOSERS}]*")
_SENTENCE = re.compile(rf"[^。！？!?…]*[。！？!?…]*[{_CLOSERS}]*")


def selection_range(analysis: Analysis, position: types.Position) -> types.SelectionRange:
    """The nested selections around a position, the smallest first."""
    index = analysis.document.index
    parent: types.SelectionRange | None = None
    last: Span | None = None
    for span in reversed(_around(analysis, index.offset(position))):
        if last is None or (span != last and last.start <= span.start and span.end <= last.end):
            parent = types.SelectionRange(index.range(span), parent)
            last = span
    return parent or types.SelectionRange(index.range(Span(0, 0)))


def _around(analysis: Analysis, offset: int) -> list[Span]:
    """The spans around an offset, the smallest first."""
    draft, index = analysis.draft, analysis.document.index
    line = index.line_span(index.line_of(offset))
    text = line.of(draft.text)
    written = Span(line.end - len(text.lstrip()), line.start + len(text.rstrip()))
    if written.end < written.start:
        written = Span(line.start, line.start)
    path = path_to(draft.outline, offset)
    inner = max((step.item.span.start for step in path), default=written.start)
    piece = Span(max(written.start, inner), written.end) if inner < written.end else written
    spans = [*_pieces(_CLAUSE, draft.text, piece, offset)]
    spans += [*_pieces(_SENTENCE, draft.text, piece, offset)]
    spans += (piece, written)
    spans += [
        Span(span.start, written_end(draft, span.start, span.end))
        for step in path
        for span in (step.item.span, step.series.span)
    ]
    document = document_at(draft.outline, offset).span
    spans.append(Span(document.start, written_end(draft, document.start, document.end)))
    spans.append(Span(0, len(draft.text)))
    holding = {span for span in spans if span.start <= offset <= span.end}
    return sorted(holding, key=lambda span: (len(span), span.start))


def _pieces(pattern: re.Pattern[str], text: str, inside: Span, offset: int) -> Iterator[Span]:
    """The piece of a stretch of text in which an offset lies."""
    for found in pattern.finditer(text, inside.start, inside.end):
        if found.start() <= offset < found.end() or offset == found.end() == inside.end:
            if found.group().strip():
                yield Span(*found.span())
            return
