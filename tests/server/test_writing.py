"""What helps while writing: hover, inlay hints, completion."""

import pytest
from lsprotocol import types
from pytest_lsp import LanguageClient

from tests.server.editor import Buffer

pytestmark = pytest.mark.asyncio(loop_scope="session")

DRAFT = (
    "在𠮷安推进会上的讲话\r\n\r\n同志们：\r\n今天😀，我讲两点意见。\r\n"
    "一、提高认识\r\n"
    "（一）认清形势。😀\u2028一是看机遇。二是看挑战。\r\n"
    "二、抓好落实\r\n"
    "谢谢大家！\r\n"
)


async def hover(buffer: Buffer, part: str, after: int = 0) -> tuple[str, types.Range | None] | None:
    params = types.HoverParams(buffer.name, buffer.at(part, after))
    found = await buffer.client.text_document_hover_async(params)
    if found is None:
        return None
    assert isinstance(found.contents, types.MarkupContent)
    return found.contents.value, found.range


async def completions(buffer: Buffer, position: types.Position) -> dict[str, types.CompletionItem]:
    params = types.CompletionParams(buffer.name, position)
    found = await buffer.client.text_document_completion_async(params)
    assert isinstance(found, types.CompletionList)
    return {one.label: one for one in found.items}


async def test_hover_tells_where_a_marker_stands(client: LanguageClient) -> None:
    buffer = Buffer(client, DRAFT).open()
    found = await hover(buffer, "二是看挑战", 1)
    assert found is not None
    words, where = found
    assert "**一 › （一） › 二是**" in words
    assert "共 2 条，第 2 条" in words
    assert "6 字" in words
    assert where == buffer.range("二是")
    assert await hover(buffer, "看挑战") is None


async def test_hover_estimates_the_time(client: LanguageClient) -> None:
    body = "各部门要从早从紧抓好各项工作。" * 40
    buffer = Buffer(client, DRAFT.replace("二、抓好落实", f"二、抓好落实\r\n{body}")).open()
    found = await hover(buffer, "二、抓好")
    assert found is not None
    assert "611 字" in found[0]
    assert "约 2:35（每分钟 220 字）" in found[0]


async def test_hover_explains_a_rule_in_a_directive(client: LanguageClient) -> None:
    directive = "<!-- speechlint: ignore[PLH001, NUM001] 𠮷 -->\r\n"
    buffer = Buffer(client, DRAFT.replace("一、", directive + "一、", 1)).open()
    found = await hover(buffer, "NUM001", 2)
    assert found is not None
    assert found[0].startswith("# NUM001 sequence-gap")
    assert found[1] == buffer.range("NUM001")


async def test_hints_tell_how_many_follow(client: LanguageClient) -> None:
    buffer = Buffer(client, DRAFT).open()
    whole = types.Range(types.Position(0, 0), buffer.place(len(DRAFT)))
    params = types.InlayHintParams(buffer.name, whole)
    (hint,) = await client.text_document_inlay_hint_async(params) or ()
    assert hint.label == "⟶ 2"
    assert hint.position == buffer.at("意见。", 2)


async def test_hints_are_off_until_asked_for(pushed: LanguageClient) -> None:
    buffer = Buffer(pushed, DRAFT).open()
    whole = types.Range(types.Position(0, 0), buffer.place(len(DRAFT)))
    params = types.InlayHintParams(buffer.name, whole)
    assert not await pushed.text_document_inlay_hint_async(params)


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("", ["三、"]),
        ("三", ["三、"]),
        ("四", []),
        ("要看到", []),
        ("强化𠮷保障。", []),
    ],
)
async def test_the_next_marker_at_the_start_of_a_line(
    client: LanguageClient, line: str, offered: list[str]
) -> None:
    text = DRAFT.replace("二、抓好落实\r\n", f"二、抓好落实\r\n　　{line}\r\n")
    buffer = Buffer(client, text).open()
    position = buffer.at(f"　　{line}\r\n谢谢", 2 + len(line))
    found = await completions(buffer, position)
    assert list(found) == offered
    for item in found.values():
        assert isinstance(item.text_edit, types.TextEdit)
        assert item.text_edit.new_text == "三、"
        start = buffer.at(f"　　{line}\r\n谢谢", 2)
        assert item.text_edit.range == types.Range(start, position)


async def test_the_next_marker_inside_a_line(client: LanguageClient) -> None:
    buffer = Buffer(client, DRAFT).open()
    found = await completions(buffer, buffer.at("二是看挑战。", len("二是看挑战。")))
    assert list(found) == ["三是"]


async def test_inner_lists_are_offered_first(client: LanguageClient) -> None:
    buffer = Buffer(client, DRAFT.replace("二、抓好", "\r\n二、抓好")).open()
    found = await completions(buffer, buffer.at("\r\n二、抓好"))
    assert list(found) == ["（二）", "二、"]


@pytest.mark.parametrize(
    ("sign", "typed", "written"),
    [("## ", "", "## 三、"), ("## ", "## ", "三、"), ("- ", "", "- 三、"), ("", "", "三、")],
)
async def test_the_next_marker_in_markdown(
    client: LanguageClient, sign: str, typed: str, written: str
) -> None:
    lines = ("# 在推进会上的讲话", "同志们：", f"{sign}一、提高认识", f"{sign}二、抓好落实", typed)
    buffer = Buffer(client, "\n\n".join(lines)).open("markdown")
    (item,) = (await completions(buffer, buffer.place(len(buffer.text)))).values()
    assert item.label == "三、"
    assert isinstance(item.text_edit, types.TextEdit)
    assert item.text_edit.new_text == written


async def test_codes_and_verbs_in_a_directive(client: LanguageClient) -> None:
    line = "𠮷<!-- speechlint: ignore[PLH001, NUM"
    buffer = Buffer(client, DRAFT.replace("同志们：\r\n", f"同志们：\r\n{line}\r\n")).open()
    found = await completions(buffer, buffer.at(line, len(line)))
    assert {"NUM001", "CNT001"} <= set(found)
    item = found["NUM001"]
    assert isinstance(item.text_edit, types.TextEdit)
    assert item.text_edit.range == types.Range(
        buffer.at(line, len(line) - 3), buffer.at(line, len(line))
    )
    assert item.documentation is not None
    buffer.replace("ignore[PLH001, NUM", "")
    assert "ignore-file" in await completions(buffer, buffer.at("speechlint: ", 12))
