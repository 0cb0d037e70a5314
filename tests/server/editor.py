"""An editor, as the tests play it."""

import itertools
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from lsprotocol import types
from pytest_lsp import LanguageClient, make_test_lsp_client

COMMAND = [sys.executable, "-m", "speechlint", "server"]

_LINE_END = re.compile(r"\r\n|\r|\n")
_WIDTHS = {"utf-8": 1, "utf-16": 2, "utf-32": 4}
_numbers = itertools.count(1)


@asynccontextmanager
async def connect(
    params: types.InitializeParams, configuration: dict[str, object] | None = None
) -> AsyncIterator[LanguageClient]:
    """An editor with a server of its own, which it watches files for.

    Args:
        params: what it says when it connects.
        configuration: our section of what it answers when it is asked for its configuration.
    """
    client = make_test_lsp_client()
    if configuration is not None:
        client.set_configuration(configuration, section="speechlint")
    client.feature(types.CLIENT_REGISTER_CAPABILITY)(_agree)
    await client.start_io(*COMMAND)
    await client.initialize_session(params)
    yield client
    await client.shutdown_session()
    await client.stop()  # type: ignore[no-untyped-call]  # pytest-lsp gives it no types


def _agree(params: types.RegistrationParams) -> None:
    """Take up what the server asks to be told of."""


class Buffer:
    """A text that is open in the editor."""

    def __init__(self, client: LanguageClient, text: str, uri: str = "") -> None:
        self.client = client
        self.uri = uri or f"untitled:draft-{next(_numbers)}"
        self.text = text
        self.version = 1

    @property
    def name(self) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(self.uri)

    def open(self, language_id: str = "plaintext") -> "Buffer":
        item = types.TextDocumentItem(self.uri, language_id, self.version, self.text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return self

    def close(self) -> None:
        params = types.DidCloseTextDocumentParams(self.name)
        self.client.text_document_did_close(params)

    def place(self, offset: int) -> types.Position:
        """The position of an offset, counted without the server's own index."""
        ends = [found.end() for found in _LINE_END.finditer(self.text) if found.end() <= offset]
        before = self.text[ends[-1] if ends else 0 : offset]
        unit = encoding_of(self.client)
        column = len(before.encode(f"{unit}-le" if unit != "utf-8" else unit)) // _WIDTHS[unit]
        return types.Position(len(ends), column)

    def range(self, part: str) -> types.Range:
        """The range of a part of the text, which stands there once."""
        assert self.text.count(part) == 1, part
        start = self.text.index(part)
        return types.Range(self.place(start), self.place(start + len(part)))

    def at(self, part: str, after: int = 0) -> types.Position:
        """The position of a part of the text, or some code points after its start."""
        return self.place(self.text.index(part) + after)

    def replace(self, part: str, by: str) -> None:
        """Replace a part of the text, as typing does."""
        change = types.TextDocumentContentChangePartial(self.range(part), by)
        self.text = self.text.replace(part, by)
        self.send(change)

    def send(self, *changes: types.TextDocumentContentChangeEvent) -> None:
        self.version += 1
        name = types.VersionedTextDocumentIdentifier(self.version, self.uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(name, changes))

    async def pull(self, before: str | None = None) -> types.DocumentDiagnosticReport:
        params = types.DocumentDiagnosticParams(self.name, previous_result_id=before)
        return await self.client.text_document_diagnostic_async(params)

    async def diagnostics(self) -> dict[str, types.Diagnostic]:
        """The diagnostics by their codes."""
        report = await self.pull()
        assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
        return {str(one.code): one for one in report.items}

    async def actions(
        self, where: types.Range, *shown: types.Diagnostic, only: list[str] | None = None
    ) -> dict[str, types.CodeAction | types.Command]:
        """The code actions by their titles."""
        context = types.CodeActionContext(shown, only=only)
        params = types.CodeActionParams(self.name, where, context)
        found = await self.client.text_document_code_action_async(params)
        return {one.title: one for one in found or ()}

    async def act(self, action: types.CodeAction | types.Command) -> str:
        """The text after an action that was chosen."""
        assert isinstance(action, types.CodeAction)
        resolved = await self.client.code_action_resolve_async(action)
        assert resolved.edit is not None
        return self.edited(resolved.edit)

    def edited(self, edit: types.WorkspaceEdit) -> str:
        """The text with an edit in it."""
        if edit.document_changes is not None:
            (change,) = edit.document_changes
            assert isinstance(change, types.TextDocumentEdit)
            assert change.text_document.version == self.version
            edits = [one for one in change.edits if isinstance(one, types.TextEdit)]
        else:
            assert edit.changes is not None
            edits = list(edit.changes[self.uri])
        text = self.text
        for one in sorted(edits, key=lambda one: _key(one.range.start), reverse=True):
            start, end = self.offset(one.range.start), self.offset(one.range.end)
            text = text[:start] + one.new_text + text[end:]
        return text

    def offset(self, position: types.Position) -> int:
        """The offset of a position, found by trying all."""
        return next(n for n in range(len(self.text) + 1) if self.place(n) == position)


def encoding_of(client: LanguageClient) -> str:
    """The unit of columns that the server agreed to."""
    capabilities = client.capabilities
    assert capabilities is not None
    assert capabilities.general is not None
    (unit,) = capabilities.general.position_encodings or ("utf-16",)
    return str(types.PositionEncodingKind(unit).value)


def capabilities(encoding: str = "utf-16", *, pulls: bool = True) -> types.ClientCapabilities:
    """What a capable editor can do; one that can't pull can do little else."""
    literals = types.ClientCodeActionLiteralOptions(types.ClientCodeActionKindOptions([]))
    diagnostic = types.DiagnosticClientCapabilities(
        related_information=True, code_description_support=True
    )
    document = types.TextDocumentClientCapabilities(
        diagnostic=diagnostic if pulls else None,
        code_action=types.CodeActionClientCapabilities(
            code_action_literal_support=literals,
            data_support=pulls,
            resolve_support=types.ClientCodeActionResolveOptions(["edit"]) if pulls else None,
        ),
        hover=types.HoverClientCapabilities(content_format=[types.MarkupKind.Markdown]),
        completion=types.CompletionClientCapabilities(
            completion_item=types.ClientCompletionItemOptions(
                documentation_format=[types.MarkupKind.Markdown]
            )
        ),
        document_symbol=types.DocumentSymbolClientCapabilities(
            hierarchical_document_symbol_support=pulls
        ),
    )
    return types.ClientCapabilities(
        text_document=document,
        general=types.GeneralClientCapabilities(
            position_encodings=[types.PositionEncodingKind(encoding)]
        ),
        window=types.WindowClientCapabilities(
            show_document=types.ShowDocumentClientCapabilities(support=pulls)
        ),
        workspace=types.WorkspaceClientCapabilities(
            workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=pulls),
            configuration=pulls,
            diagnostics=types.DiagnosticWorkspaceClientCapabilities(refresh_support=pulls),
            did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(
                dynamic_registration=pulls
            ),
        ),
    )


def _key(position: types.Position) -> tuple[int, int]:
    return position.line, position.character
