"""Footnotes and endnotes: checked, and kept apart from the draft they belong to."""

from __future__ import annotations

import pytest

from speechlint.checks.pattern import Pattern
from speechlint.draft import Draft
from speechlint.linter import lint
from speechlint.readers.docx import read_docx
from speechlint.reports.html.marking import mark_lines
from speechlint.settings import Settings
from speechlint.source import Span
from speechlint.statistics import measure
from speechlint.syntax import parse
from tests.word.drafts import docx, numbered, numbering, paragraph, wrap
from tests.word.drafts import level as list_level
from tests.word.noted import draft, note, plain, reference


def test_notes_follow_the_draft_with_their_numbers() -> None:
    source = draft(note(2, "见附件。"), note(1, "指一套班子、一个方案。", "县委文件有规定。"))
    body = source.body.of(source.text)
    assert body == plain().text
    notes = [one.span.of(source.text) for one in source.notes]
    assert notes == ["[1] 指一套班子、一个方案。\n县委文件有规定。", "[2] 见附件。"]
    assert source.text == body + "\n".join(notes) + "\n"
    assert [body[: one.place][-2:] for one in source.notes] == ["机制", "效。"]


def test_outline_and_figures_are_those_of_the_draft_alone() -> None:
    notes = note(1, "一、四个一是指：", "三、一个专班。"), note(2, "讲五点意见。")
    source, alone = draft(*notes), plain()
    assert parse(source) == parse(alone)
    assert measure(source, parse(source)) == measure(alone, parse(alone))
    assert lint(source) == lint(alone) == []
    assert Draft(source, parse(source)).text == alone.text


def test_last_paragraph_is_that_of_the_draft() -> None:
    """A note that breaks off is none of the draft's business, and hides nothing of its end."""
    source = draft(note(1, "这一机制，由"))
    assert lint(source) == []
    body = paragraph("关于防汛工作的汇报") + paragraph(reference(1), "各乡镇要抓紧。") * 3
    body += paragraph("要全面排查隐患，做到")
    notes = wrap("footnotes", note(1, "见附件。"))
    cut = read_docx("汇报.docx", docx(body, {"footnotes": notes}))
    [found] = lint(cut, Settings(select=("CMP006",)))
    assert found.span.of(cut.text) == "做到"


def test_page_sets_notes_apart() -> None:
    source = draft(note(1, "指一套班子。", "县委文件有规定。"), note(2, "见附件。"))
    lines = list(mark_lines(source, parse(source), [], []))
    assert [line.role for line in lines[-4:]] == ["", "note", "note", "note"]


@pytest.mark.parametrize(
    ("text", "code", "passage"),
    [
        ("由**县委农办牵头。", "PLH001", "**"),
        ("截至20XX年底的数字。", "PLH003", "20XX年底"),
        ("全文请见网站，如若转载，请注明出处。", "RES002", None),
        ("见《县委文件第三号。", "PUN001", "《"),
        ("截止目前的数字。", "WRD001", "截止"),
        ("由县委农办牵头，，各乡镇配合。", "PUN003", "，，"),
        ("由____负责。", "PLH004", "____"),
    ],
)
def test_what_the_reader_would_hand_out_is_found(text: str, code: str, passage: str | None) -> None:
    source = draft(note(1, "指一套班子。"), note(2, text))
    [found] = lint(source)
    assert found.code == code
    assert source.notes[1].span.holds(found.span.start)
    assert passage is None or found.span.of(source.text) == passage
    assert source.position(found.span.start).line == 10


def test_marks_are_paired_within_a_note() -> None:
    source = draft(note(1, "见《县委文件。"), note(2, "见县政府文件》。"))
    found = [one.span.of(source.text) for one in lint(source)]
    assert found == ["《", "》"]


def test_one_finding_for_the_marks_of_all_notes() -> None:
    source = draft(note(1, "指班子,方案,制度。"), note(2, "见文件,附件,附表,附图。"))
    [found] = lint(source)
    assert found.code == "PUN002"
    assert found.fix is not None
    assert len(found.fix.edits) == 5
    assert found.span.start > source.body.end


