"""Where speechlint keeps what it can make again: grammar, rulebook, results, words.

Where the user's folder cannot be written (a read-only home, a container), files that take long to
make go to a private folder among the temporary files; where that fails too, nothing is kept.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from speechlint.cache_place import cache_place

_OURS = (
    *("*.grammar", "lexicon-*.msgpack", "rulebook-*.msgpack", "words-*.trie"),
    *("pages", "results", "runs"),
)
"""What speechlint keeps in the folder of its cache."""


def cache_folder() -> Path:
    """The folder of the cache: ``SPEECHLINT_CACHE_DIR``, else the user's cache folder.

    It need not exist yet.
    """
    return Path(cache_place())


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


def files_state(roots: Iterable[Path], suffixes: tuple[str, ...]) -> list[str]:
    """What changes whenever a file does: name, size and time of each under some folders, sorted.

    Args:
        roots: folders, or files of any suffix.
        suffixes: of the files that count in a folder.

    Raises:
        OSError: a root is not there, or a folder cannot be listed.
    """
    found = []
    folders = []
    for root in roots:
        if root.is_dir():
            folders.append(str(root))
        else:
            found.append(_file_state(str(root), root.stat()))
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.name.endswith(suffixes):
                    found.append(_file_state(entry.path, entry.stat()))
                elif entry.is_dir():
                    folders.append(entry.path)
    return sorted(found)


def _file_state(path: str, status: os.stat_result) -> str:
    # Whatever bytes the name is made of, the line can be encoded.
    printable = os.fsencode(path).decode("utf-8", "backslashreplace")
    return f"{printable}:{status.st_size}:{status.st_mtime_ns}"


def empty_cache(folder: Path) -> None:
    """Take out of a folder what speechlint keeps there and nothing else, then the folder if empty.

    The folder may be one that others use too: the user named it.
    """
    import shutil

    for pattern in _OURS:
        for path in folder.glob(pattern):
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
    with suppress(OSError):
        folder.rmdir()


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
