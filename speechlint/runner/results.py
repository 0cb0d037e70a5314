"""Results of earlier runs, by the content of the draft and everything else they depend on.

A file of the cache holds those of a folder. Files that were of no use for a month are taken out.
"""

from __future__ import annotations

import os
import time
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import msgspec

from speechlint import __version__
from speechlint.cache import cache_folder, files_state
from speechlint.linter import Examined, make_linter
from speechlint.readers import read_data
from speechlint.replay import Stamp
from speechlint.resources import data_folder
from speechlint.runner.stamps import stamp_of
from speechlint.settings import Settings

if TYPE_CHECKING:
    from speechlint.runner.folder_results import FolderResults

_DAY = 86_400
_KEPT_DAYS = 30

_PACKAGE = Path(__file__).resolve().parent.parent


class Results:
    """The results that the cache holds for some settings."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._cache = results_folder(settings)
        self._circumstances = _circumstances(settings)
        self._moment = time.time_ns()
        self._stamps: dict[str, Stamp] = {}
        self._folders: dict[str, FolderResults] = {}

    def find(self, path: str) -> Examined | None:
        """The result for a draft, if there is one.

        A file is only read when the system cannot tell that it is as it was.

        Raises:
            SourceError: the file cannot be read.
        """
        folder, name = self._place(path)
        stamp = self._stamps[path] = stamp_of(path)
        found = folder.find_unchanged(name, stamp)
        if found is None and folder:
            key = content_key(path, read_data(path), self._settings)
            found = folder.find(name, stamp, key)
        return found

    def keep(self, path: str, key: bytes, examined: Examined) -> None:
        """Keep the result for a draft that was looked for, by the key of its content."""
        folder, name = self._place(path)
        folder.keep(name, self._stamps[path], key, examined)

    def save(self) -> None:
        """Write to the cache what has changed."""
        for folder in self._folders.values():
            folder.save()

    def _place(self, path: str) -> tuple[FolderResults, str]:
        # Only now: a run without the cache has none to read.
        from speechlint.runner.folder_results import FolderResults

        parent, name = os.path.split(path)
        if parent not in self._folders:
            folder = Path(parent).absolute()
            file = self._cache / _digest(*self._circumstances, os.fsencode(folder)).hex()
            self._folders[parent] = FolderResults(file, folder, self._moment)
        return self._folders[parent], name


def content_key(path: str, data: bytes, settings: Settings) -> bytes:
    """What a result is kept under: the content, and how the name of the file has a say."""
    ignored = ",".join(sorted(make_linter(settings).ignored_codes(path)))
    kind = PurePath(path).suffix.lower()
    return _digest(ignored.encode(), kind.encode("utf-8", "replace"), data)


def _circumstances(settings: Settings) -> tuple[bytes, ...]:
    """All that the results of a folder depend on besides its drafts."""
    counting = msgspec.structs.replace(
        settings,
        exclude=(),
        include=(),
        cache_dir="",
        root=settings.root if settings.per_file_ignores else "",
        origins={},
    )
    rules = [Path(settings.root, path) for path in settings.rule_paths]
    roots = (_PACKAGE, data_folder("grammar"), data_folder("rules"), *rules)
    state = files_state(roots, (".py", ".lark", ".toml", ".tsv"))
    return msgspec.msgpack.encode(counting), "\n".join((__version__, *state)).encode()


def _digest(*parts: bytes) -> bytes:
    from hashlib import blake2b  # loads OpenSSL, which a run without a cache can do without

    digest = blake2b(digest_size=20)
    for part in parts:
        digest.update(b"%d:" % len(part))
        digest.update(part)
    return digest.digest()


def results_folder(settings: Settings) -> Path:
    """The folder of the results: in the cache of the configuration, or in the user's."""
    if settings.cache_dir:
        return Path(settings.root, settings.cache_dir).absolute() / "results"
    return cache_folder() / "results"


def drop_old_results(folder: Path) -> None:
    """Take out results and runs that were of no use for a month; looks for them once a day."""
    mark = folder / "tidied"
    try:
        now = time.time()
        if mark.exists() and now - mark.stat().st_mtime < _DAY:
            return
        mark.touch()
        for path in (*folder.glob("*"), *(folder.parent / "runs").glob("*")):
            if now - path.stat().st_mtime > _KEPT_DAYS * _DAY:
                path.unlink(missing_ok=True)
    except OSError:
        return  # another run is at it, or the cache is not ours to tidy
