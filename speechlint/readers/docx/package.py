"""The parts of a Word document and how they name one another.

Nothing outside the archive is ever opened: external relationships are passed over, and XML with a
document type declaration, the only way to entities, is refused.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from speechlint.readers.docx.archive import UNREADABLE, Archive
from speechlint.readers.docx.parsing import parse_lean, parse_whole

if TYPE_CHECKING:
    from lxml.etree import _Element

NO_DOCUMENT = ("an archive or Office file, but no Word document", "不是 Word 文档")

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Package(Archive):
    """A Word document as parts.

    Attributes:
        content: the archive itself.
        main: the name of the part with the text.

    Raises:
        SourceError: the archive is damaged, unsafe, protected or no Word document.
    """

    def __init__(self, path: str, content: bytes) -> None:
        super().__init__(path, content)
        self.content = content
        main = self.related("", "officeDocument")
        if main is None and "word/document.xml" in self:
            main = "word/document.xml"
        if main is None:
            raise self.refuse(*NO_DOCUMENT)
        self.main = main

    def tree(self, part: str, *, lean: bool = False) -> _Element:
        """The root element of an XML part.

        Args:
            part: its name.
            lean: whether to leave out formats, which only matter to what is written back.

        Raises:
            SourceError: the part cannot be read, is no XML, or declares a document type.
        """
        from lxml import etree

        try:
            with self.open(part) as stream:
                root = parse_lean(stream) if lean else parse_whole(stream)
        except (etree.XMLSyntaxError, *UNREADABLE):
            raise self.damaged(part) from None
        if root.getroottree().docinfo.doctype:
            raise self.refuse(
                f"the part “{part}” declares a document type, as Word never does; not read",
                f"“{part}”里有文档类型声明，Word 从不这样写：不读",
            )
        return root

    def related(self, part: str, kind: str) -> str | None:
        """The first part that another one names as its ``numbering``, ``styles`` or the like.

        An empty name stands for the package itself. What lies outside the archive is passed over.

        Raises:
            SourceError: the relationships of the part cannot be read.
        """
        listing = relationships_of(part)
        if listing not in self:
            return None
        folder = posixpath.dirname(part)
        for one in self.tree(listing).iter(_RELATIONSHIP):
            if one.get("TargetMode") == "External" or not one.get("Type", "").endswith(f"/{kind}"):
                continue
            target = posixpath.join("/", folder, one.get("Target", ""))
            target = posixpath.normpath(target).lstrip("/")
            if target in self:
                return target
        return None


def relationships_of(part: str) -> str:
    """The name of the part that lists what a part refers to."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")
