"""The drafts of the folders that are not open in the editor."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import msgspec
from lsprotocol import types

from speechlint.errors import SpeechlintError
from speechlint.readers import read
from speechlint.server.documents import OpenDocument
from speechlint.server.findings import result_id
from speechlint.server.session import Session
from speechlint.server.workplace import path_of


class Report(msgspec.Struct, frozen=True):
    """What there is to say about one document.

    Attributes:
        uri: its name in the editor.
        version: of an open document.
        identity: the same as long as the same is said.
        items: what is said.
    """

    uri: str
    version: int | None
    identity: str
    items: list[types.Diagnostic]


class ClosedDrafts:
    """Reports on all drafts, reading each file again only when it has changed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._kept: dict[Path, tuple[tuple[int, int], Report]] = {}

    def forget(self) -> None:
        """Report anew: settings have changed."""
        self._kept.clear()

    async def reports(self) -> AsyncIterator[Report]:
        """A report on every draft of the folders; what the editor asks meanwhile goes first."""
        session = self._session
        opened = {path_of(one.uri): one.uri for one in session.documents}
        try:
            drafts = list(session.workplace.drafts())
        except SpeechlintError as error:
            session.complain_of(error)
            return
        for uri, path in drafts:
            report = self._open(opened[path]) if path in opened else self._closed(uri, path)
            if report is not None:
                yield report
            await asyncio.sleep(0)

    def _open(self, uri: str) -> Report | None:
        analysis = self._session.analysis(uri)
        if analysis is None:
            return None
        items = self._session.findings.report(analysis)
        return Report(uri, analysis.document.version, result_id(analysis), items)

    def _closed(self, uri: str, path: Path) -> Report | None:
        try:
            status = path.stat()
            state = status.st_mtime_ns, status.st_size
            kept = self._kept.get(path)
            if kept is None or kept[0] != state:
                kept = self._kept[path] = state, self._read(uri, path)
        except (OSError, SpeechlintError):
            # A file that has gone or holds no text has nothing to show in an editor.
            self._kept.pop(path, None)
            return None
        return kept[1]

    def _read(self, uri: str, path: Path) -> Report:
        session = self._session
        document = OpenDocument(uri, "", 0, read(path).text, session.unit)
        analysis = session.analyst.analyse_once(document)
        return Report(uri, None, result_id(analysis), session.findings.report(analysis))
