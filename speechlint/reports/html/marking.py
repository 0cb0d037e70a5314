"""The lines of a draft, cut where notes begin and end."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from speechlint.diagnostic import Diagnostic, Severity
from speechlint.reports.html.grouping import group_alike
from speechlint.reports.html.views import Line, Note, Piece
from speechlint.source import Source, Span
from speechlint.syntax.nodes import Outline

Marked = tuple[Diagnostic, Note]


def mark_lines(
    source: Source, outline: Outline, diagnostics: Sequence[Diagnostic], notes: Sequence[Note]
) -> Iterator[Line]:
    """Every line that is not blank, and blank ones that a note begins in."""
    roles = _find_roles(source, outline)
    waiting = sorted(zip(diagnostics, notes, strict=True), key=lambda one: one[0].span)[::-1]
    going: list[Marked] = []
    for number, start in enumerate(source.line_starts, 1):
        span = source.line_span(number)
        going = [one for one in going if one[0].span.end > start]
        begun: list[Marked] = []
        while waiting and _line_of(source, waiting[-1][0].span.start) == number:
            begun.append(waiting.pop())
        going += begun
        text = span.of(source.text)
        if text.strip() or begun:
            yield Line(
                number=number,
                role=roles.get(number, "" if span.of(source.prose).strip() else "markup"),
                pieces=tuple(_cut(source, span, going)),
                notes=group_alike(note for _, note in begun),
            )


def _line_of(source: Source, offset: int) -> int:
    return bisect_right(source.line_starts, offset)


def _find_roles(source: Source, outline: Outline) -> dict[int, str]:
    """What lines are, by their numbers: titles, headings with a line of their own, notes."""
    roles: dict[int, str] = {}
    for document in outline.documents:
        for line in document.headings:
            roles[_line_of(source, line.span.start)] = "heading"
        items = [item for found in document.all_lists() for item in found.items]
        shared = {_line_of(source, item.span.start) for item in items if item.marker.inline}
        for item in items:
            number, heading = _line_of(source, item.span.start), item.heading
            if number not in shared and not heading.run_in and heading.styled is not False:
                roles[number] = "heading"
        for title in (document.head, document.title):
            if title is not None:
                roles[_line_of(source, title.start)] = "title"
    for note in source.notes:
        for number in range(_line_of(source, note.span.start), _line_of(source, note.span.end) + 1):
            roles[number] = "note"
    return roles


def _cut(source: Source, line: Span, marked: Sequence[Marked]) -> Iterator[Piece]:
    """The pieces of a line: each is covered by the same notes from end to end."""
    if not marked:
        yield from _unmarked(source, line)
        return
    bounds = [(_within(line, one.span.start), _within(line, one.span.end)) for one, _ in marked]
    edges = sorted({line.start, line.end, *(edge for both in bounds for edge in both)})
    waiting = sorted(zip(bounds, marked, strict=True), key=lambda one: one[0])[::-1]
    covering: list[tuple[tuple[int, int], Marked]] = []
    for start, end in zip(edges, [*edges[1:], line.end], strict=True):
        points: list[Marked] = []
        while waiting and waiting[-1][0][0] == start:
            bound, one = waiting.pop()
            if bound == (start, start):
                points.append(one)
            else:
                covering.append((bound, one))
        if points:
            yield _piece("", points, line, start)
        covering = [one for one in covering if one[0][1] > start]
        if start < end and covering:
            yield _piece(source.text[start:end], [one for _, one in covering], line, start)
        elif start < end:
            yield from _unmarked(source, Span(start, end))


def _unmarked(source: Source, span: Span) -> Iterator[Piece]:
    """What no note is about, with the signs of Markdown apart from the text."""
    text, prose = span.of(source.text), span.of(source.prose)
    indent = len(prose) - len(prose.lstrip())
    if text[:indent] == prose[:indent]:
        indent = 0
    elif indent:
        yield Piece(text[:indent], markup=True)
    rest = zip(text[indent:], prose[indent:], strict=True)
    for masked, run in groupby(rest, key=lambda both: both[0] != both[1]):
        yield Piece("".join(sign for sign, _ in run), markup=masked)


def _within(line: Span, offset: int) -> int:
    """An offset, or the end of the line that it lies beyond: a note may begin in a line end."""
    return min(max(offset, line.start), line.end)


def _piece(text: str, marked: Sequence[Marked], line: Span, start: int) -> Piece:
    return Piece(
        text=text,
        notes=" ".join(str(note.number) for _, note in marked),
        severity=max((one.severity for one, _ in marked), key=_rank).value,
        label=" ".join(
            str(note.number)
            for one, note in marked
            if one.span.start >= line.start and _within(line, one.span.start) == start
        ),
    )


def _rank(severity: Severity) -> int:
    return severity.rank
