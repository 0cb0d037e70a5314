"""Edits of the text of a Word document."""

from __future__ import annotations

import io
import zipfile

import docx as python_docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.diagnostic import Edit
from speechlint.readers.docx import WordSource, read_docx
from speechlint.source import Span
from speechlint.word import apply_edits
from tests.word.drafts import docx, level, numbered, numbering, paragraph, run, wrap

BOLD = "<w:b/>"


def source_of(body: str, **parts: str) -> WordSource:
    return read_docx("讲话稿.docx", docx(body, parts))


def change(source: WordSource, *replacements: tuple[str, str]) -> tuple[WordSource, str]:
    """Replace passages, and give the document with its XML; nothing may be refused."""
    edits = [_edit(source, old, new) for old, new in replacements]
    result = apply_edits(source, edits)
    assert result.refused == ()
    return read_docx("讲话稿.docx", result.content), parts_of(result.content)["word/document.xml"]


def _edit(source: WordSource, old: str, new: str) -> Edit:
    start = source.text.index(old)
    return Edit(Span(start, start + len(old)), new)


def refuses(source: WordSource, edit: Edit) -> bool:
    result = apply_edits(source, [edit])
    if result.refused:
        assert result.refused == (edit,)
        assert result.content == source.package.content
    return bool(result.refused)


