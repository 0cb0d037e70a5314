"""Findings as comments of a Word document."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

import docx as python_docx
import pytest

from speechlint.diagnostic import Applicability, Diagnostic, Edit, Fix, Related, Severity
from speechlint.readers.docx import WordSource, read_docx
from speechlint.source import Span
from speechlint.word import annotate
from tests.word.drafts import archive, docx, level, numbered, numbering, paragraph, run, wrap
from tests.word.test_edit import parts_of


def source_of(body: str, **parts: str) -> WordSource:
    return read_docx("讲话稿.docx", docx(body, parts))


def finding(span: Span, message: str = "缺了“二、”") -> Diagnostic:
    return Diagnostic("NUM001", "sequence-gap", Severity.ERROR, message, span)


def at(source: WordSource, passage: str) -> Diagnostic:
    start = source.text.index(passage)
    return finding(Span(start, start + len(passage)), f"关于“{passage}”")


def passages(source: WordSource, diagnostics: list[Diagnostic]) -> list[str]:
    """The text that each comment is on, once the document was annotated and read again."""
    annotated = read_docx("讲话稿.docx", annotate(source, diagnostics))
    assert annotated.text == source.text
    assert len(annotated.comments) == len(diagnostics)
    return [comment.span.of(annotated.text) for comment in annotated.comments]


def test_comment_says_rule_problem_and_remedy() -> None:
    source = source_of(paragraph("一、学习") + paragraph("三、落实"))
    diagnostic = Diagnostic(
        "NUM001",
        "sequence-gap",
        Severity.ERROR,
        "缺了“二、”",
        Span(5, 7),
        (Related(Span(0, 4), "前一条在这里"), Related(Span(0, 2), "前一条是“一、”")),
        Fix(Applicability.UNSAFE, (Edit(Span(5, 6), "二"),)),
    )
    [comment] = read_docx("a.docx", annotate(source, [diagnostic])).comments
    assert comment.author == "speechlint"
    assert comment.text.splitlines() == [
        "NUM001 sequence-gap（错误）",
        "缺了“二、”",
        "“一、学习”：前一条在这里",
        "前一条是“一、”",
        "可改（请核对）：“三” → “二”",
    ]
    [comment] = read_docx("a.docx", annotate(source, [diagnostic], "en")).comments
    assert comment.text.splitlines()[0] == "NUM001 sequence-gap (error)"
    assert comment.text.splitlines()[-1] == "Fix (please check): “三” → “二”"


def test_comments_have_the_date_they_are_given() -> None:
    source = source_of(paragraph("一、学习"))
    dated = annotate(source, [at(source, "学习")], when=datetime(2026, 3, 5, 20, 15))
    assert 'w:date="2026-03-05T20:15:00Z"' in parts_of(dated)["word/comments.xml"]
    assert "w:date" not in parts_of(annotate(source, [at(source, "学习")]))["word/comments.xml"]


def test_comment_is_on_the_passage_inside_a_run() -> None:
    source = source_of(paragraph("要求", run("三、抓好落实", "<w:b/>"), "。") + paragraph("完"))
    assert passages(source, [at(source, "三、")]) == ["三、"]
    assert passages(source, [at(source, "求三、抓好落")]) == ["求三、抓好落"]
    assert passages(source, [at(source, "落实。\n完")]) == ["落实。\n完"]


def test_comments_may_overlap() -> None:
    source = source_of(paragraph("一二三四五六"))
    found = [at(source, "一二三四"), at(source, "三"), at(source, "三四五六"), at(source, "三")]
    assert sorted(passages(source, found)) == sorted(["一二三四", "三", "三", "三四五六"])


def test_format_and_everything_else_stay() -> None:
    body = paragraph("甲", run("乙丙丁", "<w:b/>"), '<w:bookmarkStart w:id="1" w:name="b"/>')
    source = source_of(body, styles=wrap("styles", ""))
    old, new = parts_of(source.package.content), parts_of(annotate(source, [at(source, "丙")]))
    assert {name for name in new if new[name] != old.get(name)} == {
        *("word/document.xml", "word/comments.xml"),
        *("[Content_Types].xml", "word/_rels/document.xml.rels"),
    }
    xml = new["word/document.xml"]
    for text in "乙丙丁":
        assert run(text, "<w:b/>").replace("</w:r>", "").partition("<w:t")[0] in xml
    assert '<w:bookmarkStart w:id="1" w:name="b"/>' in xml


def test_second_run_replaces_the_comments_of_the_first() -> None:
    source = source_of(paragraph("一、学习") + paragraph("三、落实"))
    once = annotate(source, [at(source, "三、"), at(source, "学习")])
    again = read_docx("讲话稿.docx", once)
    assert parts_of(annotate(again, [at(again, "三、"), at(again, "学习")])) == parts_of(once)
    fewer = read_docx("讲话稿.docx", annotate(again, [at(again, "落实")]))
    assert [one.text.splitlines()[1] for one in fewer.comments] == ["关于“落实”"]
    assert parts_of(fewer.package.content)["word/document.xml"].count("commentReference") == 1
    none = read_docx("讲话稿.docx", annotate(fewer, []))
    assert none.comments == ()
    assert "comment" not in parts_of(none.package.content)["word/document.xml"]


def test_nothing_found_leaves_the_bytes_alone() -> None:
    source = source_of(paragraph("一、学习"))
    assert annotate(source, []) == source.package.content


def reviewed() -> WordSource:
    """A document with a reader's comment, and that reader's answer to one of ours."""
    w14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    w15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'

    def comment(identifier: int, author: str, text: str) -> str:
        inner = f'<w:p w14:paraId="0000000{identifier}"><w:r><w:t>{text}</w:t></w:r></w:p>'
        return f'<w:comment w:id="{identifier}" w:author="{author}" {w14}>{inner}</w:comment>'

    comments = comment(3, "李", "核实") + comment(4, "speechlint", "旧") + comment(5, "李", "已改")
    extended = (
        f'<w15:commentsEx {w15}><w15:commentEx w15:paraId="00000003" w15:done="0"/>'
        '<w15:commentEx w15:paraId="00000004" w15:done="0"/>'
        '<w15:commentEx w15:paraId="00000005" w15:paraIdParent="00000004"/></w15:commentsEx>'
    )
    marks = "".join(
        f'<w:commentRangeStart w:id="{one}"/>{run("甲" * one)}<w:commentRangeEnd w:id="{one}"/>'
        f'<w:r><w:commentReference w:id="{one}"/></w:r>'
        for one in (3, 4, 5)
    )
    parts = {"comments": wrap("comments", comments), "commentsExtended": extended}
    return source_of(paragraph(marks, "乙"), **parts)


def test_comments_of_readers_stay() -> None:
    source = reviewed()
    content = annotate(source, [at(source, "乙")])
    found = read_docx("讲话稿.docx", content).comments
    assert [(one.author, one.text.splitlines()[-1]) for one in found] == [
        ("李", "核实"),
        ("李", "已改"),
        ("speechlint", "关于“乙”"),
    ]
    extended = parts_of(content)["word/commentsExtended.xml"]
    assert '"00000004"' not in extended
    assert '"00000003"' in extended
    assert '"00000005"' in extended


def test_drawn_number_hands_its_comment_to_the_words_after_it() -> None:
    lists = numbering([level(0, "chineseCounting", "%1、")])
    body = numbered("提高认识，抓好落实") + numbered("")
    source = source_of(body, numbering=lists)
    assert passages(source, [at(source, "一、")]) == ["提高认识"]
    assert passages(source, [at(source, "二、")]) == [""]


def test_places_without_text() -> None:
    source = source_of(paragraph() + paragraph("在会上的讲话") + paragraph() + paragraph("同志们"))
    end = len(source.text)
    assert passages(source, [finding(Span(0, 0))]) == ["在会上的讲话"]
    assert passages(source, [finding(Span(1, 1))]) == ["在会上的讲话"]
    assert passages(source, [finding(Span(4, 4))]) == ["上"]
    assert passages(source, [finding(Span(8, 8))]) == ["在会上的讲话"]
    assert passages(source, [finding(Span(end, end))]) == ["们"]


@pytest.mark.parametrize("body", ["", paragraph(), "<w:tbl/>"])
def test_empty_documents(body: str) -> None:
    source = source_of(body)
    content = annotate(source, [finding(Span(0, 0))])
    assert read_docx("讲话稿.docx", content).text == source.text


def test_comments_stand_where_word_allows_them() -> None:
    box = f"<w:txbxContent>{paragraph('框里')}</w:txbxContent>"
    shape = f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>"
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = paragraph(
        "甲", shape, control.format(run("控件")), f'<w:ins w:id="9">{run("新增")}</w:ins>'
    )
    source = source_of(body + control.format(paragraph("整段")))
    found = [at(source, passage) for passage in ("框里", "控件", "增", "整段")]
    xml = parts_of(annotate(source, found))["word/document.xml"]
    assert "comment" not in xml[xml.index("<w:txbxContent>") : xml.index("</w:txbxContent>")]
    inline = xml[xml.index("<w:sdtContent>") : xml.index("</w:sdtContent>")]
    assert "comment" not in inline
    assert xml.count("<w:commentRangeStart") == xml.count("<w:commentReference") == 4


def test_document_of_python_docx_reads_the_comments() -> None:
    stream = io.BytesIO()
    document = python_docx.Document()
    document.add_paragraph("一、学习")
    document.add_paragraph("三、落实")
    document.save(stream)
    source = read_docx("讲话稿.docx", stream.getvalue())
    annotated = python_docx.Document(io.BytesIO(annotate(source, [at(source, "三、")])))
    [comment] = annotated.comments
    assert (comment.author, comment.text.splitlines()[1]) == ("speechlint", "关于“三、”")


def test_archive_without_relationships_of_the_main_part() -> None:
    files = parts_of(docx(paragraph("甲乙")))
    del files["word/_rels/document.xml.rels"]
    source = read_docx("讲话稿.docx", archive(files))
    assert passages(source, [at(source, "乙")]) == ["乙"]


def test_thousands_of_comments_in_one_run() -> None:
    source = source_of(paragraph("甲乙丙丁" * 2000))
    found = [finding(Span(4 * index, 4 * index + 2)) for index in range(2000)]
    assert set(passages(source, found)) == {"甲乙"}


def test_archive_is_whole() -> None:
    source = source_of(paragraph("甲乙"))
    with zipfile.ZipFile(io.BytesIO(annotate(source, [at(source, "乙")]))) as written:
        assert written.testzip() is None
        assert len(set(written.namelist())) == len(written.namelist())
