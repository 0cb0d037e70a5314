"""Word documents of all ages: which reader takes a file, and what is said where none can."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from speechlint.errors import SourceError

if TYPE_CHECKING:
    from speechlint.readers.docx import WordSource

_ZIP = b"PK\x03\x04"
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The container of Word before 2007, of WPS, and of new documents with a password."""

_SUFFIXES = frozenset((".docx", ".docm", ".dotx", ".dotm"))
OLD_SUFFIXES = frozenset((".doc", ".dot", ".wps", ".wpt"))
"""Formats that can be read and not written."""

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

_SECTOR = 512
_SECTORS = 64
_OLD_WORD = b"\xec\xa5"
_FLAGS = 10
_PROTECTED = 1
"""In the second byte of the flags that follow the mark of an old Word document."""


def is_word_file(path: str, data: bytes) -> bool:
    """Whether a file should be read as a Word document: by its suffix, or for want of one."""
    suffix = PurePath(path).suffix.lower()
    return suffix in _SUFFIXES | OLD_SUFFIXES or (not suffix and data.startswith((_ZIP, _OLD)))


def read_word(path: str, data: bytes) -> WordSource:
    """Read a Word document; old ones by way of LibreOffice.

    Raises:
        SourceError: it is damaged, protected, unsafe or no Word document, or is old and
            LibreOffice is not there.
    """
    from speechlint.readers.docx import read_docx

    if not data.strip(b"\0"):
        raise SourceError(f"{path}: the file is empty", f"{path}：文件是空的")
    if data.startswith(_ZIP):
        return read_docx(path, data)
    if _is_protected(data):
        raise SourceError(
            f"{path}: protected by a password; save it without one in Word",
            f"{path}：有密码保护：请在 Word 里去掉密码再保存",
        )
    if PurePath(path).suffix.lower() in _SUFFIXES:
        raise _misnamed(path, data)
    from speechlint.readers.conversion import to_docx

    return read_docx(path, to_docx(path, data), converted=True)


def _misnamed(path: str, data: bytes) -> SourceError:
    if data.startswith(_OLD):
        return SourceError(
            f"{path}: an old Word document (.doc) by its content; save it as .docx in Word",
            f"{path}：内容是旧格式的 Word 文档（.doc）：请在 Word 里另存为 .docx",
        )
    return SourceError(
        f"{path}: no Word document by its content; was it renamed?",
        f"{path}：内容不是 Word 文档：是不是改过扩展名？",
    )


def _is_protected(data: bytes) -> bool:
    if not data.startswith(_OLD):
        return False
    if _ENCRYPTED in data:
        return True
    for start in range(_SECTOR, _SECTOR * _SECTORS, _SECTOR):
        if data.startswith(_OLD_WORD, start):
            return (
                bool(data[start + _FLAGS + 1] & _PROTECTED)
                if start + _SECTOR <= len(data)
                else False
            )
    return False
