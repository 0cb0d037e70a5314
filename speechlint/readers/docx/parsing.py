"""Parsing XML: whole, to be written back, or for reading alone.

Neither way loads a DTD, expands an entity or opens anything but the stream; libxml2's own limits on
depth and the size of a text stay in force.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from speechlint.readers.docx.vocabulary import STRICT, TRANSITIONAL

if TYPE_CHECKING:
    from lxml.etree import _Element

_KEPT = ("vanish", "u", "rStyle", "del", "moveFrom")
"""What the reader asks of the properties of runs and paragraph marks."""


def parse_whole(stream: IO[bytes]) -> _Element:
    """The tree of a part.

    Raises:
        lxml.etree.XMLSyntaxError: it is no XML.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    return etree.parse(stream, parser).getroot()


def parse_lean(stream: IO[bytes]) -> _Element:
    """The tree of a document whose run properties are cut down to what the reader asks for.

    Fonts and sizes take three quarters of the memory of a tree; they are dropped as they come.

    Raises:
        lxml.etree.XMLSyntaxError: it is no XML.
        ValueError: it is empty.
    """
    from lxml import etree

    namespaces = (TRANSITIONAL, STRICT)
    kept = frozenset(f"{{{namespace}}}{name}" for namespace in namespaces for name in _KEPT)
    events = etree.iterparse(
        stream,
        events=("end",),
        tag=[f"{{{namespace}}}rPr" for namespace in namespaces],
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    for _, properties in events:
        for child in properties:
            if child.tag in kept:
                break
        else:
            properties.clear()
    if events.root is None:
        raise ValueError("no element")
    return events.root
