"""Drafts that are copies of others in the folders: found, shown where they are, or not at all."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pytest_lsp import LanguageClient

from speechlint.server.lines import Unit
from speechlint.server.session import Session
from speechlint.server.workspace import FolderDrafts
from tests.server.editor import Buffer, capabilities, connect
from tests.tasks import TASKS

BODY = "\r\n同志们：\r\n今天的会议，主要是部署农业工作。\r\n" + "".join(
    f"{number}要{task}。\r\n" for number, task in zip("一二三四五六七八", TASKS, strict=True)
)
TITLE = "在全县𠮷农业工作会议上的讲话"
COPIED = "在全市😀农业工作会议上的讲话"
ORIGINAL = f"{TITLE}\r\n{BODY}谢谢大家！\r\n"
COPY = f"\r\n{COPIED}\r\n{BODY}谢谢大家！\r\n"

FIRST, SECOND = "一月.txt", "二月.txt"

Report = types.WorkspaceFullDocumentDiagnosticReport


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in ((FIRST, ORIGINAL), (SECOND, COPY)):
        (tmp_path / name).write_bytes(text.encode())
    return tmp_path


@asynccontextmanager
async def editor_in(folder: Path, *, pulls: bool = True) -> AsyncIterator[LanguageClient]:
    workspace = types.WorkspaceFolder(folder.as_uri(), "稿")
    params = types.InitializeParams(
        capabilities("utf-16", pulls=pulls), locale="zh-cn", workspace_folders=[workspace]
    )
    async with connect(params) as client:
        yield client


def buffer_of(client: LanguageClient, path: Path) -> Buffer:
    return Buffer(client, path.read_bytes().decode(), path.as_uri())


async def ask_for_all(client: LanguageClient) -> dict[str, Report]:
    report = await client.workspace_diagnostic_async(types.WorkspaceDiagnosticParams([]))
    return {one.uri: one for one in report.items if isinstance(one, Report)}


def copy_in(items: Sequence[types.Diagnostic]) -> types.Diagnostic | None:
    return next((one for one in items if one.code == "DUP002"), None)


def other_of(diagnostic: types.Diagnostic) -> types.Location:
    (related,) = diagnostic.related_information or ()
    return related.location


@pytest.mark.asyncio
async def test_a_copy_is_found_in_a_file_that_is_not_open(folder: Path) -> None:
    async with editor_in(folder) as client:
        original, copy = (buffer_of(client, folder / name) for name in (FIRST, SECOND))
        reports = await ask_for_all(client)
        assert copy_in(reports[original.uri].items) is None
        found = copy_in(reports[copy.uri].items)
        assert found is not None
        assert found.severity is types.DiagnosticSeverity.Warning
        assert found.range == copy.range(COPIED)
        assert other_of(found) == types.Location(original.uri, original.range(TITLE))
        assert f"与 {FIRST} 有" in found.message


@pytest.mark.asyncio
async def test_in_an_open_document_it_stays_at_its_place(folder: Path) -> None:
    async with editor_in(folder) as client:
        original, copy = (buffer_of(client, folder / name).open() for name in (FIRST, SECOND))
        assert "DUP002" not in await copy.diagnostics()
        refreshed = client.diagnostic_refresh_count
        await ask_for_all(client)
        assert client.diagnostic_refresh_count == refreshed + 1
        found = (await copy.diagnostics())["DUP002"]
        assert found.range == copy.range(COPIED)
        assert other_of(found) == types.Location(original.uri, original.range(TITLE))

        first = await copy.pull()
        copy.replace("今天的会议", "今天这个会")
        same = await copy.pull(first.result_id)
        assert isinstance(same, types.RelatedUnchangedDocumentDiagnosticReport)
        copy.replace(COPIED, f"\r\n{COPIED}")
        # Replacing the title by itself touched it: what was known of it is dropped.
        assert "DUP002" not in await copy.diagnostics()
        await ask_for_all(client)
        assert (await copy.diagnostics())["DUP002"].range == copy.range(COPIED)

        start = types.Range(types.Position(0, 0), types.Position(0, 0))
        copy.send(types.TextDocumentContentChangePartial(start, "（𠮷稿）\r\n"))
        copy.text = f"（𠮷稿）\r\n{copy.text}"
        original.send(types.TextDocumentContentChangePartial(start, "\r\n"))
        original.text = f"\r\n{original.text}"
        found = (await copy.diagnostics())["DUP002"]
        assert found.range == copy.range(COPIED)
        assert other_of(found).range == original.range(TITLE)

        original.replace(TITLE, "在全县会议上的讲话")
        assert (await copy.diagnostics())["DUP002"].related_information is None
        copy.send(types.TextDocumentContentChangeWholeDocument(copy.text))
        assert "DUP002" not in await copy.diagnostics()


@pytest.mark.asyncio
async def test_it_goes_with_its_reason(folder: Path) -> None:
    async with editor_in(folder) as client:
        copy = buffer_of(client, folder / SECOND).open()
        await ask_for_all(client)
        assert "DUP002" in await copy.diagnostics()
        # Opened with another text than its file had, nothing is known of it.
        copy.close()
        copy.text = copy.text.replace("\r\n", "\n")
        copy.open()
        assert "DUP002" not in await copy.diagnostics()
        await ask_for_all(client)
        assert "DUP002" in await copy.diagnostics()
        (folder / FIRST).unlink()
        await ask_for_all(client)
        assert "DUP002" not in await copy.diagnostics()


@pytest.mark.asyncio
async def test_it_can_be_ignored(folder: Path) -> None:
    async with editor_in(folder) as client:
        copy = buffer_of(client, folder / SECOND).open()
        await ask_for_all(client)
        found = (await copy.diagnostics())["DUP002"]
        actions = await copy.actions(found.range, found)
        assert "DUP002：看这条规则" in actions
        ignored = await copy.act(actions["这一段不查 DUP002"])
        directive = "<!-- speechlint: ignore[DUP002] -->\r\n"
        assert ignored == COPY.replace(COPIED, directive + COPIED)
        copy.send(types.TextDocumentContentChangeWholeDocument(ignored))
        await ask_for_all(client)
        assert not {"DUP002", "SUP001"} & set(await copy.diagnostics())


@pytest.mark.asyncio
@pytest.mark.parametrize("pulls", [False, True], ids=["told", "asking for one"])
async def test_an_editor_that_never_asks_for_all(folder: Path, *, pulls: bool) -> None:
    async with editor_in(folder, pulls=pulls) as client:
        copy = buffer_of(client, folder / SECOND).open()

        async def codes() -> set[object]:
            if pulls:
                return set(await copy.diagnostics())
            return {one.code for one in client.diagnostics.get(copy.uri, ())}

        while "DUP002" not in await codes():
            await asyncio.sleep(0.05)
        (folder / FIRST).unlink()
        client.text_document_did_save(types.DidSaveTextDocumentParams(copy.name))
        while "DUP002" in await codes():
            await asyncio.sleep(0.05)
        assert set(client.diagnostics) <= {copy.uri}


@pytest.mark.asyncio
async def test_the_answer_comes_bit_by_bit_where_that_is_wanted(folder: Path) -> None:
    for number in range(45):
        (folder / f"讲话{number}.txt").write_text(f"同志们：\n{'**县' * number}", encoding="utf-8")
    async with editor_in(folder) as client:
        # The client of the tests knows of no partial results.
        steps: list[types.ProgressParams] = []
        client.protocol.fm.features[types.PROGRESS] = steps.append
        await ask_for_all(client)
        params = types.WorkspaceDiagnosticParams(
            [], partial_result_token="bits", work_done_token="work"
        )
        report = await client.workspace_diagnostic_async(params)
        assert list(report.items) == []
        bits: list[int] = []
        kinds: list[object] = []
        for step in steps:
            assert isinstance(step.value, dict)
            if step.token == "bits":
                bits.append(len(step.value["items"]))
            else:
                kinds.append(step.value["kind"])
        assert (len(bits), sum(bits)) == (3, 47)
        assert kinds == ["begin", "report", "report", "end"]


@pytest.mark.asyncio
async def test_looking_at_all_can_be_given_up(folder: Path) -> None:
    for number in range(300):
        (folder / f"讲话{number}.txt").write_text(ORIGINAL + str(number), encoding="utf-8")
    async with editor_in(folder) as client:
        buffer = buffer_of(client, folder / SECOND).open()
        asked = client.protocol.send_request(
            types.WORKSPACE_DIAGNOSTIC, types.WorkspaceDiagnosticParams([]), msg_id="all"
        )
        client.protocol.notify("$/cancelRequest", types.CancelParams("all"))
        with pytest.raises(JsonRpcException, match="cancel"):
            await asyncio.wrap_future(asked)
        assert "DUP002" not in await buffer.diagnostics()
        assert len(await ask_for_all(client)) == 302


def test_nobodys_home_is_gone_through_unasked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    for folder, at_home in (("", True), ("home", True), ("home/稿", False), ("稿", False)):
        session = Session(print)
        workspace = types.WorkspaceFolder((tmp_path / folder).as_uri(), "稿")
        params = types.InitializeParams(capabilities(), workspace_folders=[workspace])
        session.begin(params, Unit.UTF_16)
        assert FolderDrafts(session, print).lie_at_home is at_home


def test_a_root_without_folders_is_none(tmp_path: Path) -> None:
    """Kate gives one: the user's home."""
    session = Session(print)
    params = types.InitializeParams(
        capabilities(), root_uri=tmp_path.as_uri(), workspace_folders=[]
    )
    session.begin(params, Unit.UTF_16)
    assert session.workplace.folders == []
