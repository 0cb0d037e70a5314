"""The text of a Word document, as the linter reads it."""

from __future__ import annotations

import pytest

from speechlint.readers.docx import WordSource, compose, read_docx, read_stories
from speechlint.source import Span
from tests.word.drafts import docx, numbered, numbering, paragraph, run, wrap
from tests.word.drafts import level as list_level


def read(body: str, **parts: str) -> WordSource:
    source = read_docx("讲话稿.docx", docx(body, parts))
    whole = compose(source.package, read_stories(source.package))
    assert (whole.text, whole.automatic) == (source.text, source.automatic)
    return source


def text_of(body: str, **parts: str) -> str:
    return read(body, **parts).text


def field(instruction: str, result: str, data: str = "") -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def control(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def styles(*definitions: str) -> str:
    return wrap("styles", "".join(definitions))


def style(identifier: str, content: str, kind: str = "paragraph", name: str = "") -> str:
    return (
        f'<w:style w:type="{kind}" w:styleId="{identifier}">'
        f'<w:name w:val="{name or identifier}"/>{content}</w:style>'
    )


def test_paragraphs_are_lines_and_runs_join() -> None:
    body = (
        paragraph("在全市", run("工作会议", "<w:b/>"), "上的讲话")
        + paragraph()
        + paragraph("同志们：")
    )
    assert text_of(body) == "在全市工作会议上的讲话\n\n同志们：\n"


def test_signs_have_characters() -> None:
    content = "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/></w:r>"
    assert text_of(paragraph(content)) == "甲\t乙\n丙\u2011\n"


def test_symbols_of_picture_fonts_are_no_text() -> None:
    content = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:char="2714"/></w:r>'
    assert text_of(paragraph(content)) == "✔\n"


def test_space_counts_only_where_it_is_kept() -> None:
    content = (
        '<w:r><w:t>\n  一、提高 </w:t></w:r><w:r><w:t xml:space="preserve"> 认识\t </w:t></w:r>'
    )
    assert text_of(paragraph(content)) == "一、提高 认识  \n"


def test_table_cells_are_read_row_by_row() -> None:
    def cell(*texts: str) -> str:
        return f"<w:tc><w:tcPr/>{''.join(map(paragraph, texts))}</w:tc>"

    inner = f"<w:tbl><w:tr>{cell('里')}</w:tr></w:tbl>"
    deleted = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('删去的行')}</w:tr>"
    table = (
        f"<w:tbl><w:tr>{cell('甲', '乙')}{cell('丙')}</w:tr>{deleted}"
        f"<w:tr><w:tc>{inner}{paragraph('丁')}</w:tc></w:tr></w:tbl>"
    )
    assert text_of(paragraph("前") + table + paragraph("后")) == "前\n甲\n乙\n丙\n里\n丁\n后\n"


