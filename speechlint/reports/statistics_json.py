"""The figures of drafts as JSON; offsets from 0, in code points; times in seconds."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from speechlint.source import Source, Span
from speechlint.statistics import DocumentFigures, Section, SectionKind, Sentences

Measured = tuple[Source, tuple[DocumentFigures, ...], int]
"""A draft, its figures, and how many characters a minute are read."""


class JsonSection(msgspec.Struct, frozen=True):
    """A section with those below it."""

    kind: SectionKind
    inline: bool
    heading: str
    start: int
    end: int
    characters: int
    spoken: int
    seconds: float
    share: float
    sections: tuple[JsonSection, ...]


class JsonSentences(msgspec.Struct, frozen=True):
    """How long sentences are, in characters, and where the longest is."""

    count: int
    mean: float
    longest: tuple[int, int]


class JsonFourCharacter(msgspec.Struct, frozen=True):
    """How many phrases have four characters."""

    count: int
    phrases: int
    density: float


class JsonDocument(msgspec.Struct, frozen=True):
    """One draft of a file."""

    title: str
    genre: str
    start: int
    end: int
    characters: int
    spoken: int
    seconds: float
    sentences: JsonSentences
    four_character: JsonFourCharacter
    items: tuple[int, ...]
    sections: tuple[JsonSection, ...]


class JsonFile(msgspec.Struct, frozen=True):
    """A file with its drafts."""

    path: str
    characters_a_minute: int
    documents: tuple[JsonDocument, ...]


class JsonStatistics(msgspec.Struct, frozen=True):
    """All files asked for."""

    schema: int
    files: tuple[JsonFile, ...]


def render(measured: Sequence[Measured]) -> str:
    """One JSON document, on one line."""
    files = tuple(
        JsonFile(source.path, rate, tuple(_document(source.prose, one, rate) for one in figures))
        for source, figures, rate in measured
    )
    return msgspec.json.encode(JsonStatistics(schema=1, files=files)).decode()


def _document(text: str, figures: DocumentFigures, rate: int) -> JsonDocument:
    document = figures.document
    return JsonDocument(
        title=document.title.of(text) if document.title else "",
        genre=document.genre,
        start=document.span.start,
        end=document.span.end,
        characters=figures.characters,
        spoken=figures.spoken,
        seconds=_round(figures.seconds(rate)),
        sentences=_sentences(figures.sentences),
        four_character=JsonFourCharacter(
            figures.four_character, figures.phrases, _round(figures.four_character_density)
        ),
        items=figures.items,
        sections=tuple(_section(text, one, rate) for one in figures.sections),
    )


def _sentences(sentences: Sentences) -> JsonSentences:
    longest: Span = sentences.longest
    return JsonSentences(sentences.count, _round(sentences.mean), (longest.start, longest.end))


def _section(text: str, section: Section, rate: int) -> JsonSection:
    return JsonSection(
        kind=section.kind,
        inline=section.inline,
        heading=section.heading.of(text),
        start=section.span.start,
        end=section.span.end,
        characters=section.characters,
        spoken=section.spoken,
        seconds=_round(section.seconds(rate)),
        share=_round(section.share),
        sections=tuple(_section(text, one, rate) for one in section.sections),
    )


def _round(number: float) -> float:
    return round(number, 3)
