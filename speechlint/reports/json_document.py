"""The report for programs: one JSON document; lines and columns from 1, in code points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from speechlint.diagnostic import Applicability, Diagnostic, Fix, Severity
from speechlint.reports.look import Look
from speechlint.runner import CheckedFile
from speechlint.source import Source


class JsonPosition(msgspec.Struct, frozen=True):
    """An offset from 0, and its line and column from 1, all in code points."""

    offset: int
    line: int
    column: int


class JsonRelated(msgspec.Struct, frozen=True):
    """Another place of the draft."""

    start: JsonPosition
    end: JsonPosition
    message: str


class JsonEdit(msgspec.Struct, frozen=True):
    """A text to put in place of another."""

    start: JsonPosition
    end: JsonPosition
    text: str


class JsonFix(msgspec.Struct, frozen=True):
    """Edits that mend a finding."""

    applicability: Applicability
    edits: tuple[JsonEdit, ...]


class JsonDiagnostic(msgspec.Struct, frozen=True):
    """A finding."""

    code: str
    name: str
    severity: Severity
    message: str
    start: JsonPosition
    end: JsonPosition
    related: tuple[JsonRelated, ...]
    fix: JsonFix | None


class JsonFile(msgspec.Struct, frozen=True):
    """A file that was checked, with its findings, if any."""

    path: str
    diagnostics: tuple[JsonDiagnostic, ...]


class JsonReport(msgspec.Struct, frozen=True):
    """The whole report."""

    schema: int
    files: tuple[JsonFile, ...]


def render(files: Sequence[CheckedFile], look: Look) -> Iterator[str]:
    """The report, on one line."""
    report = JsonReport(schema=1, files=tuple(json_file(file) for file in files))
    yield msgspec.json.encode(report).decode()


def json_file(file: CheckedFile) -> JsonFile:
    """A file with its findings; a clean one is not read again for it."""
    return JsonFile(file.path, tuple(json_diagnostic(file.source, one) for one in file.diagnostics))


def json_diagnostic(source: Source, one: Diagnostic) -> JsonDiagnostic:
    """A finding with its lines and columns."""
    return JsonDiagnostic(
        code=one.code,
        name=one.name,
        severity=one.severity,
        message=one.message,
        start=_position(source, one.span.start),
        end=_position(source, one.span.end),
        related=tuple(
            JsonRelated(
                start=_position(source, related.span.start),
                end=_position(source, related.span.end),
                message=related.message,
            )
            for related in one.related
        ),
        fix=None if one.fix is None else _fix(source, one.fix),
    )


def _fix(source: Source, fix: Fix) -> JsonFix:
    return JsonFix(
        applicability=fix.applicability,
        edits=tuple(
            JsonEdit(
                start=_position(source, edit.span.start),
                end=_position(source, edit.span.end),
                text=edit.text,
            )
            for edit in fix.edits
        ),
    )


def _position(source: Source, offset: int) -> JsonPosition:
    place = source.position(offset)
    return JsonPosition(offset, place.line, place.column)
