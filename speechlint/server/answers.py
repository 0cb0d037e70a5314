"""What the editor asks about a draft, answered."""

from __future__ import annotations

import msgspec
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from speechlint.reports import rule_markdown
from speechlint.server.actions import KINDS, SHOW_RULE
from speechlint.server.completion import TRIGGERS, complete
from speechlint.server.hints import inlay_hints
from speechlint.server.hover import hover
from speechlint.server.selection import selection_range
from speechlint.server.server import SpeechlintServer
from speechlint.server.symbols import document_symbols, flat_symbols, folding_ranges
from speechlint.server.tasks import Task


def register(server: SpeechlintServer) -> None:
    """Answer what can be asked about a draft."""
    _answer_on_outline(server)
    _answer_on_places(server)
    _answer_on_actions(server)


def _answer_on_outline(server: SpeechlintServer) -> None:
    session = server.session

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def symbols(
        params: types.DocumentSymbolParams,
    ) -> list[types.DocumentSymbol] | list[types.SymbolInformation]:
        analysis = session.draft(params.text_document.uri)
        if analysis is None:
            return []
        nests = session.client.nests_symbols
        return document_symbols(analysis) if nests else flat_symbols(analysis)

    @server.feature(types.TEXT_DOCUMENT_FOLDING_RANGE)
    def folds(params: types.FoldingRangeParams) -> list[types.FoldingRange]:
        analysis = session.draft(params.text_document.uri)
        return folding_ranges(analysis, session.client.most_folds) if analysis else []

    @server.feature(types.TEXT_DOCUMENT_SELECTION_RANGE)
    def selections(params: types.SelectionRangeParams) -> list[types.SelectionRange] | None:
        analysis = session.draft(params.text_document.uri)
        if analysis is None:
            return None
        return [selection_range(analysis, position) for position in params.positions]


def _answer_on_places(server: SpeechlintServer) -> None:
    session = server.session

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def on_hover(params: types.HoverParams) -> types.Hover | None:
        analysis = session.draft(params.text_document.uri)
        if analysis is None:
            return None
        return hover(analysis, params.position, markdown=session.client.hovers_markdown)

    @server.feature(types.TEXT_DOCUMENT_INLAY_HINT)
    def hints(params: types.InlayHintParams) -> list[types.InlayHint]:
        uri = params.text_document.uri
        wanted = session.workplace.preferences_for(uri).inlay_hints
        analysis = session.draft(uri) if wanted else None
        return inlay_hints(analysis, params.range) if analysis else []

    options = types.CompletionOptions(trigger_characters=TRIGGERS)

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, options)
    def completion(params: types.CompletionParams) -> types.CompletionList | None:
        analysis = session.analysis(params.text_document.uri)
        if analysis is None:
            return None
        markdown = session.client.completes_markdown
        return types.CompletionList(False, complete(analysis, params.position, markdown=markdown))


def _answer_on_actions(server: SpeechlintServer) -> None:
    session = server.session
    options = types.CodeActionOptions(KINDS, resolve_provider=True)

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, options)
    def actions(
        params: types.CodeActionParams,
    ) -> list[types.CodeAction | types.Command] | None:
        analysis = session.analysis(params.text_document.uri)
        return session.actions.offer(analysis, params) if analysis else None

    @server.feature(types.CODE_ACTION_RESOLVE)
    def resolve(action: types.CodeAction) -> types.CodeAction:
        try:
            task = msgspec.convert(action.data, Task)
        except msgspec.ValidationError:
            return action
        analysis = session.analysis(task.uri)
        if analysis is None or analysis.document.version != task.version:
            raise JsonRpcException(
                "the document has changed", types.LSPErrorCodes.ContentModified.value
            )
        action.edit = session.actions.edit(analysis, task.edits(analysis))
        return action

    @server.command(SHOW_RULE)
    async def show_rule(code: str, uri: str) -> None:
        analysis = session.analysis(uri)
        rule = analysis.linter.rulebook.find(code) if analysis else None
        if analysis is None or rule is None:
            return
        page = session.pages.uri(rule, analysis.language)
        if page and session.client.shows_documents:
            published = not page.startswith("file:")
            shown = types.ShowDocumentParams(page, external=published, take_focus=True)
            await server.window_show_document_async(shown)
            return
        words = rule_markdown.render(rule, analysis.language)
        server.window_show_message(types.ShowMessageParams(types.MessageType.Info, words))
