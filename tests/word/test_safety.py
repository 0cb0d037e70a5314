"""Documents that are damaged, protected, too large or hostile: refused in one line."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from speechlint.errors import SourceError
from speechlint.readers.docx import archive as limits
from speechlint.readers.docx import read_docx
from tests.word.drafts import archive, docx, paragraph, run, wrap


def files_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        return {name: source.read(name) for name in source.namelist()}


def refusal(content: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        read_docx("讲话稿.docx", content)
    for language in ("zh", "en"):
        wording = caught.value.wording(language)
        assert wording.startswith("讲话稿.docx")
        assert "\n" not in wording
    return str(caught.value)


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"not an archive", docx(paragraph("甲"))[:-30]])
def test_damaged_archive(content: bytes) -> None:
    assert "damaged" in refusal(content)


def test_damaged_part() -> None:
    whole = docx(paragraph("甲" * 500))
    at = whole.index(b"word/document.xml") + len(b"word/document.xml") + 20
    assert "damaged" in refusal(whole[:at] + b"\xff\xff\xff" + whole[at + 3 :])


@pytest.mark.parametrize("xml", ["", "<w:document", "no markup", "\0"])
def test_damaged_xml(xml: str) -> None:
    files: dict[str, str | bytes] = {**files_of(docx(paragraph("甲"))), "word/document.xml": xml}
    assert "damaged" in refusal(archive(files))


def test_other_office_file() -> None:
    workbook = {"_rels/.rels": files_of(docx(""))["_rels/.rels"], "xl/workbook.xml": b"<workbook/>"}
    assert "no Word document" in refusal(archive(workbook))


def test_main_part_of_another_kind() -> None:
    files = {**files_of(docx("")), "word/document.xml": wrap("glossaryDocument", "").encode()}
    assert "no Word document" in refusal(archive(files))


def test_password() -> None:
    content = bytearray(docx(paragraph("甲")))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(signature)
        while at >= 0:
            content[at + offset] |= 1
            at = content.find(signature, at + 1)
    assert "password" in refusal(bytes(content))


ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a "{inside}">{more}]>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body><w:p><w:r><w:t>&{last};</w:t></w:r></w:p></w:body></w:document>"
)


def test_entities_are_not_expanded() -> None:
    more = "".join(
        f'<!ENTITY {name} "{f"&{previous};" * 10}">'
        for previous, name in zip("abcdefghi", "bcdefghij", strict=True)
    )
    bomb = ENTITIES.format(inside="哈" * 100, more=more, last="j")
    files = {**files_of(docx("")), "word/document.xml": bomb.encode()}
    assert refusal(archive(files))


def test_outside_entities_are_not_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("机密")
    outside = ENTITIES.replace('a "{inside}"', f'a SYSTEM "{secret.as_uri()}"')
    files = {
        **files_of(docx("")),
        "word/document.xml": outside.format(more="", last="a").encode(),
    }
    assert "document type" in refusal(archive(files))


@pytest.mark.parametrize("name", ["/etc/passwd", "../outside.xml", "word\\..\\..\\x", "C:/x.xml"])
def test_paths_outside_the_archive(name: str) -> None:
    files = {**files_of(docx(paragraph("甲"))), name: b"x"}
    assert "outside" in refusal(archive(files))


def test_part_that_is_there_twice() -> None:
    files = {**files_of(docx(paragraph("甲"))), "Word/document.xml": b"x"}
    assert "twice" in refusal(archive(files))


def test_zip_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = docx(paragraph("甲" + " " * 3_000_000))
    assert len(bomb) < 30_000
    monkeypatch.setattr(limits, "MAX_XML_BYTES", 1_000_000)
    assert "too large" in refusal(bomb)
    monkeypatch.setattr(limits, "MAX_TOTAL_BYTES", 1_000_000)
    assert "unpacked" in refusal(bomb)


def test_too_many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_PARTS", 3)
    assert "parts" in refusal(docx(paragraph("甲")))


def test_links_to_the_network_are_passed_over() -> None:
    files = files_of(docx(paragraph("甲"), {"styles": wrap("styles", "")}))
    links = files["word/_rels/document.xml.rels"]
    files["word/_rels/document.xml.rels"] = links.replace(
        b'Target="styles.xml"', b'Target="http://example.org/styles.xml" TargetMode="External"'
    )
    assert read_docx("讲话稿.docx", archive(files)).text == "甲\n"


def test_a_hundred_thousand_runs_in_one_paragraph() -> None:
    body = paragraph(*(run("字", "<w:b/>") for _ in range(100_000)))
    assert read_docx("讲话稿.docx", docx(body)).text == "字" * 100_000 + "\n"


def test_a_hundred_thousand_open_fields() -> None:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    opened = begin * 100_000
    assert read_docx("讲话稿.docx", docx(paragraph(opened, "字"))).text == "字\n"
    assert read_docx("讲话稿.docx", docx(paragraph(opened, "字", end * 100_000))).text == "\n"


def test_nesting_too_deep_for_the_parser() -> None:
    body = "<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000
    assert "damaged" in refusal(docx(body))
