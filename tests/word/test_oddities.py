"""What Word and WPS write besides plain paragraphs: the text is right, and nothing else is lost."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from speechlint.diagnostic import Diagnostic, Edit, Severity
from speechlint.errors import SourceError
from speechlint.readers.docx import WordSource, read_docx
from speechlint.source import Span
from speechlint.word import annotate, apply_edits
from tests.word.drafts import archive, docx, numbered, numbering, paragraph, run, wrap
from tests.word.drafts import level as list_level
from tests.word.test_edit import parts_of

MATHS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
WPS = 'xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData"'


def signs(content: str) -> str:
    return f"<w:r>{content}</w:r>"


def box(*content: str) -> str:
    return f"<w:txbxContent>{paragraph(*content)}</w:txbxContent>"


def drawn_box(*content: str) -> str:
    return signs(f"<w:drawing><wps:txbx>{box(*content)}</wps:txbx></w:drawing>")


def old_box(*content: str) -> str:
    return signs(f"<w:pict><v:shape><v:textbox>{box(*content)}</v:textbox></v:shape></w:pict>")


def field(instruction: str, result: str | None = None) -> str:
    shown = "" if result is None else '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>{shown}'
        f'{run(result or "")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def control(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def smart_tag(content: str) -> str:
    return f'<w:smartTag w:element="place"><w:smartTagPr/>{content}</w:smartTag>'


def cell(text: str) -> str:
    return f"<w:tc>{paragraph(text)}</w:tc>"


def alternatives(choice: str, fallback: str, requires: str = "wps") -> str:
    return (
        f'<mc:AlternateContent><mc:Choice Requires="{requires}">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


MOVED = f"<w:moveFrom>{run('甲县')}</w:moveFrom>"
ROW = f"<w:tr>{control(cell('甲县'))}{cell('乙镇')}</w:tr>"

ODDITIES = {
    "fields of WPS": (
        paragraph(
            "前",
            f'<wpsCustomData:docfieldStart {WPS} id="0" docfieldname="单位"/>',
            "中",
            f'<wpsCustomData:docfieldEnd {WPS} id="0"/>',
            "后",
        ),
        "前中后\n",
    ),
    "old text box": (paragraph("前", old_box("框里"), "后"), "前后\n框里\n"),
    "text box in a text box": (
        paragraph("前", drawn_box("外", old_box("里")), "后"),
        "前后\n外\n里\n",
    ),
    "text box for old versions only": (
        paragraph(
            signs(alternatives("", f"<w:pict><v:textbox>{box('框里')}</v:textbox></w:pict>"))
        ),
        "\n框里\n",
    ),
    "alternative runs": (paragraph(alternatives(run("甲乙"), run("甲乙"))), "甲乙\n"),
    "sign of a font": (
        paragraph(
            "甲",
            signs(alternatives('<w:sym w:font="A" w:char="F04A"/>', "<w:t>😊</w:t>", "w16se")),
            "乙",
        ),
        "甲😊乙\n",
    ),
    "smart tags": (paragraph(smart_tag(smart_tag(run("甲县")) + run("乙镇"))), "甲县乙镇\n"),
    "controls in controls": (
        control(control(paragraph("甲县", control(smart_tag(run("乙镇")))))),
        "甲县乙镇\n",
    ),
    "controls around rows and cells": (
        f"<w:tbl>{control(ROW)}</w:tbl>",
        "甲县\n乙镇\n",
    ),
    "link": (paragraph("见", f'<w:hyperlink r:id="r9">{run("县政府网站")}</w:hyperlink>'), None),
    "link by a field": (paragraph("见", field('HYPERLINK "http://a"', "县政府网站")), None),
    "page number": (paragraph("第", f'<w:fldSimple w:instr="PAGE">{run("3")}</w:fldSimple>'), None),
    "hyphens": (
        paragraph(
            signs("<w:t>甲</w:t><w:softHyphen/><w:t>乙</w:t><w:noBreakHyphen/><w:t>丙</w:t>")
        ),
        "甲乙\u2011丙\n",
    ),
    "page breaks": (
        paragraph(
            signs('<w:t>甲</w:t><w:lastRenderedPageBreak/><w:br w:type="page"/><w:t>乙</w:t>')
        ),
        "甲\n乙\n",
    ),
    "aligned tab": (
        paragraph("甲", signs('<w:ptab w:alignment="right" w:relativeTo="margin"/>'), "乙"),
        "甲\t乙\n",
    ),
    "encircled number": (paragraph("注", field(r"eq \o\ac(○,12)"), "甲"), "注⑫甲\n"),
    "character in a square": (paragraph(field(r" EQ \o\ac(□,密) "), "级"), "密级\n"),
    "spelling above characters": (
        paragraph(field(r'EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(yíng),盈)'), "江"),
        "盈江\n",
    ),
    "sign by a field": (paragraph(field(r'SYMBOL 9312 \f "宋体"'), "甲"), "①甲\n"),
    "picture by a field": (paragraph(field(r"SYMBOL 74 \f Wingdings"), "甲"), "甲\n"),
    "prompt of a template": (
        paragraph("由", field(" MACROBUTTON NoMacro [单击此处输入姓名] "), "主持"),
        "由____主持\n",
    ),
    "formula": (
        paragraph("共", f'<m:oMath xmlns:m="{MATHS}"><m:r><m:t>x+1</m:t></m:r></m:oMath>', "个"),
        "共x+1个\n",
    ),
    "object": (paragraph(signs("<w:object><v:shape/></w:object>"), "后"), "后\n"),
    "direction": (paragraph(f'<w:bdo w:val="ltr">{run("甲")}</w:bdo>', "乙"), "甲乙\n"),
    "marks of checkers and rights": (
        paragraph('<w:permStart w:id="1"/><w:proofErr w:type="spellStart"/>', "甲", "乙"),
        "甲乙\n",
    ),
    "several deleted paragraph marks": (
        paragraph("甲", properties="<w:rPr><w:del/></w:rPr>") * 2 + paragraph("乙"),
        "甲甲乙\n",
    ),
    "moved paragraph": (
        f'<w:moveFromRangeStart w:id="1"/>{paragraph(MOVED)}'
        '<w:moveFromRangeEnd w:id="1"/>' + paragraph(f"<w:moveTo>{run('乙镇')}</w:moveTo>"),
        "\n乙镇\n",
    ),
}


def read(body: str) -> WordSource:
    return read_docx("讲话稿.docx", docx(body))


@pytest.mark.parametrize(("body", "text"), ODDITIES.values(), ids=ODDITIES)
def test_text_is_what_word_shows(body: str, text: str | None) -> None:
    shown = "".join(re.findall("<w:t(?: [^>]*)?>([^<]*)", body)) + "\n"
    assert read(body).text == (shown if text is None else text)


@pytest.mark.parametrize("body", [body for body, _ in ODDITIES.values()], ids=ODDITIES)
def test_annotating_keeps_everything(body: str) -> None:
    source = read(body)
    places = [Span(at, at + 1) for at, sign in enumerate(source.text) if not sign.isspace()]
    found = [Diagnostic("NUM001", "gap", Severity.ERROR, "缺了", place) for place in places]
    annotated = annotate(source, found)
    assert read_docx("讲话稿.docx", annotated).text == source.text
    assert len(read_docx("讲话稿.docx", annotated).comments) == len(found)
    assert _content(annotated) == _content(source.package.content)


def _content(content: bytes) -> tuple[Counter[str], str]:
    """The elements of a document but for runs and comments, and all that stands between tags."""
    xml = parts_of(content)["word/document.xml"].partition("<w:body>")[2]
    elements = Counter(re.findall(r"<([\w:]+)", xml))
    own = re.compile(r"w:(?:r|rPr|t|comment\w+)")
    kept = Counter({name: n for name, n in elements.items() if not own.fullmatch(name)})
    return kept, re.sub("<[^>]*>", "", xml)


@pytest.mark.parametrize("body", [body for body, _ in ODDITIES.values()], ids=ODDITIES)
def test_edits_change_what_they_name_and_nothing_else(body: str) -> None:
    source = read(body)
    for at, sign in enumerate(source.text):
        result = apply_edits(source, [Edit(Span(at, at + 1), "改")])
        if result.refused:
            assert result.content == source.package.content
            continue
        after = read_docx("讲话稿.docx", result.content)
        assert after.text == f"{source.text[:at]}改{source.text[at + 1 :]}", sign
        assert _elements(result.content) == _elements(source.package.content)


def _elements(content: bytes) -> Counter[str]:
    """The elements of a document but for those that stand for a character."""
    elements = Counter(re.findall(r"<([\w:]+)", parts_of(content)["word/document.xml"]))
    for name in ("w:t", "w:br", "w:ptab", "w:noBreakHyphen"):
        del elements[name]
    return elements


def test_field_without_an_end_does_not_silence_the_rest() -> None:
    begin, separate = (
        f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "separate")
    )
    instruction = "<w:r><w:instrText>TOC</w:instrText></w:r>"
    body = paragraph("甲", begin, instruction, separate) + paragraph("乙", field("PAGE", "3"))
    assert read(body + paragraph("丙")).text == "甲\n乙3\n丙\n"
    gone = f'<w:del w:id="1">{begin}</w:del>'
    assert read(paragraph("甲", gone, field("PAGE", "3"), "乙")).text == "甲3乙\n"


def test_lines_of_contents_are_passed_over_even_without_their_field() -> None:
    styles = wrap(
        "styles",
        '<w:style w:type="paragraph" w:styleId="10"><w:name w:val="toc 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="TOC Heading"/></w:style>',
    )
    body = (
        paragraph("目录", properties='<w:pStyle w:val="a"/>')
        + paragraph("一、提高认识……1", properties='<w:pStyle w:val="10"/>')
        + paragraph("一、提高认识")
    )
    assert read_docx("a.docx", docx(body, {"styles": styles})).text == "一、提高认识\n"


def test_styles_with_chinese_names() -> None:
    """Word keeps English names; some programs translate them."""
    named = {"a": "标题", "b": "标题 1", "c": "标题2", "d": "副标题"}
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{name}"/></w:style>'
        for one, name in named.items()
    )
    body = "".join(paragraph(one, properties=f'<w:pStyle w:val="{one}"/>') for one in named)
    source = read_docx("a.docx", docx(body, {"styles": wrap("styles", styles)}))
    assert [(one.span.of(source.text), one.level) for one in source.headings] == [
        *(("a", 0), ("b", 1), ("c", 2))
    ]


def test_level_that_a_list_defines_anew() -> None:
    """WPS writes whole levels into w:lvlOverride where the user changed a number's looks."""
    anew = f'<w:lvlOverride w:ilvl="0">{list_level(0, "chineseCounting", "（%1）")}</w:lvlOverride>'
    lists = numbering([list_level(0, "decimal", "%1.")], ["", anew])
    body = numbered("甲") + numbered("乙", num_id=2) + numbered("丙", num_id=0)
    assert read_docx("a.docx", docx(body, {"numbering": lists})).text == "1. 甲\n（二）乙\n丙\n"


