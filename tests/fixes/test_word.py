"""Fixing Word documents."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from speechlint.errors import SourceError
from speechlint.fixes import Fixed, content_of, fix_source, replace_file
from speechlint.linter import make_linter
from speechlint.readers import read, read_bytes, rewrites
from speechlint.settings import Settings
from tests.word.drafts import docx, level, numbered, numbering, paragraph, run

LINTER = make_linter(Settings(select=("NUM",)))


def fixed(content: bytes) -> Fixed:
    source = read_bytes("讲话稿.docx", content)
    return fix_source(source, LINTER.examine(source), LINTER.examine, unsafe=True)


TYPED = docx(
    paragraph(run("一、", "<w:b/>"), "提高认识")
    + paragraph("要学习文件。")
    + paragraph(run("三、", "<w:b/>"), "抓好落实")
    + paragraph("要细化措施。")
)


def test_numbers_are_mended_in_their_runs() -> None:
    after = fixed(TYPED)
    assert after.source.text == "一、提高认识\n要学习文件。\n二、抓好落实\n要细化措施。\n"
    assert after.codes == ("NUM001",)
    assert after.settled
    with zipfile.ZipFile(io.BytesIO(content_of(after.source))) as archive:
        assert run("二、", "<w:b/>") in archive.read("word/document.xml").decode()
    assert read_bytes("讲话稿.docx", content_of(after.source)).text == after.source.text


def test_what_word_draws_is_left_alone() -> None:
    """Drawn numbers go 一、 三、 because the second list begins at 3: no edit can change that."""
    lists = numbering(
        [level(0, "chineseCounting", "%1、")],
        ["", '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>'],
    )
    body = (
        numbered("提高认识")
        + paragraph("要学习文件。")
        + numbered("抓好落实", 0, 2)
        + paragraph("要细化措施。")
    )
    content = docx(body, {"numbering": lists})
    source = read_bytes("讲话稿.docx", content)
    assert [one.code for one in LINTER.examine(source).diagnostics] == ["NUM001"]
    after = fixed(content)
    assert content_of(after.source) == content
    assert after.codes == ()
    assert after.settled


def test_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "讲话稿.docx"
    path.write_bytes(TYPED)
    before = read(path)
    after = fix_source(before, LINTER.examine(before), LINTER.examine, unsafe=True)
    replace_file(before, after.source, TYPED)
    assert read(path).text == after.source.text


def test_old_formats_cannot_be_written() -> None:
    from speechlint.readers.docx import read_docx

    assert rewrites("讲话稿.docx")
    assert not rewrites("讲话稿.doc")
    source = read_docx("讲话稿.doc", TYPED, converted=True)
    assert fix_source(source, LINTER.examine(source), LINTER.examine, unsafe=True).source is source
    with pytest.raises(SourceError, match="old format"):
        content_of(source)
