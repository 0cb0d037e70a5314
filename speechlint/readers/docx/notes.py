"""Footnotes and endnotes: where the text refers to them, and how Word numbers them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from speechlint.readers.docx.formats import format_number
from speechlint.readers.docx.stories import NoteKind, Stories
from speechlint.readers.docx.vocabulary import Vocabulary, is_switched_on, vocabulary_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_FORMATS = {NoteKind.FOOTNOTE: "decimal", NoteKind.ENDNOTE: "lowerRoman"}
"""How Word numbers notes of which nothing else is said (ECMA-376, part 1, 17.11)."""


def reference_name(kind: NoteKind, w: Vocabulary) -> str:
    """The name of the elements that refer to notes of a kind."""
    return w(f"{kind.value}Reference")


class NoteReference(msgspec.Struct, frozen=True):
    """A place of the text that a note belongs to.

    Attributes:
        kind: which kind of note it is.
        identifier: of the note, in the part of its kind.
        place: how much text stands ahead of it, in code points.
        element: the ``w:footnoteReference`` or ``w:endnoteReference``.
        marked: whether the writer marked it with a sign of his own instead of a number.
    """

    kind: NoteKind
    identifier: str
    place: int
    element: _Element
    marked: bool


class NoteReferences:
    """Collects the references to notes, in the order of the text."""

    def __init__(self, w: Vocabulary) -> None:
        self._w = w
        self._id, self._marked = w("id"), w("customMarkFollows")
        self._kinds: dict[object, NoteKind] = {reference_name(kind, w): kind for kind in NoteKind}
        self._found: dict[tuple[NoteKind, str], NoteReference] = {}

    def add(self, element: _Element, place: int) -> bool:
        """Take in a reference, and tell whether the rest of its run is the writer's own mark."""
        kind, identifier = self._kinds[element.tag], element.get(self._id, "")
        marked = is_switched_on(element.get(self._marked))
        found = NoteReference(kind, identifier, place, element, marked)
        self._found.setdefault((kind, identifier), found)
        return marked

    def notes(
        self, stories: Stories, settings: _Element | None
    ) -> Iterator[tuple[NoteReference, _Element, str]]:
        """The notes that are referred to, footnotes first, each with its reference and its label.

        Args:
            stories: of the document.
            settings: the root of ``word/settings.xml``.
        """
        for kind, root in stories.notes.items():
            w = vocabulary_of(root)
            notes = {note.get(w("id"), ""): note for note in root.iterchildren(w(kind.value))}
            number_format = self._format(kind, stories.main, settings)
            number = 0
            for reference in self._found.values():
                note = notes.get(reference.identifier)
                if reference.kind is kind and note is not None:
                    number += not reference.marked
                    label = f"[{format_number(number, number_format)}]"
                    yield reference, note, "" if reference.marked else label

    def _format(self, kind: NoteKind, main: _Element, settings: _Element | None) -> str:
        """How a kind of notes is numbered: as the first section or the whole document says."""
        for root in (main, settings):
            for properties in () if root is None else root.iter(self._w(f"{kind.value}Pr")):
                found = self._w.value(properties, "numFmt")
                if found is not None:
                    return found
        return _FORMATS[kind]
