"""Taking whole paragraphs out of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechlint.readers.docx.composition import Composition, Paragraph
from speechlint.readers.docx.vocabulary import Vocabulary
from speechlint.source import Span

if TYPE_CHECKING:
    from lxml.etree import _Element

_MARKUP = ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd")
"""What a paragraph holds for others: it moves out before the paragraph goes."""

_PRECIOUS = (
    *("drawing", "pict", "object", "fldChar", "sectPr", "sdt"),
    *("footnoteReference", "endnoteReference", "commentReference", "footnoteRef", "endnoteRef"),
)
"""What must not go with a line of text: pictures, sections, notes, halves of fields."""


def remove_lines(composition: Composition, span: Span, w: Vocabulary) -> bool:
    """Take out the paragraphs that a span covers whole, each with one line end.

    Tells whether the document could take it; if not, nothing was changed.
    """
    lines = _covered(composition, span)
    if not lines or not all(_can_go(composition, line, w) for line in lines):
        return False
    if not _leaves_ends([line.element for line in lines], w):
        return False
    for line in lines:
        _remove(line.element, w)
    return True


def _covered(composition: Composition, span: Span) -> list[Paragraph]:
    """The lines from one line start to another, or from one line end to another."""
    lines = [
        line for line in composition.paragraphs if span.start <= line.start and line.end <= span.end
    ]
    if not lines:
        return []
    with_end = span.start == lines[0].start and span.end == lines[-1].end + 1
    with_start = span.start == lines[0].start - 1 and span.end == lines[-1].end
    return lines if with_end or with_start else []


def _can_go(composition: Composition, line: Paragraph, w: Vocabulary) -> bool:
    element = line.element
    if any(next(element.iter(w(name)), None) is not None for name in _PRECIOUS):
        return False
    index = composition.first_piece(line.start)
    for piece in composition.pieces[index:]:
        if piece.start >= line.end:
            break
        if next(piece.element.iterancestors(w("p")), None) is not element:
            return False
    return True


def _leaves_ends(elements: list[_Element], w: Vocabulary) -> bool:
    """Whether every cell, text box and body that loses paragraphs still ends with one."""
    going = set(elements)
    for parent in {element.getparent() for element in elements}:
        staying = [] if parent is None else [child for child in parent if child not in going]
        while staying and staying[-1].tag != w("p"):
            if staying[-1].tag in (w("tbl"), w("sdt"), w("tcPr")):
                return False
            staying.pop()
        if not staying:
            return False
    return True


def _remove(element: _Element, w: Vocabulary) -> None:
    for child in list(element.iter(*map(w, _MARKUP))):
        element.addprevious(child)
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
