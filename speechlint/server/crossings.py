"""What comparing drafts with one another brought, kept at its place while they are edited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from lsprotocol import types

from speechlint.diagnostic import Diagnostic, Edit
from speechlint.linter import Linter
from speechlint.server.documents import Documents, OpenDocument
from speechlint.source import Span


class Place(msgspec.Struct, frozen=True):
    """A stretch of a text.

    Attributes:
        uri: the text's name in the editor.
        digest: the hash of the text; of no other text is anything known.
        span: where it is.
        range: the same for the editor.
    """

    uri: str
    digest: int
    span: Span
    range: types.Range

    def after(self, before: OpenDocument, after: OpenDocument) -> Place | None:
        """Where it is once the text has been edited; nowhere when the edit touched it."""
        if self.uri != before.uri or self.digest != hash(before.text):
            return self
        span: Span | None = self.span
        for edit in after.edits:
            span = span and _shift(span, edit)
        if span is None:
            return None
        return Place(self.uri, hash(after.text), span, after.index.range(span))


class Crossing(msgspec.Struct, frozen=True):
    """A diagnostic of one draft that is about another one, too.

    Attributes:
        linter: what found it.
        here: where it is.
        there: the place in the other draft, unless that was edited there.
        words: what is said of that place.
    """

    diagnostic: Diagnostic
    linter: Linter
    here: Place
    there: Place | None
    words: str


class Crossings:
    """What the last comparison brought; an edit moves it or drops it, until the next one."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents
        self._kept: dict[str, list[Crossing]] = {}
        self._involved: set[str] = set()

    def replace(self, found: Iterable[Crossing]) -> set[str]:
        """Keep what a new comparison brought, in place of what the last one did.

        Returns:
            the texts of which something else is to be said now.
        """
        before = self._kept
        self._keep(found)
        names = {*before, *self._kept}
        return {
            uri for uri in names if _said(before.get(uri, ())) != _said(self._kept.get(uri, ()))
        }

    def follow(self, before: OpenDocument, after: OpenDocument) -> None:
        """Move what is kept of a document, which has been edited."""
        if after is before or before.uri not in self._involved:
            return
        moved = []
        for one in self._all():
            here = one.here.after(before, after)
            if here is not None:
                there = one.there and one.there.after(before, after)
                diagnostic = msgspec.structs.replace(one.diagnostic, span=here.span)
                moved.append(Crossing(diagnostic, one.linter, here, there, one.words))
        self._keep(moved)

    def of(self, uri: str, digest: int) -> list[Crossing]:
        """What is known of a text, by its hash."""
        return [
            one if one.there is None or self._stands(one.there) else _without_other(one)
            for one in self._kept.get(uri, ())
            if one.here.digest == digest
        ]

    def of_document(self, document: OpenDocument) -> list[Crossing]:
        """The same of a document; of most it is nothing."""
        return self.of(document.uri, hash(document.text)) if document.uri in self._kept else []

    def _stands(self, place: Place) -> bool:
        """Whether a text is as it was; that of a file was when drafts were compared last."""
        document = self._documents.get(place.uri)
        return document is None or hash(document.text) == place.digest

    def _keep(self, found: Iterable[Crossing]) -> None:
        self._kept = {}
        for one in found:
            self._kept.setdefault(one.here.uri, []).append(one)
        there = {one.there.uri for one in self._all() if one.there is not None}
        self._involved = {*self._kept, *there}

    def _all(self) -> Iterator[Crossing]:
        for found in self._kept.values():
            yield from found


def _said(crossings: Iterable[Crossing]) -> list[tuple[Diagnostic, Place, Place | None]]:
    """What is said and where, whichever linter found it."""
    return [(one.diagnostic, one.here, one.there) for one in crossings]


def _without_other(one: Crossing) -> Crossing:
    return msgspec.structs.replace(one, there=None)


def _shift(span: Span, edit: Edit) -> Span | None:
    """Where a stretch of a text is after an edit; nowhere when the edit touched it."""
    if edit.span.end <= span.start:
        by = len(edit.text) - len(edit.span)
        return Span(span.start + by, span.end + by)
    return span if span.end <= edit.span.start else None
