"""The results of the drafts of one folder, in one file of the cache.

It is replaced whole, so that runs at the same time, or killed, do no harm: of two that write at
once, one loses what it has found out, and the next run finds that out again.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

import msgspec

from speechlint.cache import write_atomically
from speechlint.linter import Examined
from speechlint.replay import Stamp
from speechlint.runner.stamps import is_settled

_DAY = 86_400

_SPARE = 20
"""Results for contents that no draft of the folder has now, kept beside as many again as it has
drafts: files come back, by another name or on another branch."""


class _Draft(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What was known of a draft when it was last looked at.

    Attributes:
        stamp: what the system said of the file; empty where that could not be trusted.
        key: of its result.
    """

    stamp: Stamp
    key: bytes


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    """What the file holds: drafts by name, and results by key, those of no use now first."""

    drafts: dict[bytes, _Draft]
    results: dict[bytes, msgspec.Raw]


_DECODER = msgspec.msgpack.Decoder(_Kept)
_RESULT_DECODER = msgspec.msgpack.Decoder(Examined)


class FolderResults:
    """The results of the drafts of a folder.

    Args:
        file: of the cache, which need not exist.
        folder: the folder of the drafts.
        moment: before anything was asked of the drafts, in nanoseconds of the clock.
    """

    def __init__(self, file: Path, folder: Path, moment: int) -> None:
        self._file = file
        self._folder = folder
        self._moment = moment
        self._asked: set[bytes] = set()
        self._changed = False
        kept = _read(file)
        self._drafts = kept.drafts
        self._results = kept.results

    def __bool__(self) -> bool:
        """Whether there is any result."""
        return bool(self._results)

    def find_unchanged(self, name: str, stamp: Stamp) -> Examined | None:
        """The result for a draft that is as it was when its result was kept."""
        encoded = os.fsencode(name)
        self._asked.add(encoded)
        draft = self._drafts.get(encoded)
        if draft is None or not draft.stamp or draft.stamp != stamp:
            return None
        return self._open(draft.key)

    def find(self, name: str, stamp: Stamp, key: bytes) -> Examined | None:
        """The result for a content, which a draft was found to have."""
        found = self._open(key)
        if found is not None:
            self._note(name, stamp, key)
        return found

    def keep(self, name: str, stamp: Stamp, key: bytes, examined: Examined) -> None:
        """Keep a result."""
        self._results.pop(key, None)
        self._results[key] = msgspec.Raw(msgspec.msgpack.encode(examined))
        self._note(name, stamp, key)

    def save(self) -> None:
        """Write what has changed, without drafts that are gone."""
        if not self._changed:
            return
        drafts = {name: draft for name, draft in self._drafts.items() if self._is_there(name)}
        used = dict.fromkeys(draft.key for draft in drafts.values())
        spare = [key for key in self._results if key not in used][-(_SPARE + len(used)) :]
        results = {key: self._results[key] for key in (*spare, *used) if key in self._results}
        write_atomically(self._file, msgspec.msgpack.encode(_Kept(drafts, results)))
        self._changed = False

    def _note(self, name: str, stamp: Stamp, key: bytes) -> None:
        trusted = stamp if is_settled(stamp, self._moment) else ()
        draft = _Draft(trusted, key)
        encoded = os.fsencode(name)
        if self._drafts.get(encoded) != draft:
            self._drafts[encoded] = draft
            self._changed = True

    def _open(self, key: bytes) -> Examined | None:
        raw = self._results.get(key)
        try:
            return None if raw is None else _RESULT_DECODER.decode(raw)
        except msgspec.MsgspecError:
            return None

    def _is_there(self, name: bytes) -> bool:
        return name in self._asked or (self._folder / os.fsdecode(name)).exists()


def _read(path: Path) -> _Kept:
    """What a file of the cache holds; nothing when it cannot be read."""
    try:
        with path.open("rb") as file:
            kept = _DECODER.decode(file.read())
            if time.time() - os.fstat(file.fileno()).st_mtime > _DAY:
                os.utime(path)
    except (OSError, msgspec.MsgspecError):
        return _Kept({}, {})
    return kept