def test_nothing_is_found_across_the_draft_and_a_note() -> None:
    source = draft(note(1, "见附件一，由县委农办负责"), note(2, "见附件二"))
    across = Pattern(any_of=("谢谢[^。]*附件一", "负责[^。]*附件二", "附件一[^。]*负责"))
    found = across.run(Draft(source, parse(source)))
    assert [one.span.of(source.text) for one in found] == ["附件一，由县委农办负责"]


def test_spans_that_join_the_draft_and_a_note() -> None:
    body = paragraph("以下几项工作，", reference(1))
    notes = f'<w:footnote w:id="1">{paragraph("由县委农办负责，")}</w:footnote>'
    notes += f'<w:footnote w:id="2">{paragraph("，见附件")}</w:footnote>'
    body += paragraph(reference(2))
    source = read_docx("讲话稿.docx", docx(body, {"footnotes": wrap("footnotes", notes)}))
    first, second = (one.span for one in source.notes)
    assert source.joins(Span(source.body.end - 2, first.start + 1))
    assert source.joins(Span(first.start, second.start + 1))
    assert not source.joins(first)
    assert not source.joins(second)
    assert not source.joins(source.body)


def test_numbers_are_written_as_word_draws_them() -> None:
    circles = '<w:footnotePr><w:numFmt w:val="decimalEnclosedCircle"/></w:footnotePr>'
    body = paragraph("甲", reference(3), "乙", reference(7, "endnote"), reference(5))
    parts = {
        "footnotes": wrap("footnotes", note(3, "子") + note(5, "丑") + note(9, "没人用")),
        "endnotes": wrap("endnotes", note(7, "寅", kind="endnote")),
    }
    text = read_docx("讲话稿.docx", docx(f"{body}<w:sectPr>{circles}</w:sectPr>", parts)).text
    assert text == "甲乙\n[①] 子\n[②] 丑\n[i] 寅\n"
    settings = wrap("settings", '<w:endnotePr><w:numFmt w:val="upperRoman"/></w:endnotePr>')
    text = read_docx("讲话稿.docx", docx(body, {**parts, "settings": settings})).text
    assert text == "甲乙\n[1] 子\n[2] 丑\n[I] 寅\n"


def test_sign_of_the_writer_is_no_text() -> None:
    """The asterisk of a note is no placeholder, neither in the draft nor in the note."""
    body = paragraph("我县", reference(1, mark="*"), "的工作。")
    content = paragraph("* 指统计口径。")
    notes = wrap("footnotes", f'<w:footnote w:id="1">{content}</w:footnote>')
    source = read_docx("讲话稿.docx", docx(body, {"footnotes": notes}))
    assert source.text == "我县的工作。\n* 指统计口径。\n"
    assert lint(source) == []


def test_lists_in_notes_are_numbered_by_themselves() -> None:
    lists = numbering([list_level(0, "chineseCounting", "%1、")])
    body = numbered("甲") + paragraph("正文", reference(1)) + numbered("乙")
    inner = f'<w:footnote w:id="1">{numbered("子")}{numbered("丑")}</w:footnote>'
    parts = {"footnotes": wrap("footnotes", inner), "numbering": lists}
    source = read_docx("讲话稿.docx", docx(body, parts))
    assert source.text == "一、甲\n正文\n二、乙\n[1]一、子\n二、丑\n"


def test_deleted_reference_takes_its_note_along() -> None:
    deleted = f'<w:del w:id="3">{reference(1)}</w:del>'
    notes = wrap("footnotes", note(1, "由**县负责。"))
    source = read_docx("讲话稿.docx", docx(paragraph("正文", deleted), {"footnotes": notes}))
    assert source.text == "正文\n"


def test_unended_field_of_the_draft_does_not_swallow_the_notes() -> None:
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    notes = wrap("footnotes", note(1, "见附件。"))
    body = paragraph("正文", reference(1), field)
    assert read_docx("a.docx", docx(body, {"footnotes": notes})).text == "正文\n[1] 见附件。\n"
