"""The outline of a draft in an editor: symbols, folding, selections."""

import pytest
from lsprotocol import types
from pytest_lsp import LanguageClient

from tests.server.editor import Buffer

pytestmark = pytest.mark.asyncio(loop_scope="session")

DRAFT = (
    "在𠮷安推进会上的讲话\r\n\r\n同志们：\r\n"
    "一、提高认识\r\n"
    "（一）认清形势。\u2028😀发展不等人，改革不停步。干部要先行。\r\n"
    "（二）认清任务。\r\n"
    "一是明确分工，责任到人。二是明确时限😀，倒排工期。\r\n"
    "\r\n"
    "二、抓好落实\r\n"
    "谢谢大家！\r\n"
)


def names(symbols: list[types.DocumentSymbol]) -> list[object]:
    """The names of symbols, each with those under it."""
    return [[one.name, names(list(one.children or ()))] for one in symbols]


async def ask_symbols(buffer: Buffer) -> list[types.DocumentSymbol]:
    params = types.DocumentSymbolParams(buffer.name)
    found = await buffer.client.text_document_document_symbol_async(params)
    return [one for one in found or () if isinstance(one, types.DocumentSymbol)]


async def test_symbols_are_the_numbering_tree(client: LanguageClient) -> None:
    buffer = Buffer(client, DRAFT).open()
    symbols = await ask_symbols(buffer)
    tasks = [["一是明确分工，责任到人", []], ["二是明确时限😀，倒排工期", []]]
    first = ["一、提高认识", [["（一）认清形势", []], ["（二）认清任务", tasks]]]
    assert names(symbols) == [["在𠮷安推进会上的讲话", [first, ["二、抓好落实", []]]]]
    (title,) = symbols
    assert title.selection_range == buffer.range("在𠮷安推进会上的讲话")
    first_section = next(iter(title.children or ()))
    second = list(first_section.children or ())[1]
    assert second.selection_range == buffer.range("（二）认清任务")
    inner = list(second.children or ())[1]
    assert inner.range == buffer.range("二是明确时限😀，倒排工期。")


async def test_symbols_without_a_tree(pushed: LanguageClient) -> None:
    buffer = Buffer(pushed, DRAFT).open()
    params = types.DocumentSymbolParams(buffer.name)
    found = await pushed.text_document_document_symbol_async(params) or ()
    flat = [one for one in found if isinstance(one, types.SymbolInformation)]
    assert len(flat) == len(found)
    assert flat[2].name == "（一）认清形势"
    assert flat[2].container_name == "一、提高认识"


async def test_sections_fold(client: LanguageClient) -> None:
    buffer = Buffer(client, DRAFT).open()
    found = await client.text_document_folding_range_async(types.FoldingRangeParams(buffer.name))
    lines = {(one.start_line, one.end_line) for one in found or ()}
    assert lines == {(3, 6), (5, 6), (8, 9)}


async def test_selections_grow(client: LanguageClient) -> None:
    buffer = Buffer(client, DRAFT).open()
    params = types.SelectionRangeParams(buffer.name, [buffer.at("改革", 1)])
    (found,) = await client.text_document_selection_range_async(params) or ()
    ranges = []
    step: types.SelectionRange | None = found
    while step is not None:
        ranges.append(step.range)
        step = step.parent
    wanted = [
        "改革不停步。",
        "\u2028😀发展不等人，改革不停步。",
        "（一）认清形势。\u2028😀发展不等人，改革不停步。干部要先行。",
        DRAFT[DRAFT.index("（一）") : DRAFT.index("\r\n\r\n二、")],
        DRAFT[DRAFT.index("一、") : DRAFT.index("\r\n\r\n二、")],
        DRAFT[DRAFT.index("一、") : DRAFT.rindex("\r\n")],
        DRAFT[: DRAFT.rindex("\r\n")],
        DRAFT,
    ]
    assert ranges == [buffer.range(part) for part in wanted]


async def test_selections_anywhere_nest(client: LanguageClient) -> None:
    buffer = Buffer(client, DRAFT).open()
    offsets = (n for n in range(len(DRAFT) + 1) if DRAFT[n - 1 : n + 1] != "\r\n")
    positions = [buffer.place(offset) for offset in offsets]
    params = types.SelectionRangeParams(buffer.name, positions)
    found = await client.text_document_selection_range_async(params) or ()
    assert len(found) == len(positions)
    for position, one in zip(positions, found, strict=True):
        step: types.SelectionRange | None = one
        inner = types.Range(position, position)
        while step is not None:
            assert step.range.start <= inner.start
            assert inner.end <= step.range.end
            assert step.parent is None or step.parent.range != step.range
            inner, step = step.range, step.parent
