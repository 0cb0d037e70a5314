"""Figures of a draft: how long it is and each of its sections, and how it is written.

Characters are counted as word processors count them without blanks. Spoken characters leave out the
punctuation besides: they are what a speaker takes time for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum

import msgspec

from speechlint.source import Source, Span
from speechlint.syntax.closings import find_closings, starts_conclusion
from speechlint.syntax.endings import find_ending
from speechlint.syntax.nodes import Document, Item, Outline

_BLANKS = re.compile(r"\s+")
_UNSPOKEN = re.compile(r"[\W_]+")
_SENTENCE = re.compile(r"[^。！？!?\r\n]+")
_PHRASE = re.compile(r"[^、，。；：！？,;:!?…—“”‘’《》（）()\s]+")
_FOUR_HAN = re.compile(r"[㐀-䶿一-鿿]{4}")


class SectionKind(str, Enum):
    """What a section is."""

    OPENING = "opening"
    ITEM = "item"
    CLOSING = "closing"
    APPENDIX = "appendix"


class Section(msgspec.Struct, frozen=True):
    """A part of a document, or an item of the outline.

    Attributes:
        inline: whether it is an item that begins inside a line.
        heading: the marker with the heading; empty where the section has none.
        share: of the spoken characters of the document, from 0 to 1.
        sections: those below it.
    """

    kind: SectionKind
    span: Span
    heading: Span
    characters: int
    spoken: int
    share: float
    inline: bool = False
    sections: tuple[Section, ...] = ()

    @property
    def in_lines(self) -> tuple[Section, ...]:
        """The sections below it that begin a line."""
        return tuple(one for one in self.sections if not one.inline)

    def seconds(self, characters_a_minute: int) -> float:
        """How long it takes to read aloud."""
        return self.spoken * 60 / characters_a_minute


class Sentences(msgspec.Struct, frozen=True):
    """How long sentences are, in characters.

    Attributes:
        mean: 0 where there are none.
        longest: the first of the longest; empty where there are none.
    """

    count: int
    mean: float
    longest: Span


class DocumentFigures(msgspec.Struct, frozen=True):
    """The figures of one document.

    Attributes:
        four_character: how many phrases between two punctuation marks have four characters.
        phrases: how many there are in all.
        items: numbers of items by level, the outermost first, appendix excepted.
    """

    document: Document
    characters: int
    spoken: int
    sections: tuple[Section, ...]
    sentences: Sentences
    four_character: int
    phrases: int
    items: tuple[int, ...]

    @property
    def four_character_density(self) -> float:
        """The share of four-character phrases, from 0 to 1."""
        return self.four_character / self.phrases if self.phrases else 0.0

    def seconds(self, characters_a_minute: int) -> float:
        """How long it takes to read aloud, appendix excepted."""
        spoken = self.spoken - sum(
            one.spoken for one in self.sections if one.kind is SectionKind.APPENDIX
        )
        return spoken * 60 / characters_a_minute


def measure(source: Source, outline: Outline) -> tuple[DocumentFigures, ...]:
    """The figures of every document of a draft."""
    return tuple(_measure_document(source.prose, document) for document in outline.documents)


def _measure_document(text: str, document: Document) -> DocumentFigures:
    whole = document.span.of(text)
    spoken = count_spoken(whole)
    phrases = _PHRASE.findall(whole)
    return DocumentFigures(
        document=document,
        characters=_count_characters(whole),
        spoken=spoken,
        sections=tuple(_find_sections(text, document, spoken)),
        sentences=_measure_sentences(text, document.span),
        four_character=sum(_FOUR_HAN.fullmatch(phrase) is not None for phrase in phrases),
        phrases=len(phrases),
        items=_count_items(document),
    )


def count_spoken(text: str) -> int:
    """The characters of a text that are read aloud."""
    return len(_UNSPOKEN.sub("", text))


def _count_characters(text: str) -> int:
    return len(_BLANKS.sub("", text))


def _find_sections(text: str, document: Document, total: int) -> Iterator[Section]:
    lists = list(document.lists)
    items = [item for found in lists if not found.inline for item in found.items]
    inline = [item for found in lists if found.inline for item in found.items]
    end = document.span.end
    appendix = document.appendix.start if document.appendix else end
    body_end = _closing_start(text, document, appendix)
    opening_end = items[0].span.start if items else body_end
    make = _SectionMaker(text, total)
    yield from make.part(SectionKind.OPENING, Span(document.span.start, opening_end), inline)
    yield from make.items(items, body_end)
    yield from make.part(SectionKind.CLOSING, Span(body_end, appendix), inline)
    yield from make.part(SectionKind.APPENDIX, Span(appendix, end), inline)


def _closing_start(text: str, document: Document, end: int) -> int:
    """Where the conclusion begins: on the last page, after the last marker."""
    last_marker = document.span.start
    for found in document.all_lists():
        if found.span.start < end:
            last_marker = max(last_marker, found.items[-1].marker.span.start)
    ending = find_ending(text, document)
    closings = [closing.span for closing in find_closings(text, ending)]
    for span in ending.page:
        if last_marker < span.start < end and (
            starts_conclusion(text, span) or any(span.overlaps(one) for one in closings)
        ):
            return span.start
    return end


class _SectionMaker:
    """Makes the sections of one document."""

    def __init__(self, text: str, total: int) -> None:
        self._text = text
        self._total = total

    def part(self, kind: SectionKind, span: Span, items: Sequence[Item]) -> Iterator[Section]:
        """The section of a part of the document, with the items in it, unless it is empty."""
        inner = [item for item in items if span.holds(item.span.start)]
        section = self._make(
            kind, span, Span(span.start, span.start), tuple(self.items(inner, span.end))
        )
        if section.spoken:
            yield section

    def items(self, items: Sequence[Item], end: int) -> Iterator[Section]:
        """The sections of items, and of those below them; nothing reaches past an end."""
        for item in items:
            if item.span.start >= end:
                continue
            span = Span(item.span.start, min(item.span.end, end))
            heading = Span(item.marker.span.start, item.heading.span.end)
            below = [one for found in item.lists for one in found.items]
            section = self._make(SectionKind.ITEM, span, heading, tuple(self.items(below, end)))
            yield msgspec.structs.replace(section, inline=item.marker.inline)

    def _make(
        self, kind: SectionKind, span: Span, heading: Span, sections: tuple[Section, ...]
    ) -> Section:
        text = span.of(self._text)
        spoken = count_spoken(text)
        return Section(
            kind=kind,
            span=span,
            heading=heading,
            characters=_count_characters(text),
            spoken=spoken,
            share=spoken / self._total if self._total else 0.0,
            sections=sections,
        )


def _measure_sentences(text: str, span: Span) -> Sentences:
    count = total = longest = 0
    where = Span(span.start, span.start)
    for found in _SENTENCE.finditer(text, span.start, span.end):
        length = _count_characters(found[0])
        if not length:
            continue
        count += 1
        total += length
        if length > longest:
            longest, where = length, Span(*found.span())
    return Sentences(count, total / count if count else 0.0, where)


def _count_items(document: Document) -> tuple[int, ...]:
    end = document.appendix.start if document.appendix else document.span.end
    counts: list[int] = []
    level = [found for found in document.lists if found.span.start < end]
    while level:
        items = [item for found in level for item in found.items]
        counts.append(len(items))
        level = [found for item in items for found in item.lists]
    return tuple(counts)
