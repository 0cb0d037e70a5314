"""The texts that are open in the editor, kept as the editor sees them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from urllib.parse import urlsplit

from lsprotocol import types

from speechlint.diagnostic import Edit
from speechlint.server.lines import LineIndex, Unit
from speechlint.source import Span

_MARKDOWN = "markdown"


class OpenDocument:
    """A text at one version; a change makes another.

    Attributes:
        uri: its name in the editor.
        language_id: what the editor takes it for.
        version: the editor's count of its changes.
        edits: what made it of the version before, each referring to what those before it made.
    """

    def __init__(
        self,
        uri: str,
        language_id: str,
        version: int,
        text: str,
        unit: Unit,
        edits: tuple[Edit, ...] = (),
    ) -> None:
        self.uri = uri
        self.language_id = language_id
        self.version = version
        self.text = text
        self.edits = edits
        self._unit = unit

    @cached_property
    def index(self) -> LineIndex:
        """Where its lines are."""
        return LineIndex(self.text, self._unit)

    def changed(
        self, version: int, changes: Sequence[types.TextDocumentContentChangeEvent]
    ) -> OpenDocument:
        """The text after changes, each of which refers to what those before it have made."""
        if not changes:
            return OpenDocument(self.uri, self.language_id, version, self.text, self._unit)
        document = self
        edits: tuple[Edit, ...] = ()
        for change in changes:
            text, span = change.text, Span(0, len(document.text))
            if isinstance(change, types.TextDocumentContentChangePartial):
                span = document.index.span(change.range)
            edits = (*edits, Edit(span, text))
            text = document.text[: span.start] + text + document.text[span.end :]
            document = OpenDocument(self.uri, self.language_id, version, text, self._unit, edits)
        return document


class Documents:
    """The open documents, by name."""

    def __init__(self) -> None:
        self._open: dict[str, OpenDocument] = {}

    def __iter__(self) -> Iterator[OpenDocument]:
        return iter(tuple(self._open.values()))

    def get(self, uri: str) -> OpenDocument | None:
        """An open document, or none of that name."""
        return self._open.get(uri)

    def open(self, item: types.TextDocumentItem, unit: Unit) -> None:
        """Take up a document; one that is open already is replaced."""
        language = _language(item)
        self._open[item.uri] = OpenDocument(item.uri, language, item.version, item.text, unit)

    def change(
        self, params: types.DidChangeTextDocumentParams
    ) -> tuple[OpenDocument, OpenDocument] | None:
        """A document before and after a change; none where it isn't open, or is newer than that."""
        document = self.get(params.text_document.uri)
        if document is None or params.text_document.version < document.version:
            return None
        changed = document.changed(params.text_document.version, params.content_changes)
        self._open[document.uri] = changed
        return document, changed

    def close(self, uri: str) -> bool:
        """Forget a document; false where it wasn't open."""
        return self._open.pop(uri, None) is not None


def _language(item: types.TextDocumentItem) -> str:
    """What an editor takes a text for; of one without a name it can only guess.

    Visual Studio Code guesses that a Chinese draft is an INI file.
    """
    guessed = urlsplit(item.uri).scheme == "untitled" and item.language_id != _MARKDOWN
    return "" if guessed else item.language_id
