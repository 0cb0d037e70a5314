"""From bytes to sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from speechlint.errors import SourceError
from speechlint.source import Source

DRAFT_PATTERNS = ("*.txt", "*.md", "*.markdown")
"""What is taken for a draft in a folder."""


def read(path: str | Path) -> Source:
    """The source of a file. Stands in for the readers: plain text in UTF-8 or GB18030.

    Raises:
        SourceError: the file is missing, unreadable or undecodable.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise SourceError(f"{path}: {reason}", f"{path}：读不了：{reason}") from problem
    return read_bytes(str(path), data)


def read_bytes(path: str, data: bytes) -> Source:
    """The source of some bytes, read as a file of that name would be.

    Raises:
        SourceError: the bytes are undecodable.
    """
    for encoding in ("utf-8", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return Source(
            path, text.removeprefix("\ufeff"), encoding=encoding, bom=text[:1] == "\ufeff"
        )
    raise SourceError(f"{path}: is in no known encoding", f"{path}：认不出文件的编码")


def find_drafts(
    paths: Iterable[str | Path],
    *,
    exclude: Sequence[str] = (),
    include: Sequence[str] = DRAFT_PATTERNS,
    force_exclude: bool = False,
    root: Path | None = None,
) -> Iterator[Path]:
    """The drafts that paths name: files as they are, folders with the drafts in them.

    Raises:
        SourceError: a path is not there.
    """
    for path in map(Path, paths):
        if path.is_dir():
            yield from sorted(file for file in path.rglob("*") if file.suffix in (".txt", ".md"))
        elif path.exists():
            yield path
        else:
            raise SourceError(f"{path}: no such file or folder", f"{path}：没有这个文件或文件夹")
