"""The zip archive around a Word document: opened with suspicion, read within limits."""

from __future__ import annotations

import io
import shutil
import zipfile
import zlib
from typing import IO

from speechlint.errors import SourceError

MAX_PARTS = 10_000
"""A draft has some twenty parts and one for each picture; a directory of millions would take the
memory that the parts themselves are denied."""

MAX_XML_BYTES = 64 * 1024 * 1024
"""Of one part when unpacked. A draft of 100,000 characters needs about 2 MB even where every word
is formatted on its own; a tree takes several times the size of its XML."""

MAX_TOTAL_BYTES = 1024 * 1024 * 1024
"""Of all parts when unpacked. Scanned pages and videos are large, and packed hardly smaller."""

_PROTECTED = 1
"""The flag of an entry that is encrypted."""

UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
)
"""What zipfile raises on damaged, encrypted or strangely compressed archives."""


class Archive:
    """A zip archive whose directory was looked through before anything was unpacked.

    Attributes:
        path: the name to show in messages.
        entries: all parts, in the order in which they are stored.

    Raises:
        SourceError: it is damaged, protected, too large, or names paths outside itself.
    """

    def __init__(self, path: str, content: bytes) -> None:
        self.path = path
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except UNREADABLE:
            raise self.refuse("the Word document is damaged", "Word 文档已损坏") from None
        self.entries = self._zip.infolist()
        self._check_size()
        self._names: dict[str, zipfile.ZipInfo] = {}
        for entry in self.entries:
            self._check_entry(entry)
            self._names[part_name(entry.filename)] = entry

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._names

    def refuse(self, english: str, chinese: str) -> SourceError:
        """The error for a document that cannot be read."""
        return SourceError(f"{self.path}: {english}", f"{self.path}：{chinese}")

    def open(self, part: str) -> IO[bytes]:
        """An XML part as a stream, which never gives more than the size that was checked.

        Reading it may raise any of ``UNREADABLE``.

        Raises:
            SourceError: the part is missing or too large, or its beginning is damaged.
        """
        entry = self._names.get(part.lower())
        if entry is None:
            raise self.refuse(f"the document lacks its part “{part}”", f"文档缺了“{part}”")
        if entry.file_size > MAX_XML_BYTES:
            size = entry.file_size // 1024 // 1024
            raise self.refuse(
                f"the part “{part}” is too large to be read ({size} MB)",
                f"“{part}”太大（{size} MB），不读",
            )
        try:
            return self._zip.open(entry)
        except UNREADABLE:
            raise self.damaged(part) from None

    def damaged(self, part: str) -> SourceError:
        """The error for a part that cannot be made sense of."""
        return self.refuse(f"the part “{part}” is damaged", f"“{part}”已损坏")

    def copy(self, entry: zipfile.ZipInfo, target: IO[bytes]) -> None:
        """Write the content of an entry to a stream, a little at a time.

        Raises:
            SourceError: the entry is damaged.
        """
        try:
            with self._zip.open(entry) as source:
                shutil.copyfileobj(source, target)
        except UNREADABLE:
            raise self.damaged(entry.filename) from None

    def _check_size(self) -> None:
        count = len(self.entries)
        if count > MAX_PARTS:
            raise self.refuse(f"{count} parts are too many; not read", f"有 {count} 个部件，不读")
        total = sum(entry.file_size for entry in self.entries)
        if total > MAX_TOTAL_BYTES:
            size = total // 1024 // 1024
            raise self.refuse(
                f"unpacked, it would take {size} MB; not read", f"解开后有 {size} MB，不读"
            )

    def _check_entry(self, entry: zipfile.ZipInfo) -> None:
        name = part_name(entry.filename)
        if entry.flag_bits & _PROTECTED:
            raise self.refuse(
                "protected by a password; save it without one in Word",
                "有密码保护：请在 Word 里去掉密码再保存",
            )
        if name.startswith("/") or name[1:2] == ":" or ".." in name.split("/"):
            raise self.refuse(
                f"the archive names a path outside itself, “{entry.filename}”; not read",
                f"压缩包里有指向包外的路径“{entry.filename}”，不读",
            )
        if name in self._names:
            raise self.refuse(
                f"the archive holds “{entry.filename}” twice; not read",
                f"压缩包里有两个“{entry.filename}”，不读",
            )


def part_name(name: str) -> str:
    """A name to compare: capitals don't count in Office archives, and some use backslashes."""
    return name.replace("\\", "/").lower()
