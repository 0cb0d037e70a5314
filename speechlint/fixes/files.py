"""Putting a changed draft in the place of the old one: wholly or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from speechlint.errors import SourceError
from speechlint.fixes.revision import content_of
from speechlint.source import Source


def replace_file(before: Source, after: Source, data: bytes) -> None:
    """Write a changed draft in its own format and encoding, with its mode and its links kept.

    Args:
        before: the draft as it was read.
        after: the draft to write.
        data: the bytes that it was read from.

    Raises:
        SourceError: the file has changed since, cannot be written, or would not come out the same
            outside the edits; it is then left as it is.
    """
    # A link is followed, so that the draft is replaced and not the link to it.
    target = Path(os.path.realpath(before.path))
    if content_of(before) != data:
        raise SourceError(
            f"{before.path}: left as it is: some of its bytes would not survive being rewritten",
            f"{before.path}：没有改：文件里有的字节重写后会变样",
        )
    try:
        _replace(target, content_of(after), data)
    except _ChangedMeanwhileError:
        raise SourceError(
            f"{before.path}: left as it is: somebody has changed it meanwhile",
            f"{before.path}：没有改：检查期间文件被别人改过了",
        ) from None
    except OSError as problem:
        raise _unwritable(before.path, problem) from problem


def write_file(path: Path, data: bytes) -> None:
    """Write a file wholly or not at all; one that is there is replaced, its mode kept.

    Raises:
        SourceError: it cannot be written.
    """
    target = Path(os.path.realpath(path))
    try:
        _put(target, data, target.stat().st_mode if target.exists() else _new_mode())
    except OSError as problem:
        raise _unwritable(str(path), problem) from problem


def _unwritable(path: str, problem: OSError) -> SourceError:
    reason = problem.strerror or str(problem)
    return SourceError(f"{path}: cannot be written: {reason}", f"{path}：写不了：{reason}")


def _new_mode() -> int:
    """The mode of a new file by the custom of the process."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


class _ChangedMeanwhileError(Exception):
    """The file does not hold the bytes any more that were read from it."""


def _replace(target: Path, data: bytes, expected: bytes) -> None:
    mode = target.stat().st_mode
    if not os.access(target, os.W_OK):
        raise PermissionError(13, os.strerror(13))
    _put(target, data, mode, expected)


def _put(target: Path, data: bytes, mode: int, expected: bytes | None = None) -> None:
    """Write a file beside the target and move it there, if the target is still as expected."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".speechlint-")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode & 0o7777)
        if expected is not None and target.read_bytes() != expected:
            raise _ChangedMeanwhileError
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
