"""What the editor at the other end can do."""

from __future__ import annotations

from collections.abc import Callable, Collection

import msgspec
from lsprotocol import types
from pygls.capabilities import get_capability

_MARKDOWN = types.MarkupKind.Markdown


class Client(msgspec.Struct, frozen=True):
    """What is taken into account of an editor's capabilities.

    Attributes:
        pulls: it asks for diagnostics; otherwise they are sent.
        refreshes: it can be told to ask for diagnostics again.
        relates: it shows other places that a diagnostic is about.
        describes_codes: it opens the page of a code.
        resolves_actions: it asks for the edit of an action once that is chosen.
        action_literals: it takes code actions, not only commands.
        versioned_edits: an edit may say which version it is for.
        nests_symbols: it takes symbols as a tree.
        most_folds: how many folding ranges it takes.
        shows_documents: it opens a document on request.
        watches_files: it watches files on request.
        asks_back: it answers when asked for its configuration.
        registers_configuration: it can be asked to tell of changes of its configuration.
        refreshes_hints: it can be told to ask for inlay hints again.
        hovers_markdown: it shows Markdown under the pointer.
        completes_markdown: it shows Markdown beside what it offers to write.
        language: of its surface, such as ``zh-cn``; may be empty.
    """

    pulls: bool = False
    refreshes: bool = False
    relates: bool = False
    describes_codes: bool = False
    resolves_actions: bool = False
    action_literals: bool = False
    versioned_edits: bool = False
    nests_symbols: bool = False
    most_folds: int | None = None
    shows_documents: bool = False
    watches_files: bool = False
    asks_back: bool = False
    registers_configuration: bool = False
    refreshes_hints: bool = False
    hovers_markdown: bool = False
    completes_markdown: bool = False
    language: str = ""

    @staticmethod
    def markup(words: str, *, markdown: bool) -> types.MarkupContent:
        """Markdown for an editor that shows it; it reads well as it is, too."""
        kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
        return types.MarkupContent(kind, words)


def read_client(params: types.InitializeParams) -> Client:
    """What an editor says of itself."""
    can = _asker(params.capabilities)
    document, workspace = "text_document", "workspace"
    lists = _lister(params.capabilities)
    resolved = lists(f"{document}.code_action.resolve_support.properties")
    return Client(
        pulls=params.capabilities.text_document is not None
        and params.capabilities.text_document.diagnostic is not None,
        refreshes=can(f"{workspace}.diagnostics.refresh_support"),
        relates=can(f"{document}.publish_diagnostics.related_information")
        or can(f"{document}.diagnostic.related_information"),
        describes_codes=can(f"{document}.publish_diagnostics.code_description_support")
        or can(f"{document}.diagnostic.code_description_support"),
        resolves_actions="edit" in resolved and can(f"{document}.code_action.data_support"),
        action_literals=can(f"{document}.code_action.code_action_literal_support"),
        versioned_edits=can(f"{workspace}.workspace_edit.document_changes"),
        nests_symbols=can(f"{document}.document_symbol.hierarchical_document_symbol_support"),
        most_folds=get_capability(params.capabilities, f"{document}.folding_range.range_limit"),
        shows_documents=can("window.show_document.support"),
        watches_files=can(f"{workspace}.did_change_watched_files.dynamic_registration"),
        asks_back=can(f"{workspace}.configuration"),
        registers_configuration=can(f"{workspace}.did_change_configuration.dynamic_registration"),
        refreshes_hints=can(f"{workspace}.inlay_hint.refresh_support"),
        hovers_markdown=_MARKDOWN in lists(f"{document}.hover.content_format"),
        completes_markdown=_MARKDOWN
        in lists(f"{document}.completion.completion_item.documentation_format"),
        language=(params.locale or "").lower(),
    )


def _lister(capabilities: types.ClientCapabilities) -> Callable[[str], Collection[object]]:
    return lambda field: get_capability(capabilities, field, ()) or ()


def _asker(capabilities: types.ClientCapabilities) -> Callable[[str], bool]:
    return lambda field: bool(get_capability(capabilities, field, default=False))
