"""The comments of a document: the part that holds them, and the parts that tell more of them."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from speechlint.readers.docx.package import Package, relationships_of
from speechlint.readers.docx.vocabulary import STRICT, XML_SPACE, Vocabulary, as_number
from speechlint.word.anchors import remove_marks
from speechlint.word.repack import serialize

if TYPE_CHECKING:
    from lxml.etree import _Element

AUTHOR = "speechlint"
_INITIALS = "SL"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_LINKS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_KIND = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_CONTENT_TYPES = "[Content_Types].xml"
_EXTENSIONS = ("commentsExtended", "commentsIds", "commentsExtensible")
"""Parts in which new versions of Word keep replies and durable names of comments."""


class Commentary:
    """The comments of a document, to be changed.

    Attributes:
        changed: whether they were.

    Raises:
        SourceError: a part is damaged.
    """

    def __init__(self, package: Package, w: Vocabulary) -> None:
        self._package = package
        self._w = w
        self._part = package.related(package.main, "comments")
        self._root: _Element | None = None if self._part is None else package.tree(self._part)
        self._changed: dict[str, bytes] = {}
        self.changed = False

    def remove_own(self, document: _Element) -> None:
        """Take out the comments of an earlier run, with their marks in the document."""
        w = self._w
        comments = () if self._root is None else self._root.iterchildren(w("comment"))
        own = [comment for comment in comments if comment.get(w("author")) == AUTHOR]
        if self._root is None or not own:
            return
        self.changed = True
        names = {
            value
            for comment in own
            for paragraph in comment.iter(w("p"))
            for key, value in paragraph.items()
            if str(key).endswith("}paraId")
        }
        for comment in own:
            self._root.remove(comment)
        remove_marks(document, frozenset(comment.get(w("id"), "") for comment in own), w)
        if names:
            self._forget(names)

    def next_identifiers(self, count: int) -> list[str]:
        """Names for new comments."""
        comments = () if self._root is None else self._root.iterchildren(self._w("comment"))
        taken = [as_number(comment.get(self._w("id"))) or 0 for comment in comments]
        first = max(taken, default=-1) + 1
        return [str(number) for number in range(first, first + count)]

    def add(
        self,
        identifiers: Sequence[str],
        contents: Sequence[Sequence[str]],
        when: datetime | None,
    ) -> None:
        """Add comments, each of some lines."""
        if not identifiers:
            return
        self.changed = True
        if self._root is None:
            self._root = self._begin_part()
        for identifier, lines in zip(identifiers, contents, strict=True):
            self._root.append(self._comment(self._root, identifier, lines, when))

    def changed_parts(self) -> dict[str, bytes]:
        """The parts that are new or changed, by their names."""
        if self.changed and self._part is not None and self._root is not None:
            self._changed[self._part] = serialize(self._root)
        return self._changed

    def _comment(
        self, near: _Element, identifier: str, lines: Sequence[str], when: datetime | None
    ) -> _Element:
        w = self._w
        attributes = {w("id"): identifier, w("author"): AUTHOR, w("initials"): _INITIALS}
        if when is not None:
            # Word means the time of the place, whatever the letter says.
            attributes[w("date")] = when.strftime("%Y-%m-%dT%H:%M:%SZ")
        comment = near.makeelement(w("comment"), attributes)
        for number, line in enumerate(lines):
            paragraph = _child(comment, w("p"))
            run = _child(paragraph, w("r"))
            if number == 0:
                _child(_child(run, w("rPr")), w("b"))
            text = _child(run, w("t"))
            text.set(XML_SPACE, "preserve")
            text.text = line
        return comment

    def _begin_part(self) -> _Element:
        """Make the part, and name it where the package wants it named."""
        from lxml import etree

        folder = posixpath.dirname(self._package.main)
        names = (posixpath.join(folder, f"comments{number}.xml") for number in ("", *range(2, 99)))
        self._part = next(name for name in names if name not in self._package)
        types = self._package.tree(_CONTENT_TYPES)
        name = f"/{self._part}"
        types.append(types.makeelement(f"{_TYPES}Override", PartName=name, ContentType=_TYPE))
        self._changed[_CONTENT_TYPES] = serialize(types)
        self._link(posixpath.basename(self._part))
        return etree.Element(self._w("comments"), nsmap={"w": self._w.namespace})

    def _link(self, target: str) -> None:
        from lxml import etree

        listing = relationships_of(self._package.main)
        if listing in self._package:
            links = self._package.tree(listing)
        else:
            links = etree.Element(f"{_LINKS}Relationships", nsmap={None: _LINKS[1:-1]})
        taken = {link.get("Id") for link in links}
        free = (f"rId{number}" for number in range(1, len(taken) + 2))
        identifier = next(name for name in free if name not in taken)
        kind = _STRICT_KIND if self._w.namespace == STRICT else _KIND
        links.append(
            links.makeelement(f"{_LINKS}Relationship", Id=identifier, Type=kind, Target=target)
        )
        self._changed[listing] = serialize(links)

    def _forget(self, names: set[str]) -> None:
        """Take removed comments out of the parts that tell more of them.

        Args:
            names: ``paraId`` of the removed paragraphs; durable names are found on the way.
        """
        for kind in _EXTENSIONS:
            part = self._package.related(self._package.main, kind)
            if part is None:
                continue
            root = self._package.tree(part)
            for entry in list(root):
                attributes = {str(key).rpartition("}")[2]: str(key) for key in entry.attrib}
                values = {name: entry.get(key, "") for name, key in attributes.items()}
                if values.get("paraId") in names or values.get("durableId") in names:
                    names.add(values.get("durableId", ""))
                    root.remove(entry)
                elif values.get("paraIdParent") in names:
                    # The answer of a reader stays, as a comment of its own.
                    entry.attrib.pop(attributes["paraIdParent"])
            self._changed[part] = serialize(root)


def _child(parent: _Element, name: str) -> _Element:
    child = parent.makeelement(name)
    parent.append(child)
    return child