def test_text_box_follows_its_paragraph_and_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('框里')}</w:txbxContent>"
    content = (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert (
        text_of(paragraph("前半", content, "后半") + paragraph("下段")) == "前半后半\n框里\n下段\n"
    )


def test_tracked_changes() -> None:
    body = paragraph(
        "保留",
        f'<w:ins w:id="1">{run("新增")}</w:ins>',
        '<w:del w:id="2"><w:r><w:delText>删去</w:delText></w:r></w:del>',
        f'<w:moveFrom w:id="3">{run("移走")}</w:moveFrom>',
        f'<w:moveTo w:id="4">{run("移来")}</w:moveTo>',
    )
    assert text_of(body) == "保留新增移来\n"


def test_deleted_paragraph_mark_joins_lines() -> None:
    deleted = "<w:rPr><w:del/></w:rPr>"
    body = paragraph("一、提高", properties=deleted) + paragraph("认识") + paragraph("下段")
    assert text_of(body) == "一、提高认识\n下段\n"


def test_deleted_paragraph_takes_no_number() -> None:
    mark = "<w:rPr><w:del/></w:rPr>"
    list_place = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    deleted = "<w:del><w:r><w:delText>乙</w:delText></w:r></w:del>"
    gone = paragraph(deleted, properties=list_place + mark)
    lists = numbering([list_level(0, "chineseCounting", "%1、")])
    assert text_of(numbered("甲") + gone + numbered("丙"), numbering=lists) == "一、甲\n二、丙\n"


def test_hidden_text_is_not_read() -> None:
    known = styles(
        style("Secret", "<w:rPr><w:vanish/></w:rPr>", kind="character"),
        style("Note", "<w:rPr><w:vanish/></w:rPr>"),
        style("Child", '<w:basedOn w:val="Note"/>'),
    )
    body = (
        paragraph("看得见", run("藏", "<w:vanish/>"), run("显", '<w:vanish w:val="0"/>'))
        + paragraph(run("藏", '<w:rStyle w:val="Secret"/>'), "在")
        + paragraph("整段藏", properties='<w:pStyle w:val="Child"/>')
    )
    assert text_of(body, styles=known) == "看得见显\n在\n\n"


def test_hidden_paragraph_leaves_no_line() -> None:
    hidden = paragraph(run("藏", "<w:vanish/>"), properties="<w:rPr><w:vanish/></w:rPr>")
    assert text_of(paragraph("前") + hidden + paragraph("后")) == "前\n后\n"


def test_hidden_mark_runs_a_heading_into_its_text() -> None:
    heading = paragraph("一、提高认识。", properties="<w:rPr><w:vanish/><w:specVanish/></w:rPr>")
    assert text_of(heading + paragraph("要学习。")) == "一、提高认识。要学习。\n"


def test_field_results_are_text_and_instructions_are_not() -> None:
    nested = field("IF", field("DATE", run("里")) + run("外"))
    assert text_of(paragraph("共", field(" PAGE ", run("3")), "页", nested)) == "共3页里外\n"


def test_table_of_contents_is_passed_over() -> None:
    contents = (
        paragraph(
            "<w:r><w:fldChar w:fldCharType='begin'/></w:r>",
            "<w:r><w:instrText> TOC \\o </w:instrText></w:r>",
            "<w:r><w:fldChar w:fldCharType='separate'/></w:r>",
            "一、提高认识 1",
        )
        + paragraph("二、抓好落实 2")
        + paragraph("<w:r><w:fldChar w:fldCharType='end'/></w:r>")
    )
    assert "提高" not in text_of(contents + paragraph("正文"))
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    whole = control(paragraph("目录") + contents, gallery)
    assert text_of(whole + paragraph("正文")) == "正文\n"


def test_unfilled_form_field_is_a_blank() -> None:
    data = "<w:ffData><w:textInput/></w:ffData>"
    empty = field(" FORMTEXT ", run("\u2002\u2002\u2002\u2002\u2002"), data)
    filled = field(" FORMTEXT ", run("幸福县"), data)
    found = read(paragraph("我代表", empty, "和", filled, "表示感谢"))
    assert found.text == "我代表____和幸福县表示感谢\n"
    assert found.automatic == (Span(3, 7),)


def test_unfilled_content_control_is_a_blank() -> None:
    unfilled = "<w:showingPlcHdr/>"
    body = (
        paragraph("同志们，", control(run("单击此处输入文字"), unfilled), "你好")
        + control(paragraph("请选择日期"), unfilled)
        + paragraph(control(run("姓名"), unfilled), "和", control("", unfilled))
        + paragraph(control(run("填好了的")))
    )
    assert text_of(body) == "同志们，________你好\n_____\n姓名____和____\n填好了的\n"


def test_underlined_space_is_a_blank() -> None:
    underlined = '<w:u w:val="single"/>'
    body = paragraph("时间", run("    ", underlined), "月", run(" ", underlined), "日", "    ")
    assert text_of(body) == "时间____月 日    \n"


def test_headings_are_known_by_style() -> None:
    known = styles(
        style("a3", "", name="Title"),
        style("1", "", name="heading 1"),
        style("11", '<w:basedOn w:val="1"/>', name="我的标题"),
        style("p", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', name="正文"),
    )
    body = (
        paragraph("题目", properties='<w:pStyle w:val="a3"/>')
        + paragraph("一、甲", properties='<w:pStyle w:val="11"/>')
        + paragraph("（一）乙", properties='<w:outlineLvl w:val="1"/>')
        + paragraph("正文", properties='<w:pStyle w:val="p"/>')
    )
    found = read(body, styles=known)
    headings = [(line.span.of(found.text), line.level) for line in found.headings]
    assert headings == [("题目", 0), ("一、甲", 1), ("（一）乙", 2)]


def test_comments_have_their_passages() -> None:
    comments = wrap(
        "comments",
        f'<w:comment w:id="4" w:author="李">{paragraph("请核实")}{paragraph("数据")}</w:comment>'
        f'<w:comment w:id="5" w:author="王">{paragraph("整段")}</w:comment>',
    )
    body = (
        '<w:commentRangeStart w:id="5"/>'
        + paragraph(
            "增长",
            '<w:commentRangeStart w:id="4"/>',
            "8%",
            '<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>',
        )
        + '<w:commentRangeEnd w:id="5"/>'
    )
    found = read(body, comments=comments)
    passages = [(one.span.of(found.text), one.author, one.text) for one in found.comments]
    assert passages == [("增长8%\n", "王", "整段"), ("8%", "李", "请核实\n数据")]


def test_ruby_stays_out() -> None:
    spelling = f"<w:rt>{run('yíng')}</w:rt><w:rubyBase>{run('盈')}</w:rubyBase>"
    ruby = f"<w:r><w:ruby>{spelling}</w:ruby></w:r>"
    assert text_of(paragraph("正文", ruby, "完")) == "正文盈完\n"


def test_strict_dialect_is_read() -> None:
    transitional = docx(paragraph("一、提高认识"))
    assert read_docx("讲话稿.docx", _strict(transitional)).text == "一、提高认识\n"


def _strict(content: bytes) -> bytes:
    import io
    import zipfile

    from tests.word.drafts import archive

    with zipfile.ZipFile(io.BytesIO(content)) as source:
        files = {name: source.read(name) for name in source.namelist()}
    old = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    new = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    return archive({name: data.replace(old, new) for name, data in files.items()})


def test_every_character_leads_to_its_element() -> None:
    body = paragraph(
        "在", run("全市", "<w:b/>"), "<w:r><w:tab/><w:t>  会议 </w:t></w:r>"
    ) + paragraph("同志们")
    found = read(body)
    for piece in found.composition.pieces:
        held = piece.element.text
        if held is not None:
            length = piece.end - piece.start
            assert held[piece.offset : piece.offset + length] == found.text[piece.start : piece.end]
    covered = sum(piece.end - piece.start for piece in found.composition.pieces)
    assert covered == len(found.text) - found.text.count("\n")


@pytest.mark.parametrize("depth", [50, 120])
def test_deep_nesting_is_read(depth: int) -> None:
    body = "<w:sdt><w:sdtContent>" * depth + paragraph("里") + "</w:sdtContent></w:sdt>" * depth
    assert text_of(body) == "里\n"
