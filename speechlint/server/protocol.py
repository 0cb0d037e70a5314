"""The protocol of pygls, without the copy of every text that pygls keeps.

That copy ends lines at U+2028 and the like, and costs as much as our own.
"""

from __future__ import annotations

from collections.abc import Callable, Generator

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol, lsp_method

Handling = Generator[tuple[Callable[..., object], tuple[object, ...], None], None, None]


class Protocol(LanguageServerProtocol):
    """Hands the opening, changing and closing of texts straight to our handlers.

    A request that makes no sense is refused, so that the editor doesn't wait for its answer.
    """

    def structure_message(self, data: dict[str, object]) -> object:
        """A message as an object; called for every table inside one, too."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            asked = data.get("id")
            if "method" in data and isinstance(asked, str | int):
                self._send_response(asked, error=error.to_response_error())
            raise

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> Handling:
        """A text was opened."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_OPEN], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> Handling:
        """A text was changed."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> Handling:
        """A text was closed."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE], (params,), None
