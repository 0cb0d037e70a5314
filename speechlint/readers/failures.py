"""Saying why the system would not give up a file."""

from __future__ import annotations

from pathlib import Path

from speechlint.errors import SourceError

_REASONS: tuple[tuple[type[OSError], str, str], ...] = (
    (FileNotFoundError, "no such file or folder", "没有这个文件或文件夹"),
    (PermissionError, "you may not read it", "没有读取的权限"),
    (IsADirectoryError, "it is a folder", "这是一个文件夹"),
)


def unreadable(path: str | Path, problem: OSError | None = None) -> SourceError:
    """The error for a path that cannot be read; without a problem, for one that is missing."""
    if problem is None:
        problem = FileNotFoundError()
    for kind, english, chinese in _REASONS:
        if isinstance(problem, kind):
            return SourceError(f"{path}: {english}", f"{path}：{chinese}")
    reason = problem.strerror or str(problem)
    return SourceError(f"{path}: cannot be read: {reason}", f"{path}：读不了：{reason}")
