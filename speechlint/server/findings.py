"""Diagnostics as the protocol has them."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

import msgspec
from lsprotocol import types

from speechlint.diagnostic import Applicability, Diagnostic, Fix, Severity
from speechlint.server.analysis import Analysis
from speechlint.server.client import Client
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

    def __init__(self, client: Client, pages: RulePages) -> None:
        self._client = client
        self._pages = pages

    def report(self, analysis: Analysis) -> list[types.Diagnostic]:
        """Everything there is to say about a document."""
        return [self.word(analysis, one) for one in analysis.diagnostics]

    def word(self, analysis: Analysis, diagnostic: Diagnostic) -> types.Diagnostic:
        """One diagnostic."""
        index = analysis.document.index
        related = [
            types.DiagnosticRelatedInformation(
                types.Location(analysis.document.uri, index.range(one.span)), one.message
            )
            for one in diagnostic.related
        ]
        return types.Diagnostic(
            range=index.range(diagnostic.span),
            message=diagnostic.message,
            severity=_SEVERITIES[diagnostic.severity],
            code=diagnostic.code,
            code_description=self._describe(analysis, diagnostic.code),
            source=SOURCE,
            tags=[types.DiagnosticTag.Unnecessary] if diagnostic.code in _SUPERFLUOUS else None,
            related_information=related if related and self._client.relates else None,
            data=_data(diagnostic, index),
        )

    def _describe(self, analysis: Analysis, code: str) -> types.CodeDescription | None:
        if not self._client.describes_codes:
            return None
        uri = self._pages.uri_of(code, analysis.linter.rulebook, analysis.language)
        return types.CodeDescription(uri) if uri else None


def result_id(analysis: Analysis) -> str:
    """The same for two states of a document exactly when there is the same to say, in one place."""
    index = analysis.document.index
    places = [
        (one, _place(index.range(one.span)), _data(one, index)) for one in analysis.diagnostics
    ]
    packed = msgspec.msgpack.encode((analysis.language, places))
    return blake2b(packed, digest_size=12).hexdigest()


def edits_of(fix: Fix, index: LineIndex) -> list[types.TextEdit]:
    """The edits of a fix."""
    return [types.TextEdit(index.range(edit.span), edit.text) for edit in fix.edits]


def is_safe(diagnostic: Diagnostic) -> bool:
    """Whether a diagnostic has a fix that needs no second thought."""
    return diagnostic.fix is not None and diagnostic.fix.applicability is Applicability.SAFE


def _data(diagnostic: Diagnostic, index: LineIndex) -> dict[str, object]:
    """What the editor hands back with the diagnostic when it asks for actions."""
    edits: Sequence[types.TextEdit] = ()
    if diagnostic.fix is not None:
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
