"""The drafts of the folders, whether they are open in the editor or not."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Collection
from pathlib import Path

from speechlint.errors import SpeechlintError
from speechlint.server.closed import ClosedDrafts, Report, compared_of
from speechlint.server.comparison import Compared, compare
from speechlint.server.documents import OpenDocument
from speechlint.server.lines import LineIndex
from speechlint.server.session import Session
from speechlint.server.workplace import path_of


class FolderDrafts:
    """Reports on all drafts, and compares them.

    Attributes:
        asked_for: whether the editor asks for reports on all drafts.
    """

    def __init__(self, session: Session, show_again: Callable[[Collection[str]], None]) -> None:
        """Take up work.

        Args:
            session: what the server knows.
            show_again: has the editor show anew what is said of some open documents.
        """
        self.asked_for = False
        self._session = session
        self._show_again = show_again
        self._closed = ClosedDrafts(session)
        self._opened: dict[str, tuple[OpenDocument, Compared]] = {}
        self._last: list[Compared] = []

    def forget(self) -> None:
        """Report and compare anew: settings have changed."""
        self._closed.forget()
        self._opened.clear()
        self._last = []
        self._session.crossings.replace(())

    @property
    def lie_at_home(self) -> bool:
        """Whether a folder is the user's home, or holds it."""
        try:
            home = Path.home()
        except RuntimeError:  # the system knows of none
            return False
        return any(home.is_relative_to(folder) for folder in self._session.workplace.folders)

    async def search(self) -> dict[str, Path]:
        """The drafts there are, by their names in the editor; looking holds up nothing else."""
        session = self._session
        try:
            found = await asyncio.to_thread(lambda: list(session.workplace.drafts()))
        except SpeechlintError as error:
            session.analyst.tell(error)
            return {}
        opened = {path_of(one.uri): one.uri for one in session.documents}
        self._closed.keep_only({path for _, path in found})
        return {opened.get(path, uri): path for uri, path in found}

    async def reports(self, drafts: dict[str, Path]) -> AsyncIterator[Report]:
        """A report on every draft, and another one where comparing them changes what is said.

        What the editor asks meanwhile goes first.
        """
        for uri, path in drafts.items():
            report = self._report(uri, path)
            if report is not None:
                yield report
            await asyncio.sleep(0)
        for uri in await self.compare(drafts):
            report = self._report(uri, drafts[uri]) if uri in drafts else None
            if report is not None:
                yield report

    async def compare(self, drafts: dict[str, Path]) -> Collection[str]:
        """Compare all drafts, unless it was done and they are the same.

        Returns:
            those of which something else is to be said now.
        """
        seen: list[Compared] = []
        for uri, path in drafts.items():
            compared = self._compared(uri, path)
            if compared is not None:
                seen.append(compared)
            await asyncio.sleep(0)
        if seen == self._last:
            return ()
        found = await compare(seen, lambda one: self._index(one, drafts[one.uri]))
        if any(self._has_changed(one) for one in seen):
            return ()  # what is being written is compared when the editor asks again
        self._last = seen
        changed = self._session.crossings.replace(found)
        opened = [uri for uri in changed if self._session.documents.get(uri)]
        if opened:
            self._show_again(opened)
        return changed

    def _report(self, uri: str, path: Path) -> Report | None:
        analysis = self._session.analysis(uri)
        if analysis is None:
            return self._closed.report(uri, path)
        findings = self._session.findings
        identity = findings.result_id(analysis)
        return Report(uri, analysis.document.version, identity, findings.report(analysis))

    def _compared(self, uri: str, path: Path) -> Compared | None:
        analysis = self._session.analysis(uri)
        if analysis is None:
            self._opened.pop(uri, None)
            return self._closed.compared(uri, path)
        kept = self._opened.get(uri)
        if kept is None or kept[0] is not analysis.document:
            name = self._session.workplace.title_of(path)
            kept = self._opened[uri] = analysis.document, compared_of(analysis, name)
        return kept[1]

    def _index(self, draft: Compared, path: Path) -> LineIndex | None:
        document = self._session.documents.get(draft.uri)
        return document.index if document else self._closed.index(draft, path)

    def _has_changed(self, draft: Compared) -> bool:
        document = self._session.documents.get(draft.uri)
        return document is not None and hash(document.text) != draft.digest
