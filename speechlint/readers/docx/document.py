"""A Word document as a source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechlint.directives import blank_directives
from speechlint.readers.docx.body import Body
from speechlint.readers.docx.buffer import TextBuffer
from speechlint.readers.docx.comments import CommentPlaces
from speechlint.readers.docx.composition import Composition, PlacedNote
from speechlint.readers.docx.labels import Labels
from speechlint.readers.docx.notes import NoteReferences
from speechlint.readers.docx.numbering import read_numbering
from speechlint.readers.docx.package import NO_DOCUMENT, Package
from speechlint.readers.docx.stories import Stories, read_stories
from speechlint.readers.docx.styles import Styles
from speechlint.readers.docx.vocabulary import vocabulary_of
from speechlint.source import Note, Source, Span

if TYPE_CHECKING:
    from lxml.etree import _Element


class WordSource(Source):
    """A Word document as it was read: its text is one paragraph a line, list numbers included.

    Attributes:
        package: the archive.
        composition: the way from the text back to the document.
        converted: whether the file is of another format, so that nothing can be written back.
    """

    def __init__(
        self, package: Package, composition: Composition, *, converted: bool = False
    ) -> None:
        super().__init__(
            package.path,
            composition.text,
            prose=blank_directives(composition.text),
            automatic=composition.automatic,
            headings=composition.headings,
            comments=composition.comments,
            notes=tuple(placed.note for placed in composition.notes),
        )
        self.package = package
        self.composition = composition
        self.converted = converted


def read_docx(path: str, content: bytes, *, converted: bool = False) -> WordSource:
    """Read a .docx file.

    Args:
        path: the name to show in messages.
        content: the file.
        converted: whether the content was made from a file of another format.

    Raises:
        SourceError: the file is damaged, unsafe, protected or no Word document.
    """
    package = Package(path, content)
    stories = read_stories(package, lean=True)
    composition = compose(package, stories)
    if next(stories.main.iter(vocabulary_of(stories.main)("altChunk")), None) is not None:
        raise package.refuse(
            "a part of it is another file that only Word can read; save it once more in Word",
            "里面嵌着另一个文件，只有 Word 读得了：请用 Word 打开，再保存一次",
        )
    return WordSource(package, composition, converted=converted)


def compose(package: Package, stories: Stories) -> Composition:
    """The text of a document, with references to its elements.

    Args:
        package: the archive, for styles, numbering and comments.
        stories: what holds the text.

    Raises:
        SourceError: a part is damaged, or the main part is no text document.
    """
    w = vocabulary_of(stories.main)
    body = stories.main.find(w("body"))
    if body is None:
        raise package.refuse(*NO_DOCUMENT)
    reading = _Reading(package, stories)
    reading.read_main(body)
    notes = tuple(reading.read_notes())
    buffer = reading.buffer
    return Composition(
        text=buffer.text(),
        pieces=tuple(buffer.pieces),
        paragraphs=tuple(buffer.paragraphs),
        automatic=tuple(buffer.automatic),
        headings=tuple(buffer.headings),
        comments=reading.places.comments(_related_tree(package, "comments"), w),
        notes=notes,
    )


class _Reading:
    """Reads the stories of a document one after the other."""

    def __init__(self, package: Package, stories: Stories) -> None:
        self._package = package
        self._stories = stories
        self._w = w = vocabulary_of(stories.main)
        self._styles = Styles(_related_tree(package, "styles"), w)
        self._lists = read_numbering(_related_tree(package, "numbering"), self._styles, w)
        self._references = NoteReferences(w)
        self.buffer = TextBuffer()
        self.places = CommentPlaces(w)

    def read_main(self, body: _Element) -> None:
        """Read the main text."""
        self._begin_story(self._references).read_story(body)

    def read_notes(self) -> Iterator[PlacedNote]:
        """Read the notes that the main text refers to, each apart."""
        if not self._stories.notes:
            return
        settings = _related_tree(self._package, "settings")
        for reference, note, label in self._references.notes(self._stories, settings):
            start = self.buffer.length
            self._begin_story(NoteReferences(self._w)).read_story(note, label)
            if self.buffer.length > start:
                span = Span(start, self.buffer.length - 1)
                yield PlacedNote(Note(reference.place, span), reference.element)

    def _begin_story(self, references: NoteReferences) -> Body:
        """Lists are numbered anew in each story, and no field runs out of it."""
        labels = Labels(self._lists, self._styles, self._w)
        return Body(self.buffer, self.places, references, self._styles, labels, self._w)


def _related_tree(package: Package, kind: str) -> _Element | None:
    part = package.related(package.main, kind)
    return None if part is None else package.tree(part)
