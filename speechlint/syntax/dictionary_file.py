"""The file format of the dictionary: encoding jieba's list of words, decoding the file.

The file holds, in this order: a header, the frequency of every word (32 bits each), its
part-of-speech tag (8 bits, a number in the table of tags), the table of tags, and the trie, whose
word numbers index the two arrays. Numbers are in the order of the machine, because the file never
leaves it.
"""

from __future__ import annotations

import mmap
import struct
import zlib
from array import array
from collections.abc import Iterator
from math import log
from pathlib import Path
from typing import Protocol

import msgspec

from speechlint.errors import ResourceError

FORMAT = 1
_HEADER = struct.Struct("=8sIIIIIIQ")
"""Mark, format, checksum of the rest, words, bytes of tags, longest word, padding, total."""
_MARK = b"sl-words"


class Trie(Protocol):
    """What is used of ``marisa_trie.Trie``, which has no types of its own."""

    def iter_prefixes_with_ids(self, text: str) -> Iterator[tuple[str, int]]:
        """Words that the text begins with, the shortest first."""

    def get(self, word: str) -> int | None:
        """The number of a word."""

    def keys(self, prefix: str) -> list[str]:
        """Words that begin with a prefix."""


class Dictionary(msgspec.Struct, frozen=True):
    """Words with frequency and part of speech.

    Attributes:
        trie: gives every word its number.
        frequencies: by number.
        tags: by number; an index into tag_names.
        log_total: the logarithm of the sum of all frequencies.
        longest: the length of the longest word, in code points.
    """

    trie: Trie
    frequencies: memoryview
    tags: memoryview
    tag_names: tuple[str, ...]
    log_total: float
    longest: int


class DamagedError(Exception):
    """A kept file is not what was written."""


def encode(path: Path) -> bytes:
    """The file made of jieba's list of words.

    Raises:
        ResourceError: a line of the list is not a word, a number and a tag.
    """
    from marisa_trie import Trie as MarisaTrie

    total, entries = _read_entries(path)
    trie = MarisaTrie(entries)
    frequencies = array("I", bytes(4 * len(entries)))
    tags = bytearray(len(entries))
    tag_numbers: dict[str, int] = {}
    for word, (frequency, tag) in entries.items():
        number = trie.get(word)
        frequencies[number] = frequency
        tags[number] = tag_numbers.setdefault(tag, len(tag_numbers))
    names = "\n".join(tag_numbers).encode()
    body = b"".join((frequencies.tobytes(), bytes(tags), names))
    # The trie is mapped as it is and wants an address that is a multiple of 8.
    padding = -(_HEADER.size + len(body)) % 8
    body += bytes(padding) + bytes(trie.tobytes())
    longest = max(map(len, entries))
    header = _HEADER.pack(
        _MARK, FORMAT, zlib.crc32(body), len(entries), len(names), longest, padding, total
    )
    return header + body


def _read_entries(path: Path) -> tuple[int, dict[str, tuple[int, str]]]:
    """The total frequency, and every word with frequency and tag; a later line wins, as in jieba.

    Raises:
        ResourceError: a line is not a word and a number.
    """
    total = 0
    entries: dict[str, tuple[int, str]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").strip().split("\n"), 1):
        word, _, rest = line.strip().partition(" ")
        frequency, _, tag = rest.partition(" ")
        if not frequency.isdecimal():
            raise ResourceError(f"{path}: line {number}: expected a word, a frequency and a tag")
        total += int(frequency)
        entries[word] = (int(frequency), tag)
    # A word of frequency 0 is no word to jieba, only the beginning of one.
    return total, {word: entry for word, entry in entries.items() if entry[0]}


def decode(content: mmap.mmap | bytes) -> Dictionary:
    """The dictionary in a file; the content is not copied.

    Raises:
        DamagedError: the content is not what was encoded.
    """
    from marisa_trie import Trie as MarisaTrie

    view = memoryview(content)
    if len(view) < _HEADER.size:
        raise DamagedError
    mark, version, checksum, count, names, longest, padding, total = _HEADER.unpack_from(view)
    if mark != _MARK or version != FORMAT or zlib.crc32(view[_HEADER.size :]) != checksum:
        raise DamagedError
    tags_at = _HEADER.size + 4 * count
    names_at = tags_at + count
    trie_at = names_at + names + padding
    return Dictionary(
        trie=MarisaTrie().map(view[trie_at:]),
        frequencies=view[_HEADER.size : tags_at].cast("I"),
        tags=view[tags_at:names_at],
        tag_names=tuple(str(view[names_at : names_at + names], "utf-8").split("\n")),
        log_total=log(total),
        longest=longest,
    )
