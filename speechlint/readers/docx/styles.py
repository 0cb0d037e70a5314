"""What paragraph and character styles say about text: numbering, headings, hidden text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from speechlint.readers.docx.vocabulary import Vocabulary
from speechlint.source import TITLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_TITLES = frozenset({"title", "标题"})
_HEADING = re.compile(r"(?:heading|标题) ?([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"toc (?:heading|[1-9])", re.IGNORECASE)
_MAX_ANCESTORS = 50
"""Styles based on each other in a circle are met in damaged documents."""


class Style(msgspec.Struct, frozen=True):
    """What one style says itself; None where it says nothing.

    Attributes:
        based_on: the style it takes everything else from.
        num_id: the list it belongs to; "0" for none.
        list_level: its level in the list, from 0.
        heading: 0 for a title, 1 to 9 for a heading, 10 for text.
        hidden: whether its text is hidden.
        contents: whether it is for lines of a table of contents.
    """

    based_on: str | None = None
    num_id: str | None = None
    list_level: int | None = None
    heading: int | None = None
    hidden: bool | None = None
    contents: bool = False


class Styles:
    """The styles of a document.

    Attributes:
        default: the paragraph style of paragraphs that name none.
    """

    def __init__(self, root: _Element | None, w: Vocabulary) -> None:
        self._styles: dict[str, Style] = {}
        self.default: str | None = None
        for element in () if root is None else root.iter(w("style")):
            identifier = element.get(w("styleId"), "")
            self._styles[identifier] = _read_style(element, w)
            if element.get(w("type")) == "paragraph" and element.get(w("default")) in ("1", "true"):
                self.default = identifier

    def lineage(self, identifier: str | None) -> Iterator[tuple[str, Style]]:
        """A style and those it is based on, nearest first."""
        for _ in range(_MAX_ANCESTORS):
            style = None if identifier is None else self._styles.get(identifier)
            if identifier is None or style is None:
                return
            yield identifier, style
            identifier = style.based_on

    def heading(self, identifier: str | None) -> int | None:
        """The level of a heading or title style, or None."""
        for _, style in self.lineage(identifier):
            if style.heading is not None:
                return style.heading if style.heading <= 9 else None
        return None

    def is_for_contents(self, identifier: str | None) -> bool:
        """Whether a style is for lines of a table of contents, which repeat the headings."""
        return any(style.contents for _, style in self.lineage(identifier))

    def hides(self, identifier: str | None) -> bool:
        """Whether a style hides its text."""
        for _, style in self.lineage(identifier):
            if style.hidden is not None:
                return style.hidden
        return False


def _read_style(element: _Element, w: Vocabulary) -> Style:
    paragraph = element.find(w("pPr"))
    run = element.find(w("rPr"))
    numbering = None if paragraph is None else paragraph.find(w("numPr"))
    outline = w.number(paragraph, "outlineLvl")
    hidden = None if run is None or run.find(w("vanish")) is None else w.is_on(run, "vanish")
    name = w.value(element, "name") or ""
    return Style(
        based_on=w.value(element, "basedOn"),
        num_id=w.value(numbering, "numId"),
        list_level=w.number(numbering, "ilvl"),
        heading=_heading_level(name, outline),
        hidden=hidden,
        contents=_CONTENTS.fullmatch(name) is not None,
    )


def _heading_level(name: str, outline: int | None) -> int | None:
    """Word keeps the English names of its own styles in every language; not all programs do."""
    if name.lower() in _TITLES:
        return TITLE
    named = _HEADING.fullmatch(name)
    if named:
        return int(named[1])
    return None if outline is None else outline + 1
