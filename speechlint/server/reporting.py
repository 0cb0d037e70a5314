"""Diagnostics for editors that ask for them."""

from __future__ import annotations

import asyncio

from lsprotocol import types

from speechlint.server.findings import SOURCE
from speechlint.server.server import SpeechlintServer
from speechlint.server.telling import Telling

_PAUSE = 0.002
"""Seconds to wait for changes that are on their way already: they supersede what is asked for."""

DocumentReport = (
    types.RelatedFullDocumentDiagnosticReport | types.RelatedUnchangedDocumentDiagnosticReport
)


def register(server: SpeechlintServer) -> None:
    """Answer the two requests for diagnostics."""
    options = types.DiagnosticOptions(
        inter_file_dependencies=False,
        workspace_diagnostics=True,
        identifier=SOURCE,
        work_done_progress=True,
    )

    @server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)
    async def of_document(params: types.DocumentDiagnosticParams) -> DocumentReport:
        await asyncio.sleep(_PAUSE)
        analysis = server.session.analysis(params.text_document.uri)
        if analysis is None:
            return types.RelatedFullDocumentDiagnosticReport(items=[])
        findings = server.session.findings
        identity = findings.result_id(analysis)
        if identity == params.previous_result_id:
            return types.RelatedUnchangedDocumentDiagnosticReport(result_id=identity)
        found = findings.report(analysis)
        return types.RelatedFullDocumentDiagnosticReport(items=found, result_id=identity)

    @server.feature(types.WORKSPACE_DIAGNOSTIC)
    async def of_workspace(
        params: types.WorkspaceDiagnosticParams,
    ) -> types.WorkspaceDiagnosticReport:
        server.drafts.asked_for = True
        telling = Telling(server, params)
        drafts = await server.drafts.search()
        with telling.of(len(drafts)):
            async for report in server.drafts.reports(drafts):
                telling.tell(report)
        return types.WorkspaceDiagnosticReport(telling.rest())