def test_text_in_a_file_of_its_own_is_not_passed_over_in_silence() -> None:
    with pytest.raises(SourceError, match="another file") as caught:
        read(paragraph("一、提高认识") + '<w:altChunk r:id="r7"/>')
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("kind", ["ms-word.document.macroEnabled", "ms-word.template"])
@pytest.mark.parametrize("name", ["word/document2.xml", "doc/content.xml"])
def test_main_part_of_another_name_and_type(kind: str, name: str) -> None:
    files = parts_of(docx(paragraph("一、学习") + paragraph("三、落实")))
    folder, _, base = name.partition("/")
    files[name] = files.pop("word/document.xml")
    files[f"{folder}/_rels/{base}.rels"] = files.pop("word/_rels/document.xml.rels")
    files["_rels/.rels"] = files["_rels/.rels"].replace("word/document.xml", f"/{name}")
    types = files["[Content_Types].xml"].replace("word/document.xml", name)
    files["[Content_Types].xml"] = re.sub(r"vnd\.openxml[\w.-]+main", f"vnd.{kind}.main", types)
    source = read_docx("讲话稿.docm", archive(files))
    assert source.text == "一、学习\n三、落实\n"
    found = Diagnostic("NUM001", "gap", Severity.ERROR, "缺了", Span(5, 7))
    annotated = annotate(source, [found])
    assert f"{folder}/comments.xml" in parts_of(annotated)
    assert len(read_docx("讲话稿.docm", annotated).comments) == 1


def test_part_in_another_encoding() -> None:
    files: dict[str, str | bytes] = dict(parts_of(docx(paragraph("一、提高认识"))))
    xml = str(files["word/document.xml"]).replace('encoding="UTF-8"', 'encoding="UTF-16"')
    source = read_docx("a.docx", archive({**files, "word/document.xml": xml.encode("utf-16")}))
    assert source.text == "一、提高认识\n"
    result = apply_edits(source, [Edit(Span(2, 4), "统一")])
    assert read_docx("a.docx", result.content).text == "一、统一认识\n"
