"""Names in WordprocessingML, which has two dialects: transitional and strict."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATHS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}",
    "{http://purl.oclc.org/ooxml/officeDocument/math}",
)
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_OFF = frozenset({"0", "false", "off"})


class Vocabulary:
    """Qualified names of one dialect: ``w("p")`` is the name of paragraphs."""

    def __init__(self, namespace: str) -> None:
        self.namespace = namespace
        self._val = f"{{{namespace}}}val"

    def __call__(self, name: str) -> str:
        """A name with its namespace, as lxml writes it."""
        return f"{{{self.namespace}}}{name}"

    def child(self, parent: _Element | None, name: str) -> _Element | None:
        """The first child of a name."""
        # Much quicker than find, which takes paths.
        return None if parent is None else next(parent.iterchildren(self(name)), None)

    def value(self, parent: _Element | None, name: str) -> str | None:
        """The ``w:val`` of a child, or None when the child or its value is not there."""
        child = self.child(parent, name)
        return None if child is None else child.get(self._val)

    def number(self, parent: _Element | None, name: str) -> int | None:
        """The ``w:val`` of a child as a number; None where it is no number."""
        return as_number(self.value(parent, name))

    def is_on(self, parent: _Element | None, name: str) -> bool:
        """Whether a switch among the children is there and not turned off."""
        child = self.child(parent, name)
        return child is not None and is_switched_on(child.get(self._val, "1"))


def vocabulary_of(root: _Element) -> Vocabulary:
    """The dialect that a part is written in."""
    from lxml.etree import QName

    return Vocabulary(STRICT if QName(root).namespace == STRICT else TRANSITIONAL)


def is_switched_on(text: str | None) -> bool:
    """Whether an attribute is there and not turned off."""
    return text is not None and text not in _OFF


def as_number(text: str | None) -> int | None:
    """An attribute as a number; None where it is missing or no number."""
    try:
        return int(text or "")
    except ValueError:
        return None
