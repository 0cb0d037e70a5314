"""A Word document as a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechlint.directives import blank_directives
from speechlint.readers.docx.body import Body
from speechlint.readers.docx.buffer import TextBuffer
from speechlint.readers.docx.comments import CommentPlaces
from speechlint.readers.docx.composition import Composition
from speechlint.readers.docx.labels import Labels
from speechlint.readers.docx.numbering import read_numbering
from speechlint.readers.docx.package import NO_DOCUMENT, Package
from speechlint.readers.docx.styles import Styles
from speechlint.readers.docx.vocabulary import vocabulary_of
from speechlint.source import Source

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
    composition = compose(package, package.tree(package.main, lean=True))
    return WordSource(package, composition, converted=converted)


def compose(package: Package, root: _Element) -> Composition:
    """The text of a document, with references to its elements.

    Args:
        package: the archive, for styles, numbering and comments.
        root: of the main part.

    Raises:
        SourceError: a part is damaged, or the main part is no text document.
    """
    w = vocabulary_of(root)
    body = root.find(w("body"))
    if body is None:
        raise package.refuse(*NO_DOCUMENT)
    styles_root = _related_tree(package, "styles")
    styles = Styles(styles_root, w)
    lists = read_numbering(_related_tree(package, "numbering"), styles, w)
    buffer = TextBuffer()
    places = CommentPlaces(w)
    Body(buffer, places, styles, Labels(lists, styles, w), w).read_document(body)
    return Composition(
        text=buffer.text(),
        pieces=tuple(buffer.pieces),
        paragraphs=tuple(buffer.paragraphs),
        automatic=tuple(buffer.automatic),
        headings=tuple(buffer.headings),
        comments=places.comments(_related_tree(package, "comments"), w),
    )


def _related_tree(package: Package, kind: str) -> _Element | None:
    part = package.related(package.main, kind)
    return None if part is None else package.tree(part)
