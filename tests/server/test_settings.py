"""Which settings hold for a text in an editor, and what happens when they change."""

from pathlib import Path

import pytest
from lsprotocol import types
from pytest_lsp import LanguageClient

from speechlint.server.preferences import Preferences, read_preferences
from tests.server.editor import Buffer, capabilities, connect

DRAFT = (
    "在推进会上的讲话\n\n同志们：\n今天讲几点意见。\n"
    "一、学习**县经验\n各部门要对照先进找差距。\n"
    "三、抓好落实\n各单位要盯住进度。\n谢谢大家！\n"
)


def settings_at(folder: Path, words: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "speechlint.toml"
    path.write_text(words, encoding="utf-8")
    return path


def in_folder(client: LanguageClient, folder: Path, name: str = "讲话.txt") -> Buffer:
    return Buffer(client, DRAFT, (folder / name).as_uri())


@pytest.mark.asyncio
async def test_settings_of_files_folders_and_the_editor(tmp_path: Path) -> None:
    first, second, other = (tmp_path / name for name in ("甲", "乙", "丙"))
    configuration = settings_at(first, 'ignore = ["NUM"]\nexclude = ["旧稿"]\n')
    settings_at(second, 'language = "en"\n')
    other.mkdir()
    params = types.InitializeParams(
        capabilities(),
        locale="zh-cn",
        workspace_folders=[
            types.WorkspaceFolder(first.as_uri(), "甲"),
            types.WorkspaceFolder(second.as_uri(), "乙"),
        ],
    )
    async with connect(params) as client:
        mine = in_folder(client, first).open()
        assert set(await mine.diagnostics()) == {"PLH001"}
        assert await in_folder(client, first / "旧稿").open().diagnostics() == {}
        english = await in_folder(client, second).open().diagnostics()
        assert set(english) == {"NUM001", "PLH001"}
        assert "missing" in english["NUM001"].message
        # Outside any folder the plain settings hold; a text never saved is of the first folder.
        outside = in_folder(client, other).open()
        assert "缺" in (await outside.diagnostics())["NUM001"].message
        assert set(await Buffer(client, DRAFT).open().diagnostics()) == {"PLH001"}

        configuration.write_text("", encoding="utf-8")
        refreshed = client.diagnostic_refresh_count
        event = types.FileEvent(configuration.as_uri(), types.FileChangeType.Changed)
        client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
        assert set(await mine.diagnostics()) == {"NUM001", "PLH001"}
        assert client.diagnostic_refresh_count == refreshed + 1

        # The editor's own settings go first; null says nothing.
        client.set_configuration({"ignore": ["PLH"], "extendSelect": None}, section="speechlint")
        changed = types.DidChangeConfigurationParams(None)
        client.workspace_did_change_configuration(changed)
        while client.diagnostic_refresh_count == refreshed + 1:
            await outside.pull()
        assert set(await outside.diagnostics()) == {"NUM001"}

        # Settings that are wrong are told of once, and those before them stay.
        configuration.write_text('select = ["NIX"]\n', encoding="utf-8")
        client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
        assert set(await mine.diagnostics()) == {"NUM001"}
        mine.replace("同志们", "各位同志")
        assert set(await mine.diagnostics()) == {"NUM001"}
        assert [one.message for one in client.messages if "NIX" in one.message] == [
            client.messages[-1].message
        ]
        assert str(configuration) in client.messages[-1].message

        # A folder that goes takes its settings for new texts along.
        gone = types.WorkspaceFoldersChangeEvent(
            added=[], removed=[types.WorkspaceFolder(first.as_uri(), "甲")]
        )
        client.workspace_did_change_workspace_folders(types.DidChangeWorkspaceFoldersParams(gone))
        english = await Buffer(client, DRAFT).open().diagnostics()
        assert "missing" in english["NUM001"].message


@pytest.mark.asyncio
async def test_folders_with_settings_of_their_own(tmp_path: Path) -> None:
    first, second, third = (tmp_path / name for name in ("甲", "乙", "甲/丙"))
    for folder in (first, second, third):
        folder.mkdir()
        (folder / "放着.txt").write_text(DRAFT, encoding="utf-8")
    folders = [types.WorkspaceFolder(one.as_uri(), one.name) for one in (first, second)]
    params = types.InitializeParams(capabilities(), locale="zh-cn", workspace_folders=folders)
    async with connect(params, {"ignore": ["PLH"]}) as client:

        def prefer(values: dict[str, object], folder: Path) -> None:
            client.set_configuration(values, section="speechlint", scope_uri=folder.as_uri())

        async def settle() -> None:
            """Tell the server of a change, and wait until it has looked."""
            refreshed = client.diagnostic_refresh_count
            client.workspace_did_change_configuration(types.DidChangeConfigurationParams(None))
            while client.diagnostic_refresh_count == refreshed:
                await Buffer(client, "").pull()

        prefer({"extendSelect": ["CMP001"], "language": "en"}, first)
        prefer({"ignore": ["NUM"], "exclude": ["旧稿"], "inlayHints": True}, second)
        await settle()
        outside = in_folder(client, tmp_path).open()
        mine, other, inner = (in_folder(client, one).open() for one in (first, second, third))
        assert set(await outside.diagnostics()) == {"NUM001"}
        assert set(await other.diagnostics()) == {"PLH001"}
        assert set(await mine.diagnostics()) == {"NUM001", "PLH001"}
        assert "missing" in (await mine.diagnostics())["NUM001"].message
        # Patterns are relative to the folder.
        assert await in_folder(client, second / "旧稿").open().diagnostics() == {}
        counted = Buffer(client, DRAFT.replace("几点", "三点"), (second / "数.txt").as_uri()).open()
        for buffer, expected in ((counted, 1), (mine, 0)):
            whole = types.Range(types.Position(0, 0), buffer.place(len(buffer.text)))
            asked = types.InlayHintParams(buffer.name, whole)
            assert len(await client.text_document_inlay_hint_async(asked) or ()) == expected
        # Closed drafts are reported by the settings of their folder, each once.
        report = await client.workspace_diagnostic_async(types.WorkspaceDiagnosticParams([]))
        closed = {
            one.uri: {item.code for item in one.items}
            for one in report.items
            if isinstance(one, types.WorkspaceFullDocumentDiagnosticReport)
        }
        assert closed[(second / "放着.txt").as_uri()] == {"PLH001"}
        assert closed[(third / "放着.txt").as_uri()] == {"NUM001", "PLH001"}
        assert len(report.items) == len(closed)

        # A folder that comes is asked about; inside another one it has the last word.
        prefer({"ignore": ["NUM", "PLH"]}, third)
        added = types.WorkspaceFolder(third.as_uri(), "丙")
        event = types.WorkspaceFoldersChangeEvent(added=[added], removed=[])
        client.workspace_did_change_workspace_folders(types.DidChangeWorkspaceFoldersParams(event))
        while await inner.diagnostics():
            pass
        assert set(await mine.diagnostics()) == {"NUM001", "PLH001"}

        # What is wrong in one folder leaves it as it was, and the others alone.
        prefer({"ignore": ["PLH"]}, first)
        prefer({"ignroe": ["PLH"]}, second)
        await settle()
        assert set(await mine.diagnostics()) == {"NUM001"}
        assert set(await other.diagnostics()) == {"PLH001"}
        assert ["ignroe" in one.message for one in client.messages] == [True]


@pytest.mark.asyncio
async def test_settings_of_an_editor_that_is_not_asked(tmp_path: Path) -> None:
    """What such an editor tells of holds in all folders."""
    folder = types.WorkspaceFolder(tmp_path.as_uri(), "稿")
    params = types.InitializeParams(
        capabilities(pulls=False), locale="zh-cn", workspace_folders=[folder]
    )
    async with connect(params) as client:
        buffer = in_folder(client, tmp_path).open()
        await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        assert {one.code for one in client.diagnostics[buffer.uri]} == {"NUM001", "PLH001"}
        told = types.DidChangeConfigurationParams({"speechlint": {"ignore": ["PLH"]}})
        client.workspace_did_change_configuration(told)
        await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        assert {one.code for one in client.diagnostics[buffer.uri]} == {"NUM001"}


@pytest.mark.asyncio
async def test_the_whole_workspace_is_reported(tmp_path: Path) -> None:
    for name in ("开着.txt", "没开.md", "别的.py", "英文.txt"):
        words = "Dear all\n" if name == "英文.txt" else DRAFT
        (tmp_path / name).write_text(words, encoding="utf-8")
    (tmp_path / "国标.txt").write_bytes(DRAFT.encode("gb18030"))
    folder = types.WorkspaceFolder(tmp_path.as_uri(), "稿")
    params = types.InitializeParams(capabilities(), workspace_folders=[folder])
    async with connect(params) as client:
        buffer = in_folder(client, tmp_path, "开着.txt").open()
        buffer.replace("**县", "某县")

        async def ask(
            *before: types.PreviousResultId,
        ) -> dict[str, types.WorkspaceDocumentDiagnosticReport]:
            wanted = types.WorkspaceDiagnosticParams(list(before))
            report = await client.workspace_diagnostic_async(wanted)
            return {one.uri: one for one in report.items}

        found = await ask()
        codes = {
            Path(uri).name: {item.code for item in one.items}
            for uri, one in found.items()
            if isinstance(one, types.WorkspaceFullDocumentDiagnosticReport)
        }
        names = {Path(path.as_uri()).name: path.name for path in tmp_path.iterdir()}
        assert {names[name]: found for name, found in codes.items()} == {
            "开着.txt": {"NUM001"},
            "没开.md": {"NUM001", "PLH001"},
            "国标.txt": {"NUM001", "PLH001"},
            "英文.txt": set(),
        }
        assert found[buffer.uri].version == buffer.version
        before = [types.PreviousResultId(uri, one.result_id or "") for uri, one in found.items()]
        again = await ask(*before)
        unchanged = types.WorkspaceUnchangedDocumentDiagnosticReport
        assert all(isinstance(one, unchanged) for one in again.values())
        (tmp_path / "没开.md").unlink()
        left = await ask(*before)
        gone = left[(tmp_path / "没开.md").as_uri()]
        assert isinstance(gone, types.WorkspaceFullDocumentDiagnosticReport)
        assert list(gone.items) == []


@pytest.mark.asyncio
async def test_a_wrong_file_is_told_of_once(tmp_path: Path) -> None:
    """Some editors ask about all drafts every other second."""
    settings_at(tmp_path, 'select = ["NIX"]\n')
    (tmp_path / "讲话.txt").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "内").mkdir()
    settings_at(tmp_path / "内", "nix = 1\n")
    (tmp_path / "内" / "讲话.txt").write_text(DRAFT, encoding="utf-8")
    folder = types.WorkspaceFolder(tmp_path.as_uri(), "稿")
    params = types.InitializeParams(capabilities(), workspace_folders=[folder])
    async with connect(params) as client:
        for _ in range(3):
            await client.workspace_diagnostic_async(types.WorkspaceDiagnosticParams([]))
        told = [one.message for one in client.messages]
        assert len(told) == len(set(told)) > 0


@pytest.mark.asyncio
async def test_wrong_settings_of_the_editor_are_told_of() -> None:
    params = types.InitializeParams(
        capabilities(), locale="en", initialization_options={"ignroe": ["NUM"]}
    )
    async with connect(params) as client:
        assert "NUM001" in await Buffer(client, DRAFT).open().diagnostics()
        assert "ignroe" in client.messages[0].message


def test_keys_in_either_spelling() -> None:
    wanted = Preferences(inlay_hints=True, keys={"extend_select": ("CMP008",), "preview": True})
    given = {"inlayHints": True, "extendSelect": ["CMP008"], "preview": True, "genre": None}
    assert read_preferences(given) == wanted
    kebab = {"inlay-hints": True, "extend-select": ["CMP008"], "preview": True}
    assert read_preferences({"speechlint": kebab}) == wanted
    assert read_preferences(None) == Preferences()
