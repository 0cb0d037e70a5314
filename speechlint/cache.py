"""Where speechlint keeps what it can make again: the compiled grammar, the rulebook, results."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def cache_folder() -> Path:
    """The folder of the cache: ``SPEECHLINT_CACHE_DIR``, else the user's cache folder.

    It need not exist yet.
    """
    chosen = os.environ.get("SPEECHLINT_CACHE_DIR")
    if chosen:
        return Path(chosen)
    from platformdirs import user_cache_path  # only asked when no folder was named

    return user_cache_path("speechlint", appauthor=False)


def write_atomically(path: Path, data: bytes) -> bool:
    """Write a file so that a reader sees the old one or the new one, never a part.

    A cache that cannot be written costs time, not the result: the answer is then false.
    """
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
