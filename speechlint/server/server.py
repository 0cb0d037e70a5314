"""The server, put together."""

from __future__ import annotations

from collections.abc import Iterable

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from speechlint import __version__
from speechlint.server.protocol import Protocol
from speechlint.server.publishing import Publisher
from speechlint.server.session import Session
from speechlint.server.survey import Survey
from speechlint.server.workspace import FolderDrafts


class SpeechlintServer(LanguageServer):
    """The language server: what it knows, and what it is about to send."""

    def __init__(self) -> None:
        super().__init__("speechlint", __version__, protocol_cls=Protocol)
        self.session = Session(self.complain)
        self.publisher = Publisher(self.session, self.text_document_publish_diagnostics)
        self.drafts = FolderDrafts(self.session, self.show_again)
        self.survey = Survey(self.drafts)

    def complain(self, words: str) -> None:
        """Show the user what is wrong."""
        params = types.ShowMessageParams(types.MessageType.Error, f"speechlint: {words}")
        self.window_show_message(params)

    def report_server_error(self, error: Exception, source: object) -> None:
        """Log what goes wrong inside; a user can do nothing about it."""
        params = types.LogMessageParams(types.MessageType.Error, f"{type(error).__name__}: {error}")
        self.window_log_message(params)

    def renew(self) -> None:
        """Have all diagnostics made anew: settings have changed."""
        self.drafts.forget()
        self.show_again([one.uri for one in self.session.documents])
        if self.session.client.refreshes_hints:
            self.workspace_inlay_hint_refresh(None)
        self.survey.schedule()

    def show_again(self, uris: Iterable[str]) -> None:
        """Have the editor show what there is to say now about some open documents."""
        client = self.session.client
        if client.pulls and client.refreshes:
            self.workspace_diagnostic_refresh(None)
        for uri in uris:
            self.publisher.schedule(uri)


def make_server() -> SpeechlintServer:
    """A server with all its features, ready to start."""
    # Each of these modules registers features of one kind.
    from speechlint.server import answers, lifecycle, reporting

    server = SpeechlintServer()
    for module in (lifecycle, reporting, answers):
        module.register(server)
    return server
