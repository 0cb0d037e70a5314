"""Where comments begin and end in a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from speechlint.readers.docx.composition import Composition, Paragraph
from speechlint.readers.docx.vocabulary import Vocabulary
from speechlint.source import Span
from speechlint.word.runs import outermost_run
from speechlint.word.texts import drop_run_if_empty

if TYPE_CHECKING:
    from lxml.etree import _Element

_CLAUSE = re.compile(r"[^，。；：！？,;:!?\n]{1,30}")
"""As much of a line as shows which line is meant."""

_CONTAINERS = ("p", "ins", "moveTo", "hyperlink")
"""In these, marks of comments may stand between runs."""


class Anchor(msgspec.Struct, frozen=True):
    """What a comment is put on.

    Attributes:
        span: the text; empty for an empty paragraph. In a note, what was found there.
        note: the number of the note, from 0, whose reference it is put on instead: Word takes no
            comments inside notes.
    """

    span: Span
    note: int | None = None


def choose_anchor(composition: Composition, span: Span) -> Anchor:
    """What the comment of a finding is put on."""
    note = composition.note_at(span.start)
    return Anchor(_choose_span(composition, span) if note is None else span, note)


def _choose_span(composition: Composition, span: Span) -> Span:
    """The text that a comment is put on; empty for an empty paragraph.

    A number that Word draws cannot carry a comment: the words after it do. What has no place goes
    on the title.
    """
    pieces = composition.pieces
    first, last = composition.first_piece(span.start), composition.first_piece(span.end - 1)
    if len(span) and first < len(pieces) and pieces[first].start < span.end:
        last = min(last, len(pieces) - 1)
        last -= pieces[last].start >= span.end
        return Span(max(span.start, pieces[first].start), min(span.end, pieces[last].end))
    words = _text_of(composition, composition.paragraph_at(span.start))
    if words and span.start > words.start:
        end = min(span.start, words.end)
        return Span(end - 1, end)
    if not words and not len(span):
        lines = (_text_of(composition, one) for one in composition.paragraphs)
        words = next((line for line in lines if line), None)
    if not words:
        return Span(span.start, span.start)
    clause = _CLAUSE.search(composition.text, words.start, words.end)
    return Span(clause.start(), clause.end()) if clause else words


def place_comments(
    composition: Composition, anchors: Sequence[Anchor], identifiers: Sequence[str], w: Vocabulary
) -> None:
    """Put the marks of comments around what they are on; runs begin and end there."""
    marks = list(zip(anchors, identifiers, strict=True))
    for anchor, identifier in marks:
        run = _run_of(composition, anchor, w, last=False)
        if run is not None:
            run.addprevious(_mark(run, "commentRangeStart", identifier, w))
    # Backwards, since each is put straight behind the run.
    for anchor, identifier in reversed(marks):
        run = _run_of(composition, anchor, w, last=True)
        if run is not None:
            run.addnext(_reference(run, identifier, w))
            run.addnext(_mark(run, "commentRangeEnd", identifier, w))
    for anchor, identifier in marks:
        if anchor.note is None and not len(anchor.span) and composition.paragraphs:
            _place_on_empty(composition.paragraph_at(anchor.span.start).element, identifier, w)


def remove_marks(root: _Element, identifiers: frozenset[str], w: Vocabulary) -> None:
    """Take the marks of comments out of a document."""
    names = ("commentRangeStart", "commentRangeEnd", "commentReference")
    for mark in list(root.iter(*map(w, names))):
        parent = mark.getparent()
        if mark.get(w("id")) in identifiers and parent is not None:
            parent.remove(mark)
            drop_run_if_empty(parent, w)


def _text_of(composition: Composition, paragraph: Paragraph) -> Span | None:
    """The part of a line that comes from the document."""
    pieces = composition.pieces
    index = composition.first_piece(paragraph.start)
    if index == len(pieces) or pieces[index].start >= paragraph.end:
        return None
    return Span(pieces[index].start, paragraph.end)


def _run_of(
    composition: Composition, anchor: Anchor, w: Vocabulary, *, last: bool
) -> _Element | None:
    """The first or the last run of an anchor, or what encloses it where no marks may stand."""
    if anchor.note is not None:
        return _movable(composition.notes[anchor.note].reference, w)
    if not len(anchor.span):
        return None
    offset = anchor.span.end - 1 if last else anchor.span.start
    return _movable(composition.pieces[composition.first_piece(offset)].element, w)


def _movable(element: _Element, w: Vocabulary) -> _Element:
    """The run that holds an element, or what encloses it where no marks may stand."""
    found = outermost_run(element, w)
    containers = frozenset(map(w, _CONTAINERS))
    parent = found.getparent()
    while parent is not None and parent.tag not in containers:
        found, parent = parent, parent.getparent()
    return found


def _place_on_empty(paragraph: _Element, identifier: str, w: Vocabulary) -> None:
    paragraph.append(_mark(paragraph, "commentRangeStart", identifier, w))
    paragraph.append(_mark(paragraph, "commentRangeEnd", identifier, w))
    paragraph.append(_reference(paragraph, identifier, w))


def _mark(near: _Element, name: str, identifier: str, w: Vocabulary) -> _Element:
    return near.makeelement(w(name), {w("id"): identifier})


def _reference(near: _Element, identifier: str, w: Vocabulary) -> _Element:
    run = near.makeelement(w("r"))
    run.append(_mark(near, "commentReference", identifier, w))
    return run
