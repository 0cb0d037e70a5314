"""Telling notes together that are of one rule, so that thirty masks do not fill a page."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from speechlint.reports.html.views import Note, NoteGroup


def group_by_rule(notes: Iterable[Note]) -> tuple[NoteGroup, ...]:
    """The notes of a section, those of one rule and severity together."""
    return tuple(_group(((note.code, note.severity), note) for note in notes))


def group_alike(notes: Iterable[Note]) -> tuple[NoteGroup, ...]:
    """The notes of a line, those together that say the same and refer to nothing else."""
    return tuple(_group((note.number if note.related else _words(note), note) for note in notes))


def _words(note: Note) -> tuple[str, str, bool]:
    return note.code, note.message, note.fixable


def _group(keyed: Iterable[tuple[Hashable, Note]]) -> Iterator[NoteGroup]:
    groups: dict[Hashable, list[Note]] = {}
    for key, note in keyed:
        groups.setdefault(key, []).append(note)
    for notes in groups.values():
        yield NoteGroup(
            first=notes[0],
            numbers=tuple(note.number for note in notes),
            alike=all(note.message == notes[0].message for note in notes),
        )
