"""What is written into a document with notes: comments on their references, and fixes."""

from __future__ import annotations

import pytest

from speechlint.diagnostic import Diagnostic, Severity
from speechlint.fixes import content_of, fix_source
from speechlint.linter import lint, make_linter
from speechlint.readers.docx import read_docx
from speechlint.settings import Settings
from speechlint.source import Span
from speechlint.word import annotate
from tests.word.drafts import archive, docx, paragraph, run, wrap
from tests.word.noted import draft, note, reference
from tests.word.test_edit import parts_of


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
