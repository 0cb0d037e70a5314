"""From checked files to what the page shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from speechlint import __version__
from speechlint.checks.counting.deliveries import Delivery, find_deliveries
from speechlint.diagnostic import Diagnostic, Severity
from speechlint.draft import Draft
from speechlint.reports import rule_markdown
from speechlint.reports.html.marking import mark_lines
from speechlint.reports.html.tree import build_nodes, name_document
from speechlint.reports.html.views import (
    DocumentView,
    FileView,
    Note,
    Page,
    Promise,
    Related,
    RuleView,
    Tally,
)
from speechlint.reports.look import Look
from speechlint.reports.statistics_table import spoken_time
from speechlint.rulebook import load_rulebook
from speechlint.runner import CheckedFile
from speechlint.source import Source
from speechlint.statistics import DocumentFigures, measure
from speechlint.syntax import parse
from speechlint.syntax.genres import find_genre


def build_page(files: Sequence[CheckedFile], look: Look) -> Page:
    """Everything that the page shows."""
    views: list[FileView] = []
    first = 1
    for number, file in enumerate(files, 1):
        views.append(_file(file, number, first, look))
        first += len(file.diagnostics)
    diagnostics = [one for file in files for one in file.diagnostics]
    return Page(
        tally=_tally(diagnostics),
        files=tuple(views),
        rules=tuple(_rules(diagnostics, look)),
        version=__version__,
    )


def _file(file: CheckedFile, number: int, first: int, look: Look) -> FileView:
    source = file.source
    notes = tuple(
        _note(source, one, place, look) for place, one in enumerate(file.diagnostics, first)
    )
    draft = Draft(source, parse(source))
    deliveries = tuple(find_deliveries(draft)) if draft.outline.structured else ()
    return FileView(
        number=number,
        path=file.path,
        tally=_tally(file.diagnostics),
        documents=tuple(
            _document(source, figures, file.diagnostics, notes, deliveries, look)
            for figures in measure(source, draft.outline)
        ),
        lines=tuple(mark_lines(source, draft.outline, file.diagnostics, notes)),
    )


def _note(source: Source, one: Diagnostic, number: int, look: Look) -> Note:
    return Note(
        number=number,
        severity=one.severity.value,
        severity_name=look.severity(one.severity),
        code=one.code,
        message=one.message,
        line=source.position(one.span.start).line,
        related=tuple(
            Related(source.position(other.span.start).line, other.message) for other in one.related
        ),
        fixable=one.fix is not None,
    )


def _document(
    source: Source,
    figures: DocumentFigures,
    diagnostics: Sequence[Diagnostic],
    notes: Sequence[Note],
    deliveries: Sequence[Delivery],
    look: Look,
) -> DocumentView:
    document = figures.document
    genre = find_genre(document.genre)
    within = [
        (one.span.start, note)
        for one, note in zip(diagnostics, notes, strict=True)
        if document.span.holds(one.span.start)
    ]
    return DocumentView(
        name=name_document(source, document, look),
        genre=look.say(genre.zh, genre.en) if genre else "",
        characters=figures.characters,
        time=spoken_time(figures.seconds(look.speaking_rate)),
        sentence=f"{figures.sentences.mean:.0f}",
        four_character=f"{figures.four_character_density:.0%}",
        nodes=build_nodes(source, figures, within, look),
        promises=tuple(
            Promise(
                phrase=one.span.of(source.prose),
                line=source.position(one.span.start).line,
                announced=one.announced,
                delivered=one.delivered,
            )
            for one in deliveries
            if one.announced is not None and document.span.holds(one.span.start)
        ),
    )


def _tally(diagnostics: Sequence[Diagnostic]) -> Tally:
    counts = Counter(one.severity for one in diagnostics)
    return Tally(counts[Severity.ERROR], counts[Severity.WARNING], counts[Severity.INFO])


def _rules(diagnostics: Sequence[Diagnostic], look: Look) -> Iterator[RuleView]:
    """The rules that have spoken; only those that come with speechlint explain themselves."""
    rulebook = load_rulebook()
    counts = Counter(one.code for one in diagnostics)
    examples = {one.code: one for one in diagnostics}
    for code, count in sorted(counts.items()):
        rule = rulebook.find(code)
        explanation = rule_markdown.explanation(rule, look.language) if rule else ""
        yield RuleView(
            code=code,
            name=examples[code].name,
            severity=examples[code].severity.value,
            said=examples[code].message,
            count=count,
            explanation=tuple(part for part in explanation.split("\n\n") if part),
        )
