"""Diagnostics for editors that ask for them."""

from __future__ import annotations

import asyncio

from lsprotocol import types

from speechlint.server.findings import SOURCE, result_id
from speechlint.server.server import SpeechlintServer
from speechlint.server.workspace import Report

_PAUSE = 0.002
"""Seconds to wait for changes that are on their way already: they supersede what is asked for."""

DocumentReport = (
    types.RelatedFullDocumentDiagnosticReport | types.RelatedUnchangedDocumentDiagnosticReport
)
WorkspaceReport = (
    types.WorkspaceFullDocumentDiagnosticReport | types.WorkspaceUnchangedDocumentDiagnosticReport
)


def register(server: SpeechlintServer) -> None:
    """Answer the two requests for diagnostics."""
    options = types.DiagnosticOptions(
        inter_file_dependencies=False, workspace_diagnostics=True, identifier=SOURCE
    )

    @server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)
    async def of_document(params: types.DocumentDiagnosticParams) -> DocumentReport:
        await asyncio.sleep(_PAUSE)
        analysis = server.session.analysis(params.text_document.uri)
        if analysis is None:
            return types.RelatedFullDocumentDiagnosticReport(items=[])
        identity = result_id(analysis)
        if identity == params.previous_result_id:
            return types.RelatedUnchangedDocumentDiagnosticReport(result_id=identity)
        found = server.session.findings.report(analysis)
        return types.RelatedFullDocumentDiagnosticReport(items=found, result_id=identity)

    @server.feature(types.WORKSPACE_DIAGNOSTIC)
    async def of_workspace(
        params: types.WorkspaceDiagnosticParams,
    ) -> types.WorkspaceDiagnosticReport:
        before = {one.uri: one.value for one in params.previous_result_ids}
        items = [
            _report(report, before.pop(report.uri, "")) async for report in server.closed.reports()
        ]
        # What was reported and is no draft any more is cleared.
        items += [
            _report(Report(uri, None, "", []), value) for uri, value in before.items() if value
        ]
        return types.WorkspaceDiagnosticReport(items)


def _report(report: Report, before: str) -> WorkspaceReport:
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
