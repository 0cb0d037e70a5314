"""Edits of the text of a Word document, carried out in the runs they touch.

Format, fields, bookmarks, revision marks and comments around an edit stay; so does every other part
of the document. An edit that the document cannot take is refused, and nothing of it is done: one
that touches a number that Word draws, adds a line, or joins paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from speechlint.diagnostic import Edit
from speechlint.readers.docx import WordSource, compose, read_stories
from speechlint.readers.docx.composition import Composition, Piece
from speechlint.readers.docx.vocabulary import MATHS, Vocabulary, vocabulary_of
from speechlint.source import Span
from speechlint.word.boxes import BoxTwins
from speechlint.word.lines import remove_lines
from speechlint.word.repack import repack, serialize
from speechlint.word.texts import drop_if_empty, replace_text

if TYPE_CHECKING:
    from lxml.etree import _Element


_NO_TEXT = re.compile("[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]")
"""What cannot stand in the text of a run: line ends, tabs, and what XML forbids."""


class EditedDocument(msgspec.Struct, frozen=True):
    """A document after edits.

    Attributes:
        content: the archive.
        refused: edits that the document could not take, in order.
    """

    content: bytes
    refused: tuple[Edit, ...]


def apply_edits(source: WordSource, edits: Iterable[Edit]) -> EditedDocument:
    """Carry out edits that don't overlap; of those that do, the last one counts.

    Raises:
        SourceError: a part that should be copied is damaged.
    """
    package = source.package
    stories = read_stories(package)
    before = {part: serialize(root) for part, root in stories.parts.items()}
    editor = _Editor(compose(package, stories), vocabulary_of(stories.main))
    refused: list[Edit] = []
    free = len(source.text)
    done = 0
    # From the end: what stands ahead of an edit keeps its place.
    for edit in sorted(edits, reverse=True):
        if edit.span.end <= free and editor.apply(edit):
            free = edit.span.start
            done += 1
        else:
            refused.append(edit)
    if not done:
        return EditedDocument(package.content, tuple(reversed(refused)))
    editor.finish()
    after = {part: serialize(root) for part, root in stories.parts.items()}
    changed = {part: content for part, content in after.items() if content != before[part]}
    return EditedDocument(repack(package, changed), tuple(reversed(refused)))


class _Editor:
    """Carries out edits one by one, from the end of the text to its beginning."""

    def __init__(self, composition: Composition, w: Vocabulary) -> None:
        self._composition = composition
        self._w = w
        self._twins = BoxTwins(w)
        self._text_tag = w("t")
        self._touched: list[_Element] = []

    def apply(self, edit: Edit) -> bool:
        """Carry out an edit, and tell whether the document could take it."""
        span, text = _narrow(edit, self._composition.text)
        if _NO_TEXT.search(text):
            return False
        if not len(span):
            return not text or self._insert(span.start, text)
        pieces = self._pieces(span)
        covered = sum(min(p.end, span.end) - max(p.start, span.start) for p in pieces)
        if any(str(piece.element.tag).startswith(MATHS) for piece in pieces):
            return False
        if covered < len(span):
            return not text and remove_lines(self._composition, span, self._w)
        self._replace(pieces, span, text)
        return True

    def finish(self) -> None:
        """Clean up behind all edits."""
        for element in self._touched:
            drop_if_empty(element, self._w)
        self._twins.update()

    def _pieces(self, span: Span) -> list[Piece]:
        pieces = self._composition.pieces
        index = self._composition.first_piece(span.start)
        found: list[Piece] = []
        while index < len(pieces) and pieces[index].start < span.end:
            found.append(pieces[index])
            index += 1
        return found

    def _replace(self, pieces: list[Piece], span: Span, text: str) -> None:
        """Put the new text where the old one begins, and delete the old one everywhere."""
        receiver = next((piece for piece in pieces if self._holds_text(piece)), None)
        if receiver is None and text:
            self._add_beside(pieces[0].element, text, after=False)
        for piece in reversed(pieces):
            if not self._holds_text(piece):
                self._remove_sign(piece.element)
                continue
            start = max(span.start, piece.start) - piece.start
            end = min(span.end, piece.end) - piece.start
            self._change(piece.element, start, end, text if piece is receiver else "")

    def _insert(self, offset: int, text: str) -> bool:
        """Insert into the run on the left, which the writer was typing in, or on the right."""
        pieces = self._composition.pieces
        index = self._composition.first_piece(offset)
        right = pieces[index] if index < len(pieces) and pieces[index].start <= offset else None
        left = pieces[index - 1] if index and pieces[index - 1].end == offset else None
        if right is not None and right.start < offset:
            left = right
        for piece in (left, right):
            if piece is not None and self._holds_text(piece):
                at = offset - piece.start
                self._change(piece.element, at, at, text)
                return True
        beside = next((p for p in (left, right) if p and p.element.getparent() is not None), None)
        if beside is None:
            return self._begin_paragraph(offset, text)
        self._add_beside(beside.element, text, after=beside is left)
        return True

    def _begin_paragraph(self, offset: int, text: str) -> bool:
        """Give an empty paragraph its first run; nothing can go ahead of a number or beside one."""
        paragraph = self._composition.paragraph_at(offset)
        pieces = self._pieces(Span(paragraph.start, paragraph.end))
        if pieces or offset < paragraph.end:
            return False
        run = paragraph.element.makeelement(self._w("r"))
        paragraph.element.append(run)
        run.append(self._new_text(run, text))
        return True

    def _holds_text(self, piece: Piece) -> bool:
        return piece.element.tag == self._text_tag

    def _change(self, element: _Element, start: int, end: int, text: str) -> None:
        self._twins.touch(element)
        replace_text(element, start, end, text)
        self._touched.append(element)

    def _remove_sign(self, element: _Element) -> None:
        self._twins.touch(element)
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)

    def _add_beside(self, element: _Element, text: str, *, after: bool) -> None:
        self._twins.touch(element)
        added = self._new_text(element, text)
        if after:
            element.addnext(added)
        else:
            element.addprevious(added)

    def _new_text(self, near: _Element, text: str) -> _Element:
        element = near.makeelement(self._w("t"))
        replace_text(element, 0, 0, text)
        return element


def _narrow(edit: Edit, text: str) -> tuple[Span, str]:
    """An edit without what it leaves as it was, so that it touches as few runs as possible."""
    start, end = edit.span.start, edit.span.end
    new = edit.text
    while start < end and new and text[start] == new[0]:
        start, new = start + 1, new[1:]
    while start < end and new and text[end - 1] == new[-1]:
        end, new = end - 1, new[:-1]
    return Span(start, end), new
