"""The drafts that are not open in the editor."""

from __future__ import annotations

from pathlib import Path

import msgspec
from lsprotocol import types

from speechlint.errors import SpeechlintError
from speechlint.linter import Examined
from speechlint.readers import read
from speechlint.server.analysis import Analysis
from speechlint.server.comparison import Compared
from speechlint.server.documents import OpenDocument
from speechlint.server.lines import LineIndex
from speechlint.server.session import Session


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


class _Read(msgspec.Struct, frozen=True):
    """A draft as it was when its file was read.

    Attributes:
        state: of the file.
        compared: what is compared of it.
        report: what is said of it alone; none where nobody asked.
    """

    state: tuple[int, int]
    compared: Compared
    report: Report | None


class ClosedDrafts:
    """Reads drafts, each again only when its file has changed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._kept: dict[Path, _Read] = {}

    def forget(self) -> None:
        """Read anew: settings have changed."""
        self._kept.clear()

    def keep_only(self, paths: set[Path]) -> None:
        """Forget the files that are there no more."""
        self._kept = {path: one for path, one in self._kept.items() if path in paths}

    def compared(self, uri: str, path: Path) -> Compared | None:
        """What is compared of a draft; nothing of a file that has gone or holds no text."""
        found = self._find(uri, path, reported=False)
        return found.compared if found else None

    def report(self, uri: str, path: Path) -> Report | None:
        """What there is to say about a draft; nothing about a file that has gone, as above."""
        found = self._find(uri, path, reported=True)
        if found is None or found.report is None:
            return None
        crossings = self._session.crossings.of(uri, found.compared.digest)
        findings = self._session.findings
        items = [*found.report.items, *map(findings.word_crossing, crossings)]
        identity = findings.add_to_result_id(found.report.identity, crossings)
        return Report(uri, None, identity, items)

    def index(self, draft: Compared, path: Path) -> LineIndex | None:
        """The lines of a draft, unless its text is another one by now."""
        try:
            text = read(path).text
        except SpeechlintError:
            return None
        return LineIndex(text, self._session.unit) if hash(text) == draft.digest else None

    def _find(self, uri: str, path: Path, *, reported: bool) -> _Read | None:
        try:
            status = path.stat()
            state = status.st_mtime_ns, status.st_size
            kept = self._kept.get(path)
            if kept is None or kept.state != state or (reported and kept.report is None):
                kept = self._kept[path] = self._read(uri, path, state, reported=reported)
        except (OSError, SpeechlintError):
            self._kept.pop(path, None)
            return None
        return kept

    def _read(self, uri: str, path: Path, state: tuple[int, int], *, reported: bool) -> _Read:
        session = self._session
        document = OpenDocument(uri, "", 0, read(path).text, session.unit)
        analysis = session.analyst.analyse_once(document)
        report: Report | None = None
        if reported:
            items = session.findings.report_alone(analysis)
            report = Report(uri, None, session.findings.result_id_alone(analysis), items)
        return _Read(state, compared_of(analysis, session.workplace.title_of(path)), report)


def compared_of(analysis: Analysis, name: str) -> Compared:
    """What is compared of a text, which may be no draft at all."""
    document, linter = analysis.document, analysis.linter
    kept = linter.fingerprint(analysis.draft) if analysis.relevant else Examined(())
    return Compared(document.uri, name, hash(document.text), linter, kept)
