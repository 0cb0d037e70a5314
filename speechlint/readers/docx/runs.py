"""Runs: stretches of text with one format, and the signs among them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from speechlint.readers.docx.buffer import TextBuffer
from speechlint.readers.docx.comments import CommentPlaces
from speechlint.readers.docx.drawn_fields import symbol
from speechlint.readers.docx.fields import Fields
from speechlint.readers.docx.notes import NoteReferences, reference_name
from speechlint.readers.docx.stories import NoteKind
from speechlint.readers.docx.styles import Styles
from speechlint.readers.docx.vocabulary import COMPATIBILITY, XML_SPACE, Vocabulary

if TYPE_CHECKING:
    from lxml.etree import _Element

CHOICE = f"{{{COMPATIBILITY}}}Choice"
FALLBACK = f"{{{COMPATIBILITY}}}Fallback"
ALTERNATIVES = f"{{{COMPATIBILITY}}}AlternateContent"
_SIGNS_OF_FONTS = "w16se"


class Runs:
    """Reads runs into a buffer.

    Attributes:
        paragraph_hidden: whether the style of the paragraph hides its text.
        boxes: text boxes that hang on the runs read so far, to be read after the paragraph.
    """

    def __init__(
        self,
        buffer: TextBuffer,
        fields: Fields,
        places: CommentPlaces,
        references: NoteReferences,
        styles: Styles,
        w: Vocabulary,
    ) -> None:
        self.paragraph_hidden = False
        self.boxes: list[_Element] = []
        self._buffer = buffer
        self._fields = fields
        self._places = places
        self._references = references
        self._styles = styles
        self._w = w
        self._run, self._text, self._properties = w("r"), w("t"), w("rPr")
        self._box = w("txbxContent")
        self._note_references = frozenset(reference_name(kind, w) for kind in NoteKind)
        self._readers: dict[object, Callable[[_Element], None]] = {
            w("fldChar"): fields.mark,
            w("instrText"): lambda element: fields.instruct(element.text or ""),
            w("commentReference"): lambda element: places.end(element, buffer.length),
            w("drawing"): self._collect_boxes,
            w("pict"): self._collect_boxes,
            w("object"): self._collect_boxes,
            w("ruby"): self._read_ruby,
            w("sym"): self._read_symbol,
            ALTERNATIVES: lambda element: self._read_all(chosen_branch(element)),
        }
        self._signs: dict[object, str] = {
            w("tab"): "\t",
            w("ptab"): "\t",
            w("br"): "\n",
            w("cr"): "\n",
            w("noBreakHyphen"): "\u2011",
        }
        self._always_read = {w("fldChar"), w("instrText"), w("commentReference")}
        self._underlined = False

    def read(self, run: _Element) -> None:
        """Read a ``w:r``."""
        children = list(run)
        properties = None
        if children and children[0].tag == self._properties:
            first = children.pop(0)
            properties = first if len(first) else None
        if self._fields.silent or self.hides(properties):
            for child in children:
                if child.tag in self._always_read:
                    self._readers[child.tag](child)
            return
        self._underlined = self._w.value(properties, "u") not in (None, "none")
        self._read_all(children)

    def hides(self, properties: _Element | None) -> bool:
        """Whether the ``w:rPr`` of a run, or a style, hides its text."""
        if properties is None:
            return self.paragraph_hidden
        if properties.find(self._w("vanish")) is not None:
            return self._w.is_on(properties, "vanish")
        style = self._w.value(properties, "rStyle")
        return self.paragraph_hidden or (style is not None and self._styles.hides(style))

    def shows_text(self, paragraph: _Element) -> bool:
        """Whether any text of a paragraph is not hidden."""
        return any(
            run.find(self._text) is not None and not self.hides(run.find(self._properties))
            for run in paragraph.iter(self._run)
        )

    def _read_all(self, children: Iterable[_Element]) -> None:
        for child in children:
            if child.tag == self._text:
                kept = child.get(XML_SPACE) == "preserve"
                text = child.text or ""
                self._buffer.add_text(child, text, kept=kept, underlined=self._underlined)
                continue
            sign = self._signs.get(child.tag)
            if sign is not None:
                self._buffer.add_sign(child, sign, underlined=self._underlined)
                continue
            reader = self._readers.get(child.tag)
            if reader is not None:
                reader(child)
            elif child.tag in self._note_references and self._references.add(
                child, self._buffer.length
            ):
                return

    def _read_symbol(self, element: _Element) -> None:
        try:
            code = int(element.get(self._w("char"), ""), 16)
        except ValueError:
            return
        if sign := symbol(code):
            self._buffer.add_sign(element, sign)

    def _read_ruby(self, element: _Element) -> None:
        """The characters that are spelled out, without the small ones above them."""
        base = element.find(self._w("rubyBase"))
        for run in () if base is None else base.iterchildren(self._run):
            self.read(run)

    def _collect_boxes(self, element: _Element) -> None:
        for box in element.iter(self._box):
            if not self._is_read_otherwise(box, element):
                self.boxes.append(box)

    def _is_read_otherwise(self, box: _Element, end: _Element) -> bool:
        """Whether a text box is inside another, or in a branch that is not shown."""
        for ancestor in box.iterancestors():
            if ancestor is end:
                break
            if ancestor.tag == self._box:
                return True
            parent = ancestor.getparent()
            if (
                ancestor.tag == FALLBACK
                and parent is not None
                and chosen_branch(parent) is not ancestor
            ):
                return True
        return False


def chosen_branch(element: _Element) -> _Element | tuple[()]:
    """The branch of an alternative that Word would show; the others hold the same once more.

    Of signs given by a font, such as emoji, only the fallback holds the character.
    """
    for tag in (CHOICE, FALLBACK):
        branch = element.find(tag)
        if branch is not None and len(branch) and branch.get("Requires") != _SIGNS_OF_FONTS:
            return branch
    return ()
