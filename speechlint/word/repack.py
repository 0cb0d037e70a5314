"""Putting changed parts back into an archive; all others stay what they are."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import TYPE_CHECKING

from speechlint.readers.docx.archive import part_name

if TYPE_CHECKING:
    from lxml.etree import _Element

    from speechlint.readers.docx.package import Package

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of new parts, so that the same document always gives the same archive."""


def serialize(root: _Element) -> bytes:
    """A part as Word writes it: UTF-8, with a declaration."""
    from lxml import etree

    return etree.tostring(
        root.getroottree(), encoding="UTF-8", xml_declaration=True, standalone=True
    )


def repack(package: Package, changed: Mapping[str, bytes]) -> bytes:
    """The archive with some parts changed or added.

    Args:
        package: the document as it was.
        changed: contents by the names of parts.

    Raises:
        SourceError: a part that should be copied is damaged.
    """
    contents = {part_name(name): content for name, content in changed.items()}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in package.entries:
            copy = _like(entry)
            content = contents.pop(part_name(entry.filename), None)
            if content is not None:
                target.writestr(copy, content)
                continue
            copy.file_size = entry.file_size
            with target.open(copy, "w") as part:
                package.copy(entry, part)
        for name, content in changed.items():
            if part_name(name) in contents:
                added = zipfile.ZipInfo(name, _EPOCH)
                added.compress_type = zipfile.ZIP_DEFLATED
                target.writestr(added, content)
    return stream.getvalue()


def _like(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    copy = zipfile.ZipInfo(entry.filename, entry.date_time)
    copy.compress_type = entry.compress_type
    copy.external_attr = entry.external_attr
    copy.create_system = entry.create_system
    copy.comment = entry.comment
    return copy
