"""Where speechlint keeps what it can make again: grammar, rulebook, results, words.

Where the user's folder cannot be written (a read-only home, a container), files that take long to
make go to a private folder among the temporary files; where that fails too, nothing is kept.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

FOLDER_VARIABLE = "SPEECHLINT_CACHE_DIR"
"""The environment variable that names the folder instead of the system's custom."""


def cache_folder() -> Path:
    """The folder of the cache: ``SPEECHLINT_CACHE_DIR``, else the user's cache folder.

    It need not exist yet.
    """
    chosen = os.environ.get(FOLDER_VARIABLE)
    if chosen:
        return Path(chosen)
    from platformdirs import user_cache_path  # only asked when no folder was named

    return user_cache_path("speechlint", appauthor=False)


def write_atomically(path: Path, data: bytes) -> bool:
    """Write a file so that a reader sees the old one or the new one, never a part.

    A cache that cannot be written costs time, not the result: the answer is then false.
    """
    import tempfile  # costs as much as reading the whole cache; a warm start writes nothing

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError:
        return False
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        return False
    return True


def kept_files(name: str) -> Iterator[Path]:
    """Existing files of a name, in the order in which they should be tried."""
    for folder in _folders():
        path = folder / name
        if path.is_file():
            yield path


def keep_file(name: str, data: bytes) -> Path | None:
    """Write a file to the first folder that takes it, and tell where; None when none does."""
    for folder in _folders():
        path = folder / name
        if write_atomically(path, data):
            return path
    return None


def _folders() -> Iterator[Path]:
    yield cache_folder()
    temporary = _private_temporary_folder()
    if temporary is not None:
        yield temporary


def _private_temporary_folder() -> Path | None:
    """A folder that nobody else can plant files in: temporary folders are shared by all users."""
    import tempfile

    try:
        if not hasattr(os, "getuid"):  # Windows gives every user a temporary folder of their own
            return Path(tempfile.gettempdir()) / "speechlint"
        user = os.getuid()
        folder = Path(tempfile.gettempdir()) / f"speechlint-{user}"
        folder.mkdir(mode=0o700, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return None
    private = stat.S_ISDIR(found.st_mode) and found.st_uid == user and not found.st_mode & 0o022
    return folder if private else None
