"""What stands inside a paragraph: runs, and what encloses them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from speechlint.readers.docx.buffer import BLANK, TextBuffer
from speechlint.readers.docx.comments import CommentPlaces
from speechlint.readers.docx.fields import Fields, repeats_text
from speechlint.readers.docx.notes import NoteReferences
from speechlint.readers.docx.runs import ALTERNATIVES, Runs, chosen_branch
from speechlint.readers.docx.styles import Styles
from speechlint.readers.docx.vocabulary import MATHS, Vocabulary

if TYPE_CHECKING:
    from lxml.etree import _Element


class Inlines:
    """Reads the content of paragraphs into a buffer.

    Attributes:
        fields: those that are open.
        runs: what reads runs.
    """

    def __init__(
        self,
        buffer: TextBuffer,
        places: CommentPlaces,
        references: NoteReferences,
        styles: Styles,
        w: Vocabulary,
    ) -> None:
        self.fields = Fields(buffer, w)
        self.runs = Runs(buffer, self.fields, places, references, styles, w)
        self._buffer = buffer
        self._w = w
        self._unfilled = 0
        containers = ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "dir", "bdo")
        self._readers: dict[object, Callable[[_Element], None]] = {
            w("commentRangeStart"): lambda element: places.start(element, buffer.length),
            w("commentRangeEnd"): lambda element: places.end(element, buffer.length),
            w("r"): self.runs.read,
            w("sdt"): self._read_control,
            w("fldSimple"): self._read_simple_field,
            **{w(name): self.read for name in containers},
            **{f"{maths}oMath": self._read_formula for maths in MATHS},
            **{f"{maths}oMathPara": self._read_formula for maths in MATHS},
            ALTERNATIVES: lambda element: self.read(chosen_branch(element)),
        }

    def read_paragraph(self, paragraph: _Element) -> None:
        """Read the content of a ``w:p``."""
        if self._unfilled and not self.fields.silent:
            self._read_unfilled(paragraph)
        else:
            self.read(paragraph)

    def read(self, inlines: Iterable[_Element]) -> None:
        """Read what stands one after the other."""
        for inline in inlines:
            reader = self._readers.get(inline.tag)
            if reader is not None:
                reader(inline)

    def expect_unfilled(self, by: int) -> None:
        """Take paragraphs for what a content control asks for (1), or end that (-1)."""
        self._unfilled += by

    def is_unfilled(self, control: _Element) -> bool:
        """Whether a content control shows what it asks for."""
        return self._w.is_on(control.find(self._w("sdtPr")), "showingPlcHdr")

    def _read_simple_field(self, field: _Element) -> None:
        if not repeats_text(field.get(self._w("instr"), "")):
            self.read(field)

    def _read_formula(self, formula: _Element) -> None:
        if not self.fields.silent:
            for maths in MATHS:
                for text in formula.iter(f"{maths}t"):
                    self._buffer.add_text(text, text.text or "", kept=True, underlined=False)

    def _read_control(self, control: _Element) -> None:
        content = control.find(self._w("sdtContent"))
        if content is None:
            return
        if self.is_unfilled(control) and not self._unfilled and not self.fields.silent:
            self._read_unfilled(content)
        else:
            self.read(content)

    def _read_unfilled(self, content: _Element) -> None:
        """Read what a content control asks for: a blank to be filled in, and no text."""
        start = self._buffer.length
        self.read(content)
        if self._buffer.length - start < len(BLANK):
            self._buffer.add_automatic(BLANK)
        else:
            self._buffer.blank_from(start)
