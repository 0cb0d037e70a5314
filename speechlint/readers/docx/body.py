"""Walking through the body of a document in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from speechlint.readers.docx.buffer import TextBuffer
from speechlint.readers.docx.comments import CommentPlaces
from speechlint.readers.docx.inlines import Inlines
from speechlint.readers.docx.labels import Labels
from speechlint.readers.docx.notes import NoteReferences
from speechlint.readers.docx.runs import ALTERNATIVES, chosen_branch
from speechlint.readers.docx.styles import Styles
from speechlint.readers.docx.vocabulary import Vocabulary

if TYPE_CHECKING:
    from lxml.etree import _Element


class Body:
    """Reads blocks (paragraphs, tables, text boxes) into a buffer."""

    def __init__(
        self,
        buffer: TextBuffer,
        places: CommentPlaces,
        references: NoteReferences,
        styles: Styles,
        labels: Labels,
        w: Vocabulary,
    ) -> None:
        self._buffer = buffer
        self._styles = styles
        self._labels = labels
        self._w = w
        self._inlines = Inlines(buffer, places, references, styles, w)
        self._fields, self._runs = self._inlines.fields, self._inlines.runs
        self._line_start: int | None = None
        self._heading: int | None = None
        self._last: _Element | None = None
        self._label = ""
        self._blocks: dict[object, Callable[[_Element], None]] = {
            w("commentRangeStart"): lambda element: places.start(element, buffer.length),
            w("commentRangeEnd"): lambda element: places.end(element, buffer.length),
            w("p"): self._read_paragraph,
            w("tbl"): self._read_closed,
            w("tr"): self._read_row,
            w("tc"): self._read_closed,
            w("sdt"): self._read_block_control,
            **{w(name): self.read for name in ("customXml", "ins", "moveTo")},
            ALTERNATIVES: lambda element: self.read(chosen_branch(element)),
        }

    def read_story(self, story: _Element, label: str = "") -> None:
        """Read all there is, and end the last line.

        Args:
            story: the element that holds its paragraphs.
            label: what Word draws ahead of it.
        """
        self._label = label
        self._fields.ignore_unclosed(story)
        self._read_closed(story)

    def read(self, blocks: Iterable[_Element]) -> None:
        """Read blocks that stand one after the other."""
        for block in blocks:
            reader = self._blocks.get(block.tag)
            if reader is not None:
                reader(block)

    def _read_closed(self, blocks: Iterable[_Element]) -> None:
        """Read blocks that no line can run out of."""
        self._close_line()
        self.read(blocks)
        self._close_line()

    def _read_row(self, row: _Element) -> None:
        properties = row.find(self._w("trPr"))
        if properties is None or properties.find(self._w("del")) is None:
            self.read(row)

    def _read_paragraph(self, paragraph: _Element) -> None:
        properties = paragraph.find(self._w("pPr"))
        style = self._w.value(properties, "pStyle") or self._styles.default
        # A table of contents may have lost its field, and is still no text.
        repeats = self._styles.is_for_contents(style)
        self._fields.hush(repeats)
        self._read_line(paragraph, properties, style)
        self._fields.hush(-repeats)

    def _read_line(
        self, paragraph: _Element, properties: _Element | None, style: str | None
    ) -> None:
        w = self._w
        mark = None if properties is None else properties.find(w("rPr"))
        self._runs.paragraph_hidden = self._styles.hides(style)
        merged = _mark_is_deleted(mark, w)
        run_in = self._runs.hides(mark) if mark is not None else False
        self._last = paragraph
        if self._line_start is None and not (run_in and not self._runs.shows_text(paragraph)):
            self._begin_line(_governing(paragraph, w) if merged else properties)
        self._inlines.read_paragraph(paragraph)
        if run_in and self._line_start is not None:
            self._end_heading(self._line_start)
        elif not merged:
            self._close_line()
        self._read_boxes()

    def _begin_line(self, properties: _Element | None) -> None:
        self._line_start = self._buffer.length
        outline = self._w.number(properties, "outlineLvl")
        if outline is None:
            style = self._w.value(properties, "pStyle") or self._styles.default
            self._heading = self._styles.heading(style)
        else:
            self._heading = outline + 1 if outline < 9 else None
        if not self._fields.silent:
            self._buffer.add_automatic(self._label)
            self._label = ""
            self._buffer.add_automatic(self._labels.label(properties))

    def _close_line(self) -> None:
        start, element = self._line_start, self._last
        if start is None or element is None:
            return
        self._line_start = None
        # A table of contents leaves no empty lines behind.
        if not (self._fields.silent and self._buffer.length == start):
            self._end_heading(start)
            self._buffer.end_line(start, element)

    def _end_heading(self, start: int) -> None:
        """End the heading that a line began with; text may follow it on the line."""
        if self._heading is not None:
            self._buffer.mark_heading(start, self._heading)
            self._heading = None

    def _read_boxes(self) -> None:
        boxes, self._runs.boxes = self._runs.boxes, []
        for box in boxes:
            self._read_closed(box)

    def _read_block_control(self, control: _Element) -> None:
        content = control.find(self._w("sdtContent"))
        if content is None:
            return
        repeats = self._repeats(control)
        unfilled = self._inlines.is_unfilled(control)
        self._fields.hush(repeats)
        self._inlines.expect_unfilled(unfilled)
        self.read(content)
        self._inlines.expect_unfilled(-unfilled)
        self._fields.hush(-repeats)

    def _repeats(self, control: _Element) -> bool:
        """Whether a content control holds a table of contents, with its heading."""
        properties = control.find(self._w("sdtPr"))
        part = None if properties is None else properties.find(self._w("docPartObj"))
        return self._w.value(part, "docPartGallery") == "Table of Contents"


def _mark_is_deleted(mark: _Element | None, w: Vocabulary) -> bool:
    return mark is not None and (
        mark.find(w("del")) is not None or mark.find(w("moveFrom")) is not None
    )


def _governing(paragraph: _Element, w: Vocabulary) -> _Element | None:
    """The properties of the paragraph that deleted paragraph marks join a paragraph to."""
    while True:
        properties = paragraph.find(w("pPr"))
        mark = None if properties is None else properties.find(w("rPr"))
        following = next(paragraph.itersiblings(w("p")), None)
        if following is None or not _mark_is_deleted(mark, w):
            return properties
        paragraph = following
