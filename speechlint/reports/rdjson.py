"""The Reviewdog Diagnostic Format: columns are bytes of UTF-8 from 1, and ends are excluded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from speechlint.diagnostic import Fix, Severity
from speechlint.reports.look import Look
from speechlint.reports.rule_page import published_address
from speechlint.rulebook import load_rulebook
from speechlint.runner import CheckedFile
from speechlint.source import Span

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}

_LONGEST_SUGGESTION = 2_000
"""Code points; a fix that spans more is left to speechlint itself."""


class RdPosition(msgspec.Struct, frozen=True):
    """A line, and a column in bytes, both from 1."""

    line: int
    column: int


class RdRange(msgspec.Struct, frozen=True):
    """A range whose end is excluded."""

    start: RdPosition
    end: RdPosition


class RdLocation(msgspec.Struct, frozen=True):
    """A place in a file."""

    path: str
    range: RdRange


class RdRelated(msgspec.Struct, frozen=True):
    """Another place, with what to know about it."""

    message: str
    location: RdLocation


class RdSuggestion(msgspec.Struct, frozen=True):
    """A text in place of a range."""

    range: RdRange
    text: str


class RdCode(msgspec.Struct, frozen=True, omit_defaults=True):
    """The code of a rule, and its page where one is published."""

    value: str
    url: str = ""


class RdSource(msgspec.Struct, frozen=True):
    """The tool."""

    name: str


class RdDiagnostic(msgspec.Struct, frozen=True):
    """A finding."""

    message: str
    location: RdLocation
    severity: str
    code: RdCode
    suggestions: tuple[RdSuggestion, ...]
    related_locations: tuple[RdRelated, ...]


class RdResult(msgspec.Struct, frozen=True):
    """All findings."""

    source: RdSource
    diagnostics: tuple[RdDiagnostic, ...]


def render(files: Sequence[CheckedFile], look: Look) -> Iterator[str]:
    """One JSON document, on one line."""
    codes = _codes(files, look)
    diagnostics = tuple(
        found for file in files if file.diagnostics for found in _Places(file, codes).diagnostics()
    )
    yield msgspec.json.encode(RdResult(RdSource("speechlint"), diagnostics)).decode()


def _codes(files: Sequence[CheckedFile], look: Look) -> dict[str, RdCode]:
    """The rules that spoke."""
    rulebook = load_rulebook()
    codes = {}
    for name in {one.code for file in files for one in file.diagnostics}:
        rule = rulebook.find(name)
        codes[name] = RdCode(name, published_address(rule, look.language) if rule else "")
    return codes


class _Places:
    """The places of a file in bytes, each counted on from the one before."""

    def __init__(self, file: CheckedFile, codes: Mapping[str, RdCode]) -> None:
        self._file = file
        self._codes = codes
        self._path = file.path.replace("\\", "/")
        self._source = file.source
        self._last = RdPosition(1, 1)
        self._offset = 0

    def diagnostics(self) -> Iterator[RdDiagnostic]:
        for one in self._file.diagnostics:
            yield RdDiagnostic(
                message=one.message,
                location=self._location(one.span),
                severity=_SEVERITIES[one.severity],
                code=self._codes[one.code],
                suggestions=self._suggestions(one.fix),
                related_locations=tuple(
                    RdRelated(related.message, self._location(related.span))
                    for related in one.related
                ),
            )

    def _location(self, span: Span) -> RdLocation:
        return RdLocation(self._path, self._range(span))

    def _suggestions(self, fix: Fix | None) -> tuple[RdSuggestion, ...]:
        """A fix as one suggestion: several would be taken for alternatives."""
        if fix is None:
            return ()
        span = Span(fix.edits[0].span.start, fix.edits[-1].span.end)
        if len(span) > _LONGEST_SUGGESTION:
            return ()
        pieces: list[str] = []
        offset = span.start
        for edit in fix.edits:
            pieces += (self._source.text[offset : edit.span.start], edit.text)
            offset = edit.span.end
        return (RdSuggestion(self._range(span), "".join(pieces)),)

    def _range(self, span: Span) -> RdRange:
        return RdRange(self._position(span.start), self._position(span.end))

    def _position(self, offset: int) -> RdPosition:
        line = self._source.position(offset).line
        start, column = self._source.line_starts[line - 1], 1
        if line == self._last.line and self._offset <= offset:
            start, column = self._offset, self._last.column
        passed = self._source.text[start:offset].encode("utf-8", "replace")
        self._last, self._offset = RdPosition(line, column + len(passed)), offset
        return self._last
