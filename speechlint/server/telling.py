"""Answering for all drafts, bit by bit for an editor that wants it so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from lsprotocol import types

from speechlint.reports.look import Look
from speechlint.server.closed import Report
from speechlint.server.server import SpeechlintServer

_BIT = 20
"""Reports that are sent at a time."""

WorkspaceReport = (
    types.WorkspaceFullDocumentDiagnosticReport | types.WorkspaceUnchangedDocumentDiagnosticReport
)

ProgressStep = (
    types.WorkDoneProgressBegin | types.WorkDoneProgressReport | types.WorkDoneProgressEnd
)


class Telling:
    """The answer to one question about all drafts; of a draft the last report counts."""

    def __init__(self, server: SpeechlintServer, params: types.WorkspaceDiagnosticParams) -> None:
        self._server = server
        self._bits = params.partial_result_token
        self._progress = params.work_done_token
        self._known = {one.uri: one.value for one in params.previous_result_ids}
        self._told: set[str] = set()
        self._ready: dict[str, WorkspaceReport] = {}
        self._expected = 0

    @contextmanager
    def of(self, count: int) -> Iterator[None]:
        """While reports on so many drafts are made, show how far that has come."""
        self._expected = count
        language = self._server.session.workplace.language
        title = Look(language=language).say(
            "检查文件夹里的文稿", "Checking the drafts of the folders"
        )
        self._show(types.WorkDoneProgressBegin(title, percentage=0))
        try:
            yield
        finally:
            self._show(types.WorkDoneProgressEnd())

    def tell(self, report: Report) -> None:
        """Take up one report; send those that have gathered."""
        self._ready[report.uri] = _word(report, self._known.get(report.uri, ""))
        self._told.add(report.uri)
        if len(self._ready) < _BIT:
            return
        done = min(100 * len(self._told) // max(self._expected, 1), 100)
        self._show(types.WorkDoneProgressReport(percentage=done))
        if self._bits is not None:
            self._send()

    def rest(self) -> list[WorkspaceReport]:
        """What the answer itself says: all, or nothing where it was sent bit by bit.

        What was reported before and is no draft any more is cleared.
        """
        for uri, identity in self._known.items():
            if identity and uri not in self._told:
                self._ready[uri] = _word(Report(uri, None, "", []), identity)
        if self._bits is None:
            return list(self._ready.values())
        self._send()
        return []

    def _send(self) -> None:
        if self._ready and self._bits is not None:
            bit = types.WorkspaceDiagnosticReportPartialResult(list(self._ready.values()))
            self._server.progress(types.ProgressParams(self._bits, bit))
            self._known.update((uri, one.result_id or "") for uri, one in self._ready.items())
            self._ready.clear()

    def _show(self, step: ProgressStep) -> None:
        if self._progress is not None:
            self._server.progress(types.ProgressParams(self._progress, step))


def _word(report: Report, before: str) -> WorkspaceReport:
    if report.identity and report.identity == before:
        return types.WorkspaceUnchangedDocumentDiagnosticReport(
            uri=report.uri, version=report.version, result_id=report.identity
        )
    return types.WorkspaceFullDocumentDiagnosticReport(
        uri=report.uri,
        version=report.version,
        items=report.items,
        result_id=report.identity or None,
    )
