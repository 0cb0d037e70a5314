"""The figures of drafts as a table for a spreadsheet: a row a document, then a row a section."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from speechlint.reports.statistics_json import Measured
from speechlint.source import Source
from speechlint.statistics import DocumentFigures, Section

_HEAD = ("path", "line", "level", "kind", "heading", "characters", "spoken", "seconds", "share")

_Row = tuple[str | int | float, ...]


def render(measured: Sequence[Measured]) -> str:
    """The whole table; lines end as the format wants them."""
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(_HEAD)
    for source, figures, rate in measured:
        for document in figures:
            writer.writerow(_document_row(source, document, rate))
            for section in document.sections:
                writer.writerows(_rows(source, section, rate, 1))
    return table.getvalue()


def _document_row(source: Source, figures: DocumentFigures, rate: int) -> _Row:
    document = figures.document
    title = document.title.of(source.prose) if document.title else ""
    return (
        source.path,
        source.position(document.span.start).line,
        0,
        "document",
        _cell(title),
        figures.characters,
        figures.spoken,
        round(figures.seconds(rate), 1),
        1.0,
    )


def _rows(source: Source, section: Section, rate: int, level: int) -> Iterator[_Row]:
    yield (
        source.path,
        source.position(section.span.start).line,
        level,
        section.kind.value,
        _cell(section.heading.of(source.prose)),
        section.characters,
        section.spoken,
        round(section.seconds(rate), 1),
        round(section.share, 4),
    )
    for one in section.in_lines:
        yield from _rows(source, one, rate, level + 1)


def _cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@") else text
