"""Diagnostics as the protocol has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b

import msgspec
from lsprotocol import types

from speechlint.diagnostic import Applicability, Diagnostic, Fix, Severity
from speechlint.linter import Linter
from speechlint.server.analysis import Analysis
from speechlint.server.client import Client
from speechlint.server.crossings import Crossing, Crossings, Place
from speechlint.server.lines import LineIndex
from speechlint.server.pages import RulePages

SOURCE = "speechlint"

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
_SUPERFLUOUS = frozenset(("SUP001",))
"""Rules whose findings point at what does nothing and may go; editors grey it out."""


class Findings:
    """Words diagnostics for one editor."""

    def __init__(self, client: Client, pages: RulePages, crossings: Crossings) -> None:
        self._client = client
        self._pages = pages
        self._crossings = crossings

    def report(self, analysis: Analysis) -> list[types.Diagnostic]:
        """Everything there is to say about a document."""
        return [shown for _, shown in self.pairs(analysis)]

    def report_alone(self, analysis: Analysis) -> list[types.Diagnostic]:
        """What there is to say about a document, whatever other drafts there are."""
        return [self.word(analysis, one) for one in analysis.diagnostics]

    def pairs(self, analysis: Analysis) -> Iterator[tuple[Diagnostic, types.Diagnostic]]:
        """The same, each as the core has it too; what other drafts have a part in comes last."""
        for one in analysis.diagnostics:
            yield one, self.word(analysis, one)
        for crossing in self._crossings.of_document(analysis.document):
            yield crossing.diagnostic, self.word_crossing(crossing)

    def result_id(self, analysis: Analysis) -> str:
        """The same for two states of a document exactly when the same is said, in one place."""
        crossings = self._crossings.of_document(analysis.document)
        return self.add_to_result_id(self.result_id_alone(analysis), crossings)

    @staticmethod
    def result_id_alone(analysis: Analysis) -> str:
        """The result id where other drafts have no part in what is said."""
        index = analysis.document.index
        places = [
            (one, _place(index.range(one.span)), _data(one, index)) for one in analysis.diagnostics
        ]
        return _hash((analysis.language, places))

    @staticmethod
    def add_to_result_id(said: str, crossings: Iterable[Crossing]) -> str:
        """The result id where other drafts have a part in what is said."""
        added = [
            (one.diagnostic, _place(one.here.range), one.there and _address(one.there))
            for one in crossings
        ]
        return _hash((said, added)) if added else said

    def word(self, analysis: Analysis, diagnostic: Diagnostic) -> types.Diagnostic:
        """One diagnostic."""
        uri, index = analysis.document.uri, analysis.document.index
        related = [
            types.DiagnosticRelatedInformation(
                types.Location(uri, index.range(one.span)), one.message
            )
            for one in diagnostic.related
        ]
        place = index.range(diagnostic.span)
        return self._make(analysis.linter, diagnostic, place, related, _data(diagnostic, index))

    def word_crossing(self, one: Crossing) -> types.Diagnostic:
        """One diagnostic that another draft has a part in."""
        related = []
        if one.there is not None:
            location = types.Location(one.there.uri, one.there.range)
            related.append(types.DiagnosticRelatedInformation(location, one.words))
        return self._make(
            one.linter, one.diagnostic, one.here.range, related, _data(one.diagnostic, None)
        )

    def _make(
        self,
        linter: Linter,
        diagnostic: Diagnostic,
        place: types.Range,
        related: Sequence[types.DiagnosticRelatedInformation],
        data: dict[str, object],
    ) -> types.Diagnostic:
        return types.Diagnostic(
            range=place,
            message=diagnostic.message,
            severity=_SEVERITIES[diagnostic.severity],
            code=diagnostic.code,
            code_description=self._describe(linter, diagnostic.code),
            source=SOURCE,
            tags=[types.DiagnosticTag.Unnecessary] if diagnostic.code in _SUPERFLUOUS else None,
            related_information=related if related and self._client.relates else None,
            data=data,
        )

    def _describe(self, linter: Linter, code: str) -> types.CodeDescription | None:
        if not self._client.describes_codes:
            return None
        uri = self._pages.uri_of(code, linter.rulebook, linter.settings.language)
        return types.CodeDescription(uri) if uri else None


def edits_of(fix: Fix, index: LineIndex) -> list[types.TextEdit]:
    """The edits of a fix."""
    return [types.TextEdit(index.range(edit.span), edit.text) for edit in fix.edits]


def is_safe(diagnostic: Diagnostic) -> bool:
    """Whether a diagnostic has a fix that needs no second thought."""
    return diagnostic.fix is not None and diagnostic.fix.applicability is Applicability.SAFE


def _data(diagnostic: Diagnostic, index: LineIndex | None) -> dict[str, object]:
    """What the editor hands back with the diagnostic when it asks for actions.

    No lines are needed where there is nothing to mend.
    """
    edits: Sequence[types.TextEdit] = ()
    if diagnostic.fix is not None and index is not None:
        edits = edits_of(diagnostic.fix, index)
    return {
        "rule": diagnostic.name,
        "safe": is_safe(diagnostic),
        "edits": [{"range": _place(edit.range), "newText": edit.new_text} for edit in edits],
    }


def _place(range_: types.Range) -> dict[str, dict[str, int]]:
    return {
        name: {"line": end.line, "character": end.character}
        for name, end in (("start", range_.start), ("end", range_.end))
    }


def _address(place: Place) -> tuple[str, dict[str, dict[str, int]]]:
    return place.uri, _place(place.range)


def _hash(said: object) -> str:
    return blake2b(msgspec.msgpack.encode(said), digest_size=12).hexdigest()
