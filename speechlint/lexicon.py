"""Word lists of ``rules/lexicon``: decoded strictly, once, and kept in the cache."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import msgspec

from speechlint import __version__
from speechlint.cache import cache_folder, write_atomically
from speechlint.errors import RuleError
from speechlint.resources import data_folder

Shape = TypeVar("Shape", bound=msgspec.Struct)


def load_lexicon(name: str, shape: type[Shape]) -> Shape:
    """The word list ``rules/lexicon/<name>.toml`` as a frozen struct.

    Raises:
        RuleError: the file is missing or wrong; the message begins with its path.
        ResourceError: the installation has no rules.
    """
    found = _load(name, shape)
    assert isinstance(found, shape)  # the cache of calls forgets the type
    return found


@lru_cache
def _load(name: str, shape: type[msgspec.Struct]) -> msgspec.Struct:
    path = data_folder("rules") / "lexicon" / f"{name}.toml"
    key = _state(path, shape)
    stored = cache_folder() / f"lexicon-{name}-{shape.__name__}.msgpack"
    kept = _read_stored(stored, key, shape)
    if kept is not None:
        return kept
    # Only now: reading TOML is slow beside decoding msgpack.
    from speechlint.decoding import decode, read_toml

    lexicon = decode(read_toml(path, RuleError), shape, where=str(path), error=RuleError)
    write_atomically(stored, key + msgspec.msgpack.encode(lexicon))
    return lexicon


def _state(path: Path, shape: type[msgspec.Struct]) -> bytes:
    """A line that changes whenever the file does, or the fields that it is decoded into."""
    try:
        status = path.stat()
    except OSError as problem:
        raise RuleError(f"{path}: is missing", f"{path}：找不到这个词表") from problem
    fields = ",".join(shape.__struct_fields__)
    return f"{__version__} {path} {status.st_size} {status.st_mtime_ns} {fields}\n".encode()


def _read_stored(stored: Path, key: bytes, shape: type[msgspec.Struct]) -> msgspec.Struct | None:
    try:
        data = stored.read_bytes()
        if data.startswith(key):
            return msgspec.msgpack.decode(data[len(key) :], type=shape)
    except (OSError, msgspec.MsgspecError):
        pass  # a cache that cannot be used is made anew
    return None
