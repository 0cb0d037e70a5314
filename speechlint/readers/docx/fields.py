"""Fields: instructions that Word carries out, with the text that came of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechlint.readers.docx.buffer import BLANK, TextBuffer
from speechlint.readers.docx.drawn_fields import draw
from speechlint.readers.docx.vocabulary import Vocabulary

if TYPE_CHECKING:
    from lxml.etree import _Element

_REPEATING = ("TOC", "INDEX", "TOA")
"""Fields whose result repeats text of the document: tables of contents and the like."""


_LONGEST_BLANK = 100
"""Code points of an empty result: Word puts five spaces into a form field."""


class _Field:
    """A field that has begun and not ended."""

    def __init__(self, *, form: bool) -> None:
        self.form = form
        self.instruction = ""
        self.silent = True
        self.start: int | None = None


class Fields:
    """The fields that are open at a place of the text.

    A field may be spread over paragraphs. What stands between its beginning and its separator is
    the instruction; only what follows is text.
    """

    def __init__(self, buffer: TextBuffer, w: Vocabulary) -> None:
        self._buffer = buffer
        self._w = w
        self._open: list[_Field] = []
        self._silencing = 0
        self._unclosed: frozenset[_Element] = frozenset()

    @property
    def silent(self) -> bool:
        """Whether text at this place is not to be read."""
        return self._silencing > 0

    def hush(self, by: int) -> None:
        """Silence a part of the document (1), or end that (-1)."""
        self._silencing += by

    def instruct(self, text: str) -> None:
        """Take in a part of the instruction of the innermost field."""
        if self._open and self._open[-1].start is None:
            self._open[-1].instruction += text

    def ignore_unclosed(self, story: _Element) -> None:
        """Find the fields that a story leaves open: Word takes them for none."""
        kind, deleted = self._w("fldCharType"), (self._w("del"), self._w("moveFrom"))
        opened: list[_Element] = []
        for element in story.iter(self._w("fldChar")):
            if next(element.iterancestors(deleted), None) is not None:
                continue
            if element.get(kind) == "begin":
                opened.append(element)
            elif element.get(kind) == "end" and opened:
                opened.pop()
        self._unclosed = frozenset(opened)

    def mark(self, element: _Element) -> None:
        """Take in a ``w:fldChar``."""
        if element in self._unclosed:
            return
        kind = element.get(self._w("fldCharType"))
        if kind == "begin":
            data = element.find(self._w("ffData"))
            form = data is not None and data.find(self._w("textInput")) is not None
            self._open.append(_Field(form=form))
            self._silencing += 1
        elif self._open and kind == "separate":
            self._separate(self._open[-1])
        elif self._open and kind == "end":
            self._end(self._open.pop())

    def _separate(self, field: _Field) -> None:
        if field.start is None:
            field.start = self._buffer.length
            field.silent = repeats_text(field.instruction)
            self._silencing -= not field.silent

    def _end(self, field: _Field) -> None:
        self._silencing -= field.silent
        if self.silent:
            return
        if field.form and self._is_blank(field.start):
            self._buffer.add_automatic(BLANK)
        elif field.start in (None, self._buffer.length):
            self._buffer.add_automatic(draw(field.instruction))

    def _is_blank(self, start: int | None) -> bool:
        """Whether nothing was filled in; the spaces that mark the place are then taken back."""
        if start is None:
            return True
        if self._buffer.length - start > _LONGEST_BLANK:
            return False
        result = self._buffer.text_from(start)
        if result.strip() or "\n" in result:
            return False
        self._buffer.cut_back(start)
        return True


def repeats_text(instruction: str) -> bool:
    """Whether a field with this instruction repeats text of the document."""
    return instruction.strip().upper().startswith(_REPEATING)