def parts_of(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_edit_inside_a_run_keeps_its_format() -> None:
    source = source_of(paragraph("一是", run("狠抓落实不放松", BOLD), "。"))
    edited, xml = change(source, ("落实", "落地"))
    assert edited.text == "一是狠抓落地不放松。\n"
    assert run("狠抓落地不放松", BOLD) in xml


def test_edit_over_runs_stays_in_the_first_it_changes() -> None:
    source = source_of(paragraph("甲乙", run("丙丁", BOLD), run("戊己", "<w:i/>")))
    edited, xml = change(source, ("乙丙丁戊", "一二三"))
    assert edited.text == "甲一二三己\n"
    assert run("甲一二三") in xml
    assert "丙丁" not in xml
    assert run("己", "<w:i/>") in xml


def test_edit_touches_no_more_than_it_changes() -> None:
    source = source_of(paragraph(run("（一）", BOLD), "、", run("提高认识", "<w:i/>")))
    edited, xml = change(source, ("（一）、提高", "（一）提高"))
    assert edited.text == "（一）提高认识\n"
    assert run("（一）", BOLD) + run("提高认识", "<w:i/>") in xml


def test_insertion_takes_the_format_of_what_is_left_of_it() -> None:
    source = source_of(paragraph(run("一、提高认识", BOLD), "我们要学习。"))
    edited, xml = change(source, ("认识我们", "认识。我们"))
    assert edited.text == "一、提高认识。我们要学习。\n"
    assert run("一、提高认识。", BOLD) in xml


def test_insertion_at_the_ends_of_lines() -> None:
    source = source_of(paragraph("甲") + paragraph() + paragraph("乙", "<w:r><w:tab/></w:r>"))
    edits = [
        Edit(Span(0, 0), "前"),
        Edit(Span(1, 1), "后"),
        Edit(Span(2, 2), "空"),
        Edit(Span(5, 5), "尾"),
    ]
    result = apply_edits(source, edits)
    assert result.refused == ()
    assert read_docx("a.docx", result.content).text == "前甲后\n空\n乙\t尾\n"


def test_fields_bookmarks_and_revisions_survive() -> None:
    around = (
        '<w:bookmarkStart w:id="1" w:name="b"/>',
        f'<w:ins w:id="2" w:author="李">{run("增长**", BOLD)}</w:ins>',
        '<w:bookmarkEnd w:id="1"/>',
        '<w:del w:id="3"><w:r><w:delText>下降</w:delText></w:r></w:del>',
        '<w:fldSimple w:instr="PAGE"><w:r><w:t>3</w:t></w:r></w:fldSimple>',
    )
    source = source_of(paragraph("同比", *around, "。"))
    edited, xml = change(source, ("增长**", "增长八"), ("。", "！"))
    assert edited.text == "同比增长八3！\n"
    expected = "".join(around).replace("**", "八")
    assert expected in xml


def test_emptied_runs_go_and_space_is_kept() -> None:
    source = source_of(
        paragraph("甲", run("##paid##", BOLD), " 乙") + paragraph("<w:r><w:t> 丙丁 </w:t></w:r>")
    )
    edited, xml = change(source, ("##paid##", ""), ("丁", " "))
    assert edited.text == "甲 乙\n丙 \n"
    assert BOLD not in xml


def test_tabs_and_line_breaks_can_be_deleted() -> None:
    source = source_of(
        paragraph("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>")
    )
    edited, xml = change(source, ("\t", ""), ("乙\n丙", "丁"))
    assert edited.text == "甲丁\n"
    assert "w:tab" not in xml
    assert "w:br" not in xml


@pytest.mark.parametrize("old", ["二、", "二", "、抓", "，\n二、"])
def test_numbers_that_word_draws_are_left_alone(old: str) -> None:
    lists = numbering([level(0, "chineseCounting", "%1、")])
    source = source_of(numbered("学习，") + numbered("抓落实"), numbering=lists)
    assert refuses(source, _edit(source, old, "三"))


def test_nothing_goes_ahead_of_a_drawn_number() -> None:
    lists = numbering([level(0, "chineseCounting", "%1、")])
    source = source_of(numbered("学习") + numbered(""), numbering=lists)
    assert refuses(source, Edit(Span(0, 0), "甲"))
    assert refuses(source, Edit(Span(1, 1), "甲"))
    result = apply_edits(source, [Edit(Span(2, 2), "再"), Edit(Span(7, 7), "落实")])
    assert result.refused == ()
    assert read_docx("a.docx", result.content).text == "一、再学习\n二、落实\n"


@pytest.mark.parametrize("new", ["甲\n乙", "\t", "\x07", "\ud842", "\ufffe"])
def test_what_no_run_can_hold_is_refused(new: str) -> None:
    assert refuses(source_of(paragraph("一二三")), Edit(Span(1, 2), new))


def test_overlapping_edits_are_not_mixed() -> None:
    source = source_of(paragraph("一二三四"))
    early, late = Edit(Span(0, 3), "甲"), Edit(Span(2, 4), "乙")
    result = apply_edits(source, [early, late])
    assert result.refused == (early,)
    assert read_docx("a.docx", result.content).text == "一二乙\n"


def test_whole_lines_can_be_deleted() -> None:
    marked = '<w:bookmarkStart w:id="1" w:name="b"/>'
    body = paragraph("甲") + paragraph(marked, "小编整理") + paragraph("如若转载") + paragraph("乙")
    source = source_of(body)
    edited, xml = change(source, ("小编整理\n如若转载\n", ""))
    assert edited.text == "甲\n乙\n"
    assert f"{paragraph('甲')}{marked}{paragraph('乙')}" in xml
    edited, _ = change(source, ("\n乙", ""))
    assert edited.text == "甲\n小编整理\n如若转载\n"


def test_lines_with_something_precious_stay() -> None:
    picture = "<w:r><w:drawing/></w:r>"
    section = "<w:sectPr/>"
    note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    for line in (
        paragraph("乙", picture),
        paragraph("乙", properties=section),
        paragraph("乙", note),
    ):
        source = source_of(paragraph("甲") + line + paragraph("丙"))
        assert refuses(source, Edit(Span(2, 4), ""))


def test_cells_keep_a_paragraph() -> None:
    cell = f"<w:tc><w:tcPr/>{paragraph('甲')}{paragraph('乙')}</w:tc>"
    source = source_of(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>{paragraph('丙')}")
    assert refuses(source, Edit(Span(0, 4), ""))
    assert refuses(source, Edit(Span(0, 6), ""))
    edited, _ = change(source, ("甲\n", ""))
    assert edited.text == "乙\n丙\n"


def test_lines_cannot_be_joined_by_an_edit() -> None:
    source = source_of(paragraph("甲乙") + paragraph("丙"))
    assert refuses(source, Edit(Span(2, 3), ""))
    assert refuses(source, Edit(Span(1, 3), ""))
    assert refuses(source, Edit(Span(0, 5), "丁"))


def test_both_copies_of_a_text_box_are_edited() -> None:
    box = f"<w:txbxContent>{paragraph('框里**字')}</w:txbxContent>"
    content = (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    edited, xml = change(source_of(paragraph("文", content)), ("**", "有"))
    assert edited.text == "文\n框里有字\n"
    assert xml.count("框里有字") == 2
    assert "**" not in xml


def test_all_other_parts_stay_byte_by_byte() -> None:
    stream = io.BytesIO()
    document = python_docx.Document()
    document.add_heading("在工作会议上的讲话", 0)
    document.add_paragraph("同志们：")
    document.save(stream)
    source = read_docx("讲话稿.docx", stream.getvalue())
    result = apply_edits(source, [_edit(source, "同志们", "各位同志")])
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(io.BytesIO(result.content)) as new:
        assert old.namelist() == new.namelist()
        for name in old.namelist():
            assert (old.read(name) == new.read(name)) == (name != "word/document.xml")
            assert old.getinfo(name).date_time == new.getinfo(name).date_time
    reopened = python_docx.Document(io.BytesIO(result.content))
    assert [one.text for one in reopened.paragraphs] == ["在工作会议上的讲话", "各位同志："]


def test_no_edit_gives_the_same_bytes() -> None:
    source = source_of(paragraph("一二三"))
    assert apply_edits(source, []).content == source.package.content


RUNS = st.lists(st.text("甲乙 丙", min_size=1, max_size=4), max_size=4)


@given(st.lists(RUNS, min_size=1, max_size=4), st.data())
def test_edits_within_lines_do_what_they_say(lines: list[list[str]], data: st.DataObject) -> None:
    body = "".join(
        paragraph(*(run(text, BOLD if index % 2 else "") for index, text in enumerate(runs)))
        for runs in lines
    )
    source = source_of(body)
    ends = data.draw(st.lists(st.integers(0, len(source.text) - 1), max_size=8, unique=True))
    edits = []
    expected = source.text
    pairs = sorted(ends)
    for start, end in reversed(list(zip(pairs[::2], pairs[1::2], strict=False))):
        if "\n" in source.text[start:end]:
            continue
        new = data.draw(st.text("丁 戊", max_size=3))
        edits.append(Edit(Span(start, end), new))
        expected = expected[:start] + new + expected[end:]
    result = apply_edits(source, edits)
    assert result.refused == ()
    assert read_docx("讲话稿.docx", result.content).text == expected


def test_blanks_can_be_filled_in() -> None:
    source = source_of(paragraph("于", run("    ", '<w:u w:val="single"/>'), "月召开"))
    edited, xml = change(source, ("____", "三"))
    assert edited.text == "于三月召开\n"
    assert run("三", '<w:u w:val="single"/>') in xml


def test_formulas_are_left_alone() -> None:
    maths = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    formula = f'<m:oMath xmlns:m="{maths}"><m:r><m:t>x+y</m:t></m:r></m:oMath>'
    source = source_of(paragraph("设", formula, "为产量"), styles=wrap("styles", ""))
    assert source.text == "设x+y为产量\n"
    assert refuses(source, Edit(Span(1, 2), "z"))
