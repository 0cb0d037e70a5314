"""Footnotes and endnotes: checked, and kept apart from the draft they belong to."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, cast

import docx as python_docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from speechlint.checks.pattern import Pattern
from speechlint.diagnostic import Diagnostic, Severity
from speechlint.draft import Draft
from speechlint.fixes import content_of, fix_source
from speechlint.linter import lint, make_linter
from speechlint.readers import read_bytes
from speechlint.readers.docx import WordSource, read_docx
from speechlint.reports.html.marking import mark_lines
from speechlint.settings import Settings
from speechlint.source import Span
from speechlint.statistics import measure
from speechlint.syntax import parse
from speechlint.word import annotate
from tests.word.drafts import W, archive, docx, numbered, numbering, paragraph, run, wrap
from tests.word.drafts import level as list_level
from tests.word.libreoffice import convert, needs_libreoffice, print_with_comments, text_of_pdf
from tests.word.test_edit import parts_of

if TYPE_CHECKING:
    from docx.oxml.text.paragraph import CT_P

BODY = (
    paragraph("在全县乡村振兴工作会议上的讲话")
    + paragraph("同志们：")
    + paragraph("今天我们召开这次会议，部署全年工作。")
    + paragraph("一、提高认识")
    + paragraph("各级各部门要把思想统一到县委的部署上来。")
    + paragraph("二、抓好落实")
    + paragraph("要把“四个一”机制", "{1}", "落到实处，确保年底见效。", "{2}")
    + paragraph("谢谢大家！")
)


def reference(identifier: int, kind: str = "footnote", mark: str = "") -> str:
    custom = 'w:customMarkFollows="1" ' if mark else ""
    text = f"<w:t>{mark}</w:t>" if mark else ""
    return f'<w:r><w:{kind}Reference {custom}w:id="{identifier}"/>{text}</w:r>'


def note(identifier: int, *paragraphs: str, kind: str = "footnote") -> str:
    drawn = f"<w:r><w:{kind}Ref/></w:r>"
    first, *rest = paragraphs
    content = paragraph(drawn, f" {first}") + "".join(map(paragraph, rest))
    return f'<w:{kind} w:id="{identifier}">{content}</w:{kind}>'


SEPARATOR = (
    '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
)


def draft(*notes: str, **parts: str) -> WordSource:
    """The draft above, with its first footnotes referred to in two places."""
    body = BODY.replace(run("{1}"), reference(1)).replace(run("{2}"), reference(2))
    footnotes = wrap("footnotes", SEPARATOR + "".join(notes))
    return read_docx("讲话稿.docx", docx(body, {"footnotes": footnotes, **parts}))


def plain() -> WordSource:
    body = BODY.replace(run("{1}"), "").replace(run("{2}"), "")
    return read_docx("讲话稿.docx", docx(body))


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


# Comments


def test_comment_is_on_the_reference() -> None:
    source = draft(note(1, "指一套班子。"), note(2, "由**县委农办牵头。"))
    annotated = annotate(source, lint(source))
    before, after = parts_of(source.package.content), parts_of(annotated)
    assert after["word/footnotes.xml"] == before["word/footnotes.xml"]
    around = (
        '<w:commentRangeStart w:id="0"/>'
        + reference(2)
        + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    )
    assert around in after["word/document.xml"]
    again = read_docx("讲话稿.docx", annotated)
    assert again.text == source.text
    [comment] = again.comments
    assert "在注文里：“**”" in comment.text.splitlines()
    assert annotate(again, lint(again)) == annotated


def test_comment_beside_others_in_the_same_paragraph() -> None:
    source = draft(note(1, "由**县负责。"), note(2, "由**市负责。"))
    start = source.text.index("年底")
    between = Diagnostic("NUM001", "gap", Severity.ERROR, "缺了", Span(start, start + 2))
    annotated = annotate(source, [*lint(source), between])
    again = read_docx("讲话稿.docx", annotated)
    assert again.text == source.text
    assert [one.span.of(again.text) for one in again.comments] == ["", "年底", ""]
    places = [one.place for one in again.notes]
    assert [one.span.start for one in again.comments] == [places[0], start, places[1]]


@pytest.mark.parametrize("on_reference", [True, False])
def test_comment_silences_the_notes_of_its_passage(on_reference: bool) -> None:
    words = paragraph("speechlint: ignore[PLH001]")
    comments = wrap("comments", f'<w:comment w:id="8" w:author="王">{words}</w:comment>')
    opening, closing = '<w:commentRangeStart w:id="8"/>', '<w:commentRangeEnd w:id="8"/>'
    inside = opening + reference(1) + closing if on_reference else reference(1)
    outside = "" if on_reference else opening + run("正文") + closing
    body = paragraph(outside or "正文", inside) + paragraph("后文", reference(2))
    notes = wrap("footnotes", note(1, "由**县负责。") + note(2, "由**市负责。"))
    source = read_docx("讲话稿.docx", docx(body, {"footnotes": notes, "comments": comments}))
    found = [(one.code, source.position(one.span.start).line) for one in lint(source)]
    assert found == [("PLH001", 4)]


def test_stretch_of_silence_holds_the_notes_of_its_passages() -> None:
    """What is silenced from the second passage on is silenced in its note, and not in the first."""
    words = paragraph("speechlint: disable[PLH001]")
    comments = wrap("comments", f'<w:comment w:id="8" w:author="王">{words}</w:comment>')
    comment = '<w:r><w:commentReference w:id="8"/></w:r>'
    body = paragraph("正文", reference(1)) + paragraph(comment, "后文", reference(2))
    notes = wrap("footnotes", note(1, "由**县负责。") + note(2, "由**市负责。"))
    source = read_docx("讲话稿.docx", docx(body, {"footnotes": notes, "comments": comments}))
    found = [(one.code, source.position(one.span.start).line) for one in lint(source)]
    assert found == [("PLH001", 3)]


# Fixes


def test_fix_goes_into_the_run_of_the_note() -> None:
    bold = paragraph("指班子", run("，，", "<w:b/>"), "方案。")
    source = draft(f'<w:footnote w:id="1">{bold}</w:footnote>', note(2, "见附件。"))
    linter = make_linter(Settings(select=("PUN003",)))
    after = fix_source(source, linter.examine(source), linter.examine)
    assert after.codes == ("PUN003",)
    before, changed = parts_of(source.package.content), parts_of(content_of(after.source))
    assert run("，", "<w:b/>") in changed["word/footnotes.xml"]
    assert {name for name in before if before[name] != changed[name]} == {"word/footnotes.xml"}


def test_fixes_in_the_draft_leave_the_notes_alone() -> None:
    source = draft(note(1, "指一套班子。"), note(2, "见附件。"))
    content = source.package.content
    files = parts_of(content)
    files["word/document.xml"] = files["word/document.xml"].replace("实处，", "实处，，")
    source = read_docx("讲话稿.docx", archive(files))
    linter = make_linter(Settings(select=("PUN003",)))
    after = fix_source(source, linter.examine(source), linter.examine)
    changed = parts_of(content_of(after.source))
    assert {name for name in files if files[name] != changed[name]} == {"word/document.xml"}


# Documents of other programs


def test_document_of_python_docx() -> None:
    document = python_docx.Document()
    text = document.add_paragraph("我县农业增加值增长8%")
    root = f'<w:r xmlns:w="{W}"><w:footnoteReference w:id="1"/></w:r>'
    text._p.append(cast("CT_P", parse_xml(root)))
    blob = wrap("footnotes", SEPARATOR + note(1, "**县统计局提供。")).encode()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, blob, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    stream = io.BytesIO()
    document.save(stream)
    source = read_bytes("讲话稿.docx", stream.getvalue())
    assert source.text == "我县农业增加值增长8%\n[1] **县统计局提供。\n"
    assert isinstance(source, WordSource)
    annotated = python_docx.Document(io.BytesIO(annotate(source, lint(source))))
    assert [one.text.splitlines()[-1] for one in annotated.comments] == ["在注文里：“**”"]


@needs_libreoffice
@pytest.mark.slow
def test_document_of_libreoffice(tmp_path: Path) -> None:
    names = "urn:oasis:names:tc:opendocument:xmlns"

    def flat_note(kind: str, number: str, text: str) -> str:
        return (
            f'<text:note text:id="{kind}{number}" text:note-class="{kind}"><text:note-citation>'
            f"{number}</text:note-citation><text:note-body><text:p>{text}</text:p>"
            "</text:note-body></text:note>"
        )

    lines = (
        "在工作会议上的讲话",
        f"同志们{flat_note('footnote', '1', '由**县负责。')}：",
        f"大家好{flat_note('endnote', 'i', '见附件。')}。{flat_note('footnote', '2', '见附表。')}",
    )
    flat = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<office:document xmlns:office="{names}:office:1.0" xmlns:text="{names}:text:1.0" '
        'office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">'
        "<office:body><office:text>"
        + "".join(f"<text:p>{line}</text:p>" for line in lines)
        + "</office:text></office:body></office:document>"
    )
    source = read_docx("讲话稿.docx", convert(flat.encode(), tmp_path, "docx", suffix="fodt"))
    assert source.body.of(source.text) == "在工作会议上的讲话\n同志们：\n大家好。\n"
    found = ["".join(one.span.of(source.text).split()) for one in source.notes]
    assert found == ["[1]由**县负责。", "[2]见附表。", "[i]见附件。"]
    annotated = annotate(source, lint(source, Settings(select=("PLH001",))))
    folder = tmp_path / "printing"
    folder.mkdir()
    printed = text_of_pdf(print_with_comments(annotated, folder))
    assert printed is None or "PLH001" in printed
