"""Changing what text elements hold, with space kept and empty elements taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechlint.readers.docx.vocabulary import XML_SPACE, Vocabulary

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACES = " \n\r\t"


def shown_text(element: _Element) -> str:
    """The text of a ``w:t`` without the space around it that Word passes over."""
    text = element.text or ""
    return text if element.get(XML_SPACE) == "preserve" else text.strip(_SPACES)


def set_text(element: _Element, text: str) -> None:
    """Set the text of a ``w:t`` so that Word shows all of it."""
    if text != text.strip(_SPACES):
        element.set(XML_SPACE, "preserve")
    element.text = text


def replace_text(element: _Element, start: int, end: int, text: str) -> None:
    """Replace a part of the shown text of a ``w:t``."""
    whole = shown_text(element)
    set_text(element, whole[:start] + text + whole[end:])


def split_text(element: _Element, offset: int) -> _Element:
    """Divide a ``w:t`` within its shown text, and give the second half, which follows it."""
    whole = shown_text(element)
    rest = element.makeelement(element.tag, dict(element.attrib))
    element.addnext(rest)
    set_text(rest, whole[offset:])
    set_text(element, whole[:offset])
    return rest


def drop_if_empty(element: _Element, w: Vocabulary) -> None:
    """Take out a ``w:t`` without text, and its run when nothing else is in it."""
    run = element.getparent()
    if element.text or run is None:
        return
    run.remove(element)
    drop_run_if_empty(run, w)


def drop_run_if_empty(run: _Element, w: Vocabulary) -> None:
    """Take out a run that holds nothing but its format."""
    parent = run.getparent()
    if run.tag == w("r") and parent is not None and all(child.tag == w("rPr") for child in run):
        parent.remove(run)
