"""Which files are read as Word documents, and what is said of those that cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from speechlint.errors import SourceError
from speechlint.readers import conversion, find_drafts, read, read_bytes
from speechlint.readers.docx import WordSource
from tests.word.drafts import docx, paragraph
from tests.word.libreoffice import convert, needs_libreoffice

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DRAFT = docx(paragraph("一、提高认识") + paragraph("二、抓好落实"))


def refusal(path: str, data: bytes) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read_bytes(path, data)
    for language in ("zh", "en"):
        assert caught.value.wording(language).startswith(path)
        assert "\n" not in caught.value.wording(language)
    return caught.value


@pytest.mark.parametrize("name", ["稿.docx", "稿.DOCX", "稿.docm", "稿.doc", "稿.wps", "稿", "-"])
def test_word_document_by_name_and_content(name: str) -> None:
    source = read_bytes(name, DRAFT)
    assert isinstance(source, WordSource)
    assert source.text == "一、提高认识\n二、抓好落实\n"
    assert not source.converted


def test_reading_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "稿.docx").write_bytes(DRAFT)
    (tmp_path / "~$稿.docx").write_bytes(b"\x03lock")
    [path] = find_drafts([tmp_path])
    assert read(path).text.startswith("一、")


@pytest.mark.parametrize("data", [b"", b"\0" * 600])
def test_empty_file(data: bytes) -> None:
    assert "empty" in str(refusal("稿.docx", data))
    assert "空" in refusal("稿.doc", data).zh


@pytest.mark.parametrize("data", ["一、提高认识".encode(), b"%PDF-1.7", b"{\\rtf1}"])
def test_other_content_under_the_name(data: bytes) -> None:
    assert "renamed" in str(refusal("稿.docx", data))


def test_old_document_under_the_name() -> None:
    assert ".docx" in str(refusal("稿.docx", OLD + b"\0" * 5000))


def test_word_document_under_another_name() -> None:
    assert "Word" in str(refusal("稿.txt", DRAFT))


def protected_old_document() -> bytes:
    word = b"\xec\xa5" + b"\0" * 9 + b"\x01" + b"\0" * 500
    return OLD + b"\0" * (512 - len(OLD)) + word


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("稿.docx", OLD + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 99),
        ("稿.doc", protected_old_document()),
    ],
)
def test_password(name: str, data: bytes) -> None:
    assert "password" in str(refusal(name, data))


def test_old_document_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversion, "_find_program", lambda: None)
    error = refusal("稿.doc", OLD + b"\0" * 5000)
    assert "save it as .docx" in str(error)
    assert "另存为 .docx" in error.zh


def test_converter_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversion, "_find_program", lambda: "/nonexistent/soffice")
    assert "cannot convert" in str(refusal("稿.wps", OLD + b"\0" * 5000))


def test_converter_that_hangs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 60 &\nsleep 60\n")
    program.chmod(0o755)
    monkeypatch.setattr(conversion, "_find_program", lambda: str(program))
    monkeypatch.setattr(conversion, "TIMEOUT", 0.2)
    assert "cannot convert" in str(refusal("稿.doc", OLD + b"\0" * 5000))


@needs_libreoffice
@pytest.mark.slow
def test_old_document_is_converted(tmp_path: Path) -> None:
    old = convert(DRAFT, tmp_path, "doc")
    assert old.startswith(OLD)
    source = read_bytes("稿.doc", old)
    assert isinstance(source, WordSource)
    assert source.converted
    assert source.text == "一、提高认识\n二、抓好落实\n"
