"""Dividing runs, so that a comment can begin and end inside what was one run."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import TYPE_CHECKING

from speechlint.readers.docx.composition import Composition, Piece
from speechlint.readers.docx.vocabulary import Vocabulary
from speechlint.word.texts import split_text

if TYPE_CHECKING:
    from lxml.etree import _Element


def split_runs(composition: Composition, offsets: Iterable[int], w: Vocabulary) -> None:
    """Divide runs at offsets of the text; the pieces of the composition are stale afterwards."""
    # From the end, so that what is ahead of a cut keeps its place.
    for offset in sorted(set(offsets), reverse=True):
        index = composition.first_piece(offset)
        if index < len(composition.pieces) and composition.pieces[index].start <= offset:
            _split(composition.pieces[index], offset, w)


def outermost_run(element: _Element, w: Vocabulary) -> _Element:
    """The run of the main text that an element is in; for one in a text box, the run of the box."""
    found = element
    for ancestor in element.iterancestors(w("r")):
        found = ancestor
    return found


def _split(piece: Piece, offset: int, w: Vocabulary) -> None:
    element = piece.element
    run = element.getparent()
    if run is None or run.tag != w("r") or outermost_run(element, w) is not run:
        return
    first = element
    if offset > piece.start:
        first = split_text(element, offset - piece.start)
    elif all(child.tag == w("rPr") for child in element.itersiblings(preceding=True)):
        return
    following = [first, *first.itersiblings()]
    rest = run.makeelement(run.tag, dict(run.attrib))
    properties = run.find(w("rPr"))
    if properties is not None:
        rest.append(deepcopy(properties))
    run.addnext(rest)
    rest.extend(following)
