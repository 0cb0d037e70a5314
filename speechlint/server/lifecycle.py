"""How a connection begins, and what the editor tells of texts, settings and folders."""

from __future__ import annotations

from contextlib import suppress

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from speechlint.server.configuration import ask_for_settings
from speechlint.server.lines import Unit
from speechlint.server.preferences import SECTION
from speechlint.server.server import SpeechlintServer
from speechlint.settings.files import FILE_NAMES

_WATCHED = (*(f"**/{name}" for name in FILE_NAMES), "**/rules/**/*.toml")


def register(server: SpeechlintServer) -> None:
    """Listen to what the editor tells."""
    _listen_to_connection(server)
    _listen_to_texts(server)
    _listen_to_settings(server)


def _listen_to_connection(server: SpeechlintServer) -> None:
    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        server.session.begin(params, Unit(server.workspace.position_encoding))

    @server.feature(types.INITIALIZED)
    async def initialized(params: types.InitializedParams) -> None:
        client = server.session.client
        registrations = []
        if client.watches_files:
            watchers = [types.FileSystemWatcher(pattern) for pattern in _WATCHED]
            watching = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            registrations.append(_registration(types.WORKSPACE_DID_CHANGE_WATCHED_FILES, watching))
        if client.registers_configuration:
            section = types.DidChangeConfigurationRegistrationOptions(SECTION)
            registrations.append(_registration(types.WORKSPACE_DID_CHANGE_CONFIGURATION, section))
        if registrations:
            wanted = types.RegistrationParams(registrations)
            with suppress(JsonRpcException):  # an editor that won't listen is served all the same
                await server.client_register_capability_async(wanted)
        if client.asks_back and await ask_for_settings(server):
            server.renew()
        server.survey.schedule()


def _listen_to_texts(server: SpeechlintServer) -> None:
    session, publisher = server.session, server.publisher

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: types.DidOpenTextDocumentParams) -> None:
        session.documents.open(params.text_document, session.unit)
        publisher.schedule(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(params: types.DidChangeTextDocumentParams) -> None:
        change = session.documents.change(params)
        if change is not None:
            session.crossings.follow(*change)
            publisher.schedule(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def did_save(params: types.DidSaveTextDocumentParams) -> None:
        server.survey.schedule()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        if session.documents.close(uri):
            session.analyst.forget(uri)
            publisher.clear(uri)


def _listen_to_settings(server: SpeechlintServer) -> None:
    session = server.session

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def did_change_configuration(params: types.DidChangeConfigurationParams) -> None:
        client = session.client
        changed = (
            await ask_for_settings(server) if client.asks_back else session.prefer(params.settings)
        )
        if changed:
            server.renew()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def did_change_watched_files(params: types.DidChangeWatchedFilesParams) -> None:
        session.forget_settings()
        server.renew()

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    async def did_change_folders(params: types.DidChangeWorkspaceFoldersParams) -> None:
        session.change_folders(params.event)
        server.renew()
        if session.client.asks_back and await ask_for_settings(server):
            server.renew()


def _registration(method: str, options: object) -> types.Registration:
    return types.Registration(f"speechlint {method}", method, options)
