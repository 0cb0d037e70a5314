"""Results of earlier runs, by the content of the draft and everything else they depend on.

A file of the cache holds the result for one text; it is written wholly or not at all, so that runs
at the same time, or killed, do no harm. Files that were of no use for a month are taken out.
"""

from __future__ import annotations

import time
from pathlib import Path, PurePath

import msgspec

from speechlint import __version__
from speechlint.cache import cache_folder, files_state, write_atomically
from speechlint.linter import Examined, make_linter
from speechlint.resources import data_folder
from speechlint.settings import Settings

_DAY = 86_400
_KEPT_DAYS = 30

_PACKAGE = Path(__file__).resolve().parent.parent


class Results:
    """The results that the cache holds for some settings."""

    def __init__(self, settings: Settings) -> None:
        self._folder = results_folder(settings)
        self._linter = make_linter(settings)
        self._settings = msgspec.msgpack.encode(
            msgspec.structs.replace(
                settings,
                exclude=(),
                include=(),
                per_file_ignores={},
                cache_dir="",
                root="",
                origins={},
            )
        )
        rules = [Path(settings.root, path) for path in settings.rule_paths]
        roots = (_PACKAGE, data_folder("grammar"), data_folder("rules"), *rules)
        state = files_state(roots, (".py", ".lark", ".toml", ".tsv"))
        self._state = "\n".join((__version__, *state)).encode()

    def key(self, path: str, data: bytes) -> str:
        """What a result is kept under: all that it depends on, and not the name of the file."""
        from hashlib import blake2b  # loads OpenSSL, which a run without a cache can do without

        ignored = ",".join(sorted(self._linter.ignored_codes(path)))
        kind = PurePath(path).suffix.lower()
        digest = blake2b(digest_size=20)
        for part in (
            self._state,
            self._settings,
            ignored.encode(),
            kind.encode("utf-8", "replace"),
            data,
        ):
            digest.update(b"%d:" % len(part))
            digest.update(part)
        return digest.hexdigest()

    def find(self, key: str) -> Examined | None:
        """The result kept under a key, if there is one that can be read."""
        path = self._path(key)
        try:
            examined = msgspec.msgpack.decode(path.read_bytes(), type=Examined)
            if time.time() - path.stat().st_mtime > _DAY:
                path.touch()
        except (OSError, msgspec.MsgspecError):
            return None
        return examined

    def keep(self, key: str, examined: Examined) -> None:
        """Keep a result."""
        write_atomically(self._path(key), msgspec.msgpack.encode(examined))

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / key[2:]


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
        for path in (*folder.glob("*/*"), *(folder.parent / "runs").glob("*")):
            if now - path.stat().st_mtime > _KEPT_DAYS * _DAY:
                path.unlink(missing_ok=True)
    except OSError:
        return  # another run is at it, or the cache is not ours to tidy
