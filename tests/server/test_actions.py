"""What an editor offers to do about a finding, and what it does."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pytest_lsp import LanguageClient

from tests.server.editor import Buffer

pytestmark = pytest.mark.asyncio(loop_scope="session")

DRAFT = (
    "在全市重点工作推进会上的讲话\r\n\r\n同志们：\r\n"
    "今天讲几点意见。\r\n"
    "一、提高认识\r\n"
    "（一）、办好𠮷祥路改造。各部门要从早从紧抓好。\r\n"
    "（二）、修好😀大桥。各部门要从快从实抓好。\r\n"
    "二、压实责任\r\n"
    "三、强化保障\u2028到位\r\n"
    "三、抓好落实\r\n"
    "四、严明纪律\r\n"
    "谢谢大家！\r\n"
)


async def test_a_fix_is_offered_and_made(client: LanguageClient) -> None:
    buffer = Buffer(client, DRAFT).open()
    report = await buffer.pull()
    assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
    wrong = [one for one in report.items if one.code == "NUM009"]
    where = types.Range(buffer.at("（一）、"), buffer.at("（一）、"))
    actions = await buffer.actions(where, wrong[0])
    action = actions["NUM009：改 2 处"]
    assert isinstance(action, types.CodeAction)
    assert action.edit is None
    assert action.is_preferred
    assert list(action.diagnostics or ()) == [wrong[0]]
    assert await buffer.act(action) == DRAFT.replace("）、", "）")


async def test_what_the_editor_shows_but_is_gone_is_not_fixed(client: LanguageClient) -> None:
    buffer = Buffer(client, DRAFT).open()
    shown = (await buffer.diagnostics())["NUM009"]
    buffer.replace("今天讲几点意见。\r\n", "")
    actions = await buffer.actions(shown.range, shown)
    assert not any(title.startswith("NUM009") for title in actions)


async def test_what_the_editor_shows_elsewhere_is_found_by_the_range(
    client: LanguageClient,
) -> None:
    """Neovim 0.7 counts the columns of what it shows in bytes."""
    buffer = Buffer(client, DRAFT).open()
    shown = (await buffer.diagnostics())["NUM009"]
    at = buffer.range("（二）、")
    line = at.start.line
    shown.range = types.Range(types.Position(line, 0), types.Position(line, 90))
    assert "NUM009：改 2 处" not in await buffer.actions(at, shown)
    shown.range = types.Range(types.Position(line - 1, 0), types.Position(line - 1, 90))
    assert "NUM009：改 2 处" in await buffer.actions(buffer.range("（一）、"), shown)


async def test_an_action_is_not_done_to_a_later_version(client: LanguageClient) -> None:
    buffer = Buffer(client, DRAFT).open()
    actions = await buffer.actions(buffer.range("（一）、"))
    action = actions["NUM009：改 2 处"]
    assert isinstance(action, types.CodeAction)
    buffer.replace("同志们：", "各位同志：")
    with pytest.raises(JsonRpcException, match="changed"):
        await client.code_action_resolve_async(action)


async def test_all_safe_fixes_at_once(client: LanguageClient) -> None:
    buffer = Buffer(client, DRAFT).open()
    whole = types.Range(types.Position(0, 0), buffer.place(len(DRAFT)))
    actions = await buffer.actions(whole, only=["source.fixAll"])
    assert list(actions) == ["改正全部可放心改的（2 处）"]
    (action,) = actions.values()
    assert isinstance(action, types.CodeAction)
    assert action.kind == "source.fixAll.speechlint"
    assert await buffer.act(action) == DRAFT.replace("）、", "）")


async def test_only_kinds_that_are_wanted(client: LanguageClient) -> None:
    buffer = Buffer(client, DRAFT).open()
    where = buffer.range("（一）、")
    assert await buffer.actions(where, only=["source.organizeImports"]) == {}
    quick = await buffer.actions(where, only=["quickfix"])
    assert quick
    assert "改正全部可放心改的（2 处）" not in quick


async def test_renumbering_touches_only_its_own_list(client: LanguageClient) -> None:
    buffer = Buffer(client, DRAFT).open()
    actions = await buffer.actions(types.Range(*[buffer.at("压实责任")] * 2))
    after = await buffer.act(actions["重排这一组序号（改 2 处）"])
    expected = DRAFT.replace("四、严明", "五、严明").replace("三、抓好", "四、抓好")
    assert after == expected
    inner = await buffer.actions(types.Range(*[buffer.at("𠮷祥路")] * 2))
    assert not any(title.startswith("重排") for title in inner)


async def test_inserting_an_item_then_renumbering(client: LanguageClient) -> None:
    text = DRAFT.replace("三、抓好落实\r\n四、严明纪律", "四、抓好落实\r\n五、严明纪律")
    buffer = Buffer(client, text).open()
    buffer.replace("二、压实责任\r\n", "二、压实责任\r\n三、建好𠮷台账\r\n")
    actions = await buffer.actions(types.Range(*[buffer.at("建好")] * 2))
    after = await buffer.act(actions["重排这一组序号（改 3 处）"])
    lines = [line[:2] for line in after.split("\r\n") if line[1:2] == "、"]
    assert lines == ["一、", "二、", "三、", "四、", "五、", "六、"]
    assert "（一）、办好" in after


async def test_a_finding_is_ignored_by_a_directive(client: LanguageClient) -> None:
    buffer = Buffer(client, DRAFT).open()
    for code, part in (("NUM009", "（一）、"), ("NUM002", "三、抓好")):
        actions = await buffer.actions(types.Range(*[buffer.at(part)] * 2))
        after = await buffer.act(actions[f"这一段不查 {code}"])
        directive = f"<!-- speechlint: ignore[{code}] -->\r\n"
        assert after == DRAFT.replace(part, directive + part)
        changed = Buffer(client, after).open()
        found = await changed.pull()
        assert isinstance(found, types.RelatedFullDocumentDiagnosticReport)
        start = changed.at(part)
        assert (code, start) not in [(one.code, one.range.start) for one in found.items]


async def test_a_directive_that_is_there_takes_up_another_rule(client: LanguageClient) -> None:
    text = DRAFT.replace("（一）、", "<!-- speechlint: ignore[NUM013] -->\r\n（一）、")
    buffer = Buffer(client, text).open()
    actions = await buffer.actions(types.Range(*[buffer.at("（一）、")] * 2))
    after = await buffer.act(actions["这一段不查 NUM009"])
    assert after == text.replace("ignore[NUM013]", "ignore[NUM013, NUM009]")


async def test_the_page_of_a_rule_is_opened(client: LanguageClient) -> None:
    buffer = Buffer(client, DRAFT).open()
    actions = await buffer.actions(types.Range(*[buffer.at("（一）、")] * 2))
    action = actions["NUM009：看这条规则"]
    command = action.command if isinstance(action, types.CodeAction) else action
    assert isinstance(command, types.Command | types.CodeAction)
    shown = len(client.shown_documents)
    params = types.ExecuteCommandParams("speechlint.showRule", ["NUM009", buffer.uri])
    await client.workspace_execute_command_async(params)
    page = Path(unquote(urlsplit(client.shown_documents[shown].uri).path))
    assert "NUM009" in page.read_text(encoding="utf-8")


async def test_an_editor_that_cannot_ask_gets_edits_at_once(pushed: LanguageClient) -> None:
    buffer = Buffer(pushed, DRAFT).open()
    actions = await buffer.actions(buffer.range("（一）、"))
    action = actions["NUM009: change 2 places"]
    assert isinstance(action, types.CodeAction)
    assert action.edit is not None
    assert action.edit.document_changes is None
    assert buffer.edited(action.edit) == DRAFT.replace("）、", "）")
