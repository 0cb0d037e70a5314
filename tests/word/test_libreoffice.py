"""Numbers are resolved as LibreOffice prints them, also in documents that it wrote itself."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from speechlint.diagnostic import Diagnostic, Severity
from speechlint.readers.docx import read_docx
from speechlint.source import Span
from speechlint.word import annotate
from tests.word.drafts import docx, level, numbered, numbering, paragraph, start_override, wrap
from tests.word.libreoffice import (
    convert,
    lines_of,
    needs_libreoffice,
    print_with_comments,
    text_of_pdf,
    without_space,
)
from tests.word.test_numbering import LADDER

pytestmark = [needs_libreoffice, pytest.mark.slow]

# Beyond 九十九 and 九 (ideographDigital) LibreOffice knows one way of counting only, and it
# passes over decimalFullWidth, w:isLgl and w:lvlRestart 0: there Word is followed, and there is
# nothing to compare.
FORMATS = (
    *("decimal", "decimalZero", "chineseCounting", "chineseCountingThousand", "japaneseCounting"),
    *("chineseLegalSimplified", "decimalEnclosedCircle", "upperLetter"),
    *("lowerLetter", "upperRoman", "lowerRoman", "ideographTraditional", "ordinal"),
)
NUMBERS = (1, 2, 9, 10, 11, 19, 20, 21, 26, 27, 30, 53, 99)


def ours(content: bytes) -> list[str]:
    return without_space(read_docx("讲话稿.docx", content).text)


def test_formats(tmp_path: Path) -> None:
    """All formats in one document: a list each, begun anew at every number."""
    body = ""
    definitions = []
    lists: list[str] = []
    for index, name in enumerate((*FORMATS, "ideographDigital")):
        text = ("%1、", "（%1）", "第%1条")[index % 3]
        definitions.append(
            f'<w:abstractNum w:abstractNumId="{index}">{level(0, name, text)}</w:abstractNum>'
        )
        for number in NUMBERS if name in FORMATS else NUMBERS[:3]:
            lists.append(
                f'<w:num w:numId="{len(lists) + 1}"><w:abstractNumId w:val="{index}"/>'
                f"{start_override(0, number)}</w:num>"
            )
            body += numbered(name, num_id=len(lists))
    content = docx(body, {"numbering": wrap("numbering", "".join(definitions + lists))})
    assert ours(content) == lines_of(content, tmp_path)


def test_levels_and_restarts(tmp_path: Path) -> None:
    chance = random.Random(20)
    lists = numbering(
        [*LADDER[:3], level(3, "decimal", "%1.%2.%3.%4"), LADDER[4]], ["", "", start_override(0, 4)]
    )
    body = "".join(
        paragraph("正文")
        if chance.random() < 0.2
        else numbered("要点", chance.choice((0, 1, 1, 2, 2, 3, 4)), chance.choice((1, 1, 2)))
        for _ in range(300)
    )
    body += "".join(numbered("要点", number, 3) for number in (0, 1, 1, 0))
    content = docx(body, {"numbering": lists})
    assert ours(content) == lines_of(content, tmp_path)


def test_list_that_libreoffice_numbered_in_chinese(tmp_path: Path) -> None:
    """A list of LibreOffice's own, saved by it as .docx."""
    levels = "".join(
        f'<text:list-level-style-number text:level="{number}" style:num-format="{form}" '
        f'style:num-prefix="{prefix}" style:num-suffix="{suffix}"/>'
        for number, form, prefix, suffix in [
            (1, "一, 二, 三, ...", "", "、"),
            (2, "一, 二, 三, ...", "（", "）"),
            (3, "1", "", "."),
        ]
    )

    def item(text: str, inner: str = "") -> str:
        nested = f"<text:list>{inner}</text:list>" if inner else ""
        return f"<text:list-item><text:p>{text}</text:p>{nested}</text:list-item>"

    sections = "".join(
        item(f"第{part}块工作", item("抓投入", item("要快") + item("要准")) + item("抓产出"))
        for part in range(12)
    )
    names = "urn:oasis:names:tc:opendocument:xmlns"
    flat = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<office:document xmlns:office="{names}:office:1.0" xmlns:text="{names}:text:1.0" '
        f'xmlns:style="{names}:style:1.0" office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f'<office:automatic-styles><text:list-style style:name="L">{levels}</text:list-style>'
        '</office:automatic-styles><office:body><office:text><text:list text:style-name="L">'
        f"{sections}</text:list></office:text></office:body></office:document>"
    )
    content = convert(flat.encode(), tmp_path, "docx", suffix="fodt")
    found = read_docx("讲话稿.docx", content)
    assert without_space(found.text)[:5] == [
        *("一、第0块工作", "（一）抓投入", "1.要快", "2.要准", "（二）抓产出"),
    ]
    assert len(found.automatic) == 12 * 5
    assert without_space(found.text) == lines_of(content, tmp_path)


def test_annotated_document_is_printed_with_its_comments(tmp_path: Path) -> None:
    body = paragraph("在工作会议上的讲话") + paragraph("一、提高认识") + paragraph("三、抓好落实")
    source = read_docx("讲话稿.docx", docx(body))
    start = source.text.index("三、")
    found = Diagnostic("NUM001", "gap", Severity.ERROR, "缺了“二、”", Span(start, start + 2))
    content = annotate(source, [found])
    flat = convert(content, tmp_path, "fodt").decode()
    comment = flat[flat.index("<office:annotation ") : flat.index("</office:annotation>")]
    assert "<dc:creator>speechlint</dc:creator>" in comment
    assert "缺了“二、”" in comment
    between = flat[flat.index("</office:annotation>") : flat.index("<office:annotation-end")]
    assert between.removeprefix("</office:annotation>") == "三、"
    pdf = print_with_comments(content, _folder(tmp_path, "printing"))
    assert pdf.startswith(b"%PDF")
    printed = text_of_pdf(pdf)
    assert printed is None or "NUM001 gap" in printed


def _folder(parent: Path, name: str) -> Path:
    folder = parent / name
    folder.mkdir()
    return folder
