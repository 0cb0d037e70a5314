"""jieba's dictionary as a file that is mapped into memory instead of being read.

jieba turns its list of words into a table anew in every process, which takes a second. Here the
list becomes a trie once; after that the file is opened in about a millisecond, and only the pages
that are looked at are loaded. jieba itself is never imported.
"""

from __future__ import annotations

import mmap
import threading
import zlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from speechlint.cache import keep_file, kept_files
from speechlint.errors import ResourceError
from speechlint.syntax.dictionary_file import FORMAT, DamagedError, Dictionary, decode, encode

_SAMPLES = 64
_SAMPLE_BYTES = 1024

_lock = threading.Lock()


def dictionary() -> Dictionary:
    """The dictionary, opened or built at the first call.

    Raises:
        ResourceError: jieba's list of words is missing or cannot be read.
    """
    with _lock:
        return _open()


@cache
def _open() -> Dictionary:
    words = _word_list()
    name = f"words-{FORMAT}-{_fingerprint(words)}.trie"
    for path in kept_files(name):
        kept = _read_kept(path)
        if kept is not None:
            return kept
    content = encode(words)
    keep_file(name, content)
    return decode(content)


def _read_kept(path: Path) -> Dictionary | None:
    try:
        with path.open("rb") as file:
            return decode(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError, DamagedError):  # ValueError: an empty file can't be mapped
        return None


def _word_list() -> Path:
    spec = find_spec("jieba")
    if spec is None or not spec.submodule_search_locations:
        raise ResourceError("jieba: the package is missing from this installation")
    path = Path(spec.submodule_search_locations[0]) / "dict.txt"
    if not path.is_file():
        raise ResourceError(f"{path}: jieba's list of words is missing from this installation")
    return path


def _fingerprint(path: Path) -> str:
    """Size and a checksum of evenly spaced samples: tells versions apart without reading 5 MB."""
    size = path.stat().st_size
    checksum = 0
    with path.open("rb") as file:
        for number in range(_SAMPLES):
            file.seek(size * number // _SAMPLES)
            checksum = zlib.crc32(file.read(_SAMPLE_BYTES), checksum)
    return f"{size:x}-{checksum:08x}"
