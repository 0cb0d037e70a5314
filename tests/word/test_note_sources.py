"""Notes in documents of other programs."""

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

from speechlint.linter import lint
from speechlint.readers import read_bytes
from speechlint.readers.docx import WordSource, read_docx
from speechlint.settings import Settings
from speechlint.word import annotate
from tests.word.drafts import W, wrap
from tests.word.libreoffice import convert, needs_libreoffice, print_with_comments, text_of_pdf

if TYPE_CHECKING:
    from docx.oxml.text.paragraph import CT_P
from tests.word.noted import SEPARATOR, note


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
