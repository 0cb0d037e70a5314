"""From the bytes of a file to a source; nothing here knows what a draft says."""

from __future__ import annotations

from pathlib import Path, PurePath

from speechlint.directives import blank_directives
from speechlint.readers.encodings import decode, encode
from speechlint.readers.failures import unreadable
from speechlint.readers.files import DRAFT_PATTERNS, find_drafts
from speechlint.readers.word_files import OLD_SUFFIXES, is_word_file, read_word
from speechlint.source import Source

__all__ = [
    "DRAFT_PATTERNS",
    "encode",
    "find_drafts",
    "read",
    "read_bytes",
    "read_data",
    "read_text",
    "rewrites",
]

_MARKDOWN_SUFFIXES = frozenset((".md", ".markdown"))


def read(path: str | Path) -> Source:
    """Read a draft from a file; its suffix tells the format.

    Raises:
        SourceError: the file is missing, is not readable, or holds no text.
    """
    return read_bytes(str(path), read_data(path))


def read_data(path: str | Path) -> bytes:
    """The bytes of a file.

    Raises:
        SourceError: the file is missing or not readable.
    """
    try:
        return Path(path).read_bytes()
    except OSError as problem:
        raise unreadable(path, problem) from problem


def read_bytes(path: str, data: bytes) -> Source:
    """Read a draft from bytes; the suffix of the path tells the format.

    Raises:
        SourceError: the bytes hold no text in a known encoding, or no Word document.
    """
    if is_word_file(path, data):
        return read_word(path, data)
    decoded = decode(path, data)
    return read_text(path, decoded.text, encoding=decoded.encoding, bom=decoded.bom)


def read_text(path: str, text: str, *, encoding: str = "utf-8", bom: bool = False) -> Source:
    """A draft of a text that is decoded already; the suffix of the path tells the format."""
    if PurePath(path).suffix.lower() in _MARKDOWN_SUFFIXES:
        from speechlint.readers.markdown import headings_of, mask

        prose, headings = mask(text), headings_of(text)
    else:
        prose, headings = blank_directives(text), ()
    return Source(path, text, prose=prose, encoding=encoding, bom=bom, headings=headings)


def rewrites(path: str) -> bool:
    """Whether a changed draft can be written back in its format."""
    return PurePath(path).suffix.lower() not in OLD_SUFFIXES
