"""What the outline of a Word document takes from the document."""

from __future__ import annotations

from speechlint.readers.docx import read_docx
from speechlint.syntax import parse
from tests.word.drafts import docx, level, numbered, numbering, paragraph, wrap

TITLE = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
LONG = (
    "在全县深化改革扩大开放推进高质量发展暨重点项目建设、招商引资、优化营商环境工作会议上的讲话"
    "（根据录音整理，供内部参阅，请勿外传）。"
)


def test_title_is_known_by_its_style_whatever_it_looks_like() -> None:
    plain = paragraph("内部资料") + paragraph(LONG) + paragraph("（2026年3月5日）")
    assert _title(plain) == "内部资料"
    styled = plain.replace("<w:p>", '<w:p><w:pPr><w:pStyle w:val="T"/></w:pPr>', 2)
    styled = styled.replace('<w:pPr><w:pStyle w:val="T"/></w:pPr>', "", 1)
    assert _title(styled) == LONG


def _title(first_lines: str) -> str:
    body = first_lines + paragraph("同志们：") + paragraph("今天的会议很重要。")
    source = read_docx("讲话稿.docx", docx(body, {"styles": wrap("styles", TITLE)}))
    [document] = parse(source).documents
    assert document.title is not None
    return document.title.of(source.text)


def test_drawn_numbers_are_markers_that_no_edit_can_change() -> None:
    lists = numbering([level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）")])
    body = (
        paragraph("同志们：")
        + numbered("提高认识")
        + numbered("深学细悟", 1)
        + numbered("知行合一", 1)
        + paragraph("三、抓好落实")
    )
    source = read_docx("讲话稿.docx", docx(body, {"numbering": lists}))
    [document] = parse(source).documents
    found = [
        (item.marker.span.of(source.text), item.marker.ordinal, item.marker.automatic)
        for one in document.all_lists()
        for item in one.items
    ]
    assert sorted(found) == sorted(
        [("一、", 1, True), ("（一）", 1, True), ("（二）", 2, True), ("三、", 3, False)]
    )
