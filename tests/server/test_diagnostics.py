"""What an editor is told of a draft, wherever it counts columns from."""

import asyncio
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lsprotocol import types
from pytest_lsp import LanguageClient

from tests.server.editor import Buffer

pytestmark = pytest.mark.asyncio(loop_scope="session")

# A letter and a picture beyond U+FFFF, lines that end as in Windows, and line separators that
# end no line.
DRAFT = (
    "在全市重点工作推进会上的讲话\r\n\r\n同志们：\r\n"
    "今天，我讲三点意见。\r\n"
    "一、提高认识😀\u2028，办好𠮷祥路改造，学习**县经验\r\n"
    "二、压实责任\x0b\x85，一是明确分工。二是明确时限。四是明确标准。\r\n"
    "四、抓好落实\r\n"
    "谢谢大家！\r\n"
)


async def test_findings_stand_where_they_are(client: LanguageClient) -> None:
    buffer = Buffer(client, DRAFT).open()
    found = await buffer.diagnostics()
    assert found["PLH001"].range == buffer.range("**")
    assert found["PLH001"].severity is types.DiagnosticSeverity.Error
    assert found["PLH001"].source == "speechlint"
    assert "填" in found["PLH001"].message


async def test_a_finding_names_its_partner_and_its_page(client: LanguageClient) -> None:
    buffer = Buffer(client, DRAFT.replace("四是", "五是")).open()
    report = await buffer.pull()
    assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
    (inner,) = (one for one in report.items if one.range == buffer.range("五是"))
    assert inner.related_information is not None
    (partner,) = inner.related_information
    assert partner.location == types.Location(buffer.uri, buffer.range("二是"))
    assert inner.code_description is not None
    page = Path(unquote(urlsplit(inner.code_description.href).path))
    assert page.read_text(encoding="utf-8").startswith("# NUM001 sequence-gap\n")


async def test_findings_follow_what_is_typed(client: LanguageClient) -> None:
    buffer = Buffer(client, DRAFT).open()
    assert "PLH001" in await buffer.diagnostics()
    buffer.replace("**县", "𠮷𠮷县")
    assert "PLH001" not in await buffer.diagnostics()
    buffer.replace("明确时限", "明确×县时限😀")
    found = await buffer.diagnostics()
    assert "PLH002" in found
    buffer.replace("四、抓好落实\r\n", "三、抓好😀\n落实\n四、抓好**落实\r")
    found = await buffer.diagnostics()
    assert found["PLH001"].range == buffer.range("**")
    buffer.send(types.TextDocumentContentChangeWholeDocument(""))
    assert await buffer.diagnostics() == {}


async def test_several_changes_refer_to_one_another(client: LanguageClient) -> None:
    buffer = Buffer(client, DRAFT).open()
    first = types.TextDocumentContentChangePartial(buffer.range("😀\u2028"), "𠮷")
    buffer.text = buffer.text.replace("😀\u2028", "𠮷")
    second = types.TextDocumentContentChangePartial(buffer.range("经验"), "××")
    buffer.text = buffer.text.replace("经验", "××")
    buffer.send(first, second)
    report = await buffer.pull()
    assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
    assert buffer.range("××") in [one.range for one in report.items]


async def test_what_has_not_changed_is_not_sent_again(client: LanguageClient) -> None:
    buffer = Buffer(client, DRAFT).open()
    first = await buffer.pull()
    again = await buffer.pull(first.result_id)
    assert isinstance(again, types.RelatedUnchangedDocumentDiagnosticReport)
    assert again.result_id == first.result_id
    buffer.replace("谢谢大家！", "谢谢各位！")
    assert isinstance(
        await buffer.pull(first.result_id), types.RelatedUnchangedDocumentDiagnosticReport
    )
    buffer.replace("同志们：", "同志们：\r\n")
    moved = await buffer.pull(first.result_id)
    assert isinstance(moved, types.RelatedFullDocumentDiagnosticReport)
    assert moved.result_id != first.result_id


async def test_changes_on_their_way_supersede_what_was_asked(client: LanguageClient) -> None:
    buffer = Buffer(client, DRAFT).open()
    params = types.DocumentDiagnosticParams(buffer.name)
    asked = [client.text_document_diagnostic(params) for _ in range(3)]
    buffer.replace("**县", "××县")
    asked.append(client.text_document_diagnostic(params))
    reports = await asyncio.gather(*map(asyncio.wrap_future, asked))
    assert isinstance(reports[-1], types.RelatedFullDocumentDiagnosticReport)
    assert "PLH002" in {one.code for one in reports[-1].items}


@pytest.mark.parametrize(
    ("text", "language_id"),
    [
        ("def mark():\n    return 1\n", "plaintext"),
        ("# 说明\n\n今天下雨，路上没有人。\n", "markdown"),
        ("同志們、東京へようこそ。これはペンです。\n1. ひとつ\n3. みっつ\n", "plaintext"),
        ("Dear all:\n1. one\n3. three\n", "plaintext"),
        (DRAFT, "python"),
        ("", "plaintext"),
    ],
    ids=["code", "no structure", "japanese", "english", "another language", "nothing"],
)
async def test_other_texts_are_left_alone(
    client: LanguageClient, text: str, language_id: str
) -> None:
    buffer = Buffer(client, text, "file:///nowhere/draft").open(language_id)
    assert await buffer.diagnostics() == {}
    buffer.close()


async def test_what_a_text_without_a_name_is_taken_for_is_a_guess(client: LanguageClient) -> None:
    for guess in ("ini", "cobol"):
        assert "NUM001" in await Buffer(client, DRAFT).open(guess).diagnostics()


async def test_markdown_is_read_as_such(client: LanguageClient) -> None:
    text = "# 在推进会上的讲话\n\n同志们：\n\n- 一、**提高认识**\n- 三、抓好落实\n"
    plain = Buffer(client, text).open()
    marked = Buffer(client, text).open("markdown")
    assert "NUM001" in await marked.diagnostics()
    assert await plain.diagnostics() != await marked.diagnostics()


async def test_a_document_that_is_not_open_has_nothing(client: LanguageClient) -> None:
    buffer = Buffer(client, DRAFT)
    assert await buffer.diagnostics() == {}
    buffer.open()
    assert await buffer.diagnostics()
    buffer.close()
    assert await buffer.diagnostics() == {}


async def test_an_editor_that_does_not_ask_is_told(pushed: LanguageClient) -> None:
    buffer = Buffer(pushed, DRAFT).open()
    await pushed.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    (mask,) = (one for one in pushed.diagnostics[buffer.uri] if one.code == "PLH001")
    assert mask.range == buffer.range("**")
    assert mask.related_information is not None or mask.code_description is None
    assert mask.message.isascii() or "filled" in mask.message
    buffer.replace("**县", "𠮷县")
    # Nothing is cleared until there is something new to say.
    assert pushed.diagnostics[buffer.uri]
    await pushed.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    assert "PLH001" not in [one.code for one in pushed.diagnostics[buffer.uri]]
    buffer.close()
    await pushed.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    assert list(pushed.diagnostics[buffer.uri]) == []


async def test_one_message_for_a_burst_of_changes(pushed: LanguageClient) -> None:
    buffer = Buffer(pushed, DRAFT).open()
    await pushed.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    sent: list[types.PublishDiagnosticsParams] = []
    for number in range(20):
        buffer.replace("谢谢大家" if number == 0 else f"谢谢{number - 1}", f"谢谢{number}")
    while not sent or sent[-1].version != buffer.version:
        sent.append(await pushed.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS))
    assert len(sent) < 5
