"""A document that is another one, or nearly so: in the same file, or in another of a run."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import ClassVar
from zlib import crc32

import msgspec

from speechlint.checks.base import CrossCheck, CrossFinding, Fingerprint
from speechlint.checks.comparisons import Comparisons
from speechlint.checks.han_runs import LONG, runs_by_document
from speechlint.checks.originals import Originals, make_sketch
from speechlint.diagnostic import Facts, Finding, Partner
from speechlint.draft import Draft
from speechlint.source import Span
from speechlint.syntax.nodes import Document

_SHOWN = 20
"""How much of a title a message shows, in code points."""


class Copies(CrossCheck, frozen=True):
    """Documents that are copies of earlier ones, whatever differs in punctuation, digits or masks.

    A copy of a document in another file is ``far``; ``other`` is then the file.

    Attributes:
        percent: how much of both must be the same, in hundredths.
        at_least: how many long runs of Chinese characters a document must have to be compared.
    """

    facts = frozenset({"other", "percent"})
    roles: ClassVar[dict[str, frozenset[str]]] = {"original": frozenset({"other"})}
    variants = frozenset({"far"})
    needs_structure = False

    percent: int = 70
    at_least: int = 12

    def run(self, draft: Draft) -> Iterator[Finding]:
        """Copies inside one file, in the order of the text."""
        yield from draft.recall(("copies", self), lambda: tuple(self._inside(draft)))

    def _inside(self, draft: Draft) -> Iterator[Finding]:
        if len(draft.outline.documents) < 2:
            return
        originals = Originals(self.percent / 100, Comparisons())
        for number, runs in enumerate(_prints(draft)):
            if len(runs) < self.at_least:
                continue
            match = originals.match(runs.tobytes(), make_sketch(runs), number)
            if match is not None:
                other = _opening(draft.outline.documents[match.key])
                title = other.of(draft.text)[:_SHOWN]
                yield Finding(
                    span=_opening(draft.outline.documents[number]),
                    facts=_facts(title, match.likeness),
                    partners=(Partner(other, "original", (("other", title),)),),
                )

    def fingerprint(self, draft: Draft) -> bytes:
        """The documents of a file that are no copies of others in it."""
        copies = {finding.span for finding in self.run(draft)}
        kept = []
        for document, runs in zip(draft.outline.documents, _prints(draft), strict=True):
            span = _opening(document)
            if len(runs) >= self.at_least and span not in copies:
                kept.append(_Print(span.start, span.end, make_sketch(runs), runs.tobytes()))
        return msgspec.msgpack.encode(kept) if kept else b""

    def compare(
        self, fingerprints: Sequence[Fingerprint], comparisons: Comparisons
    ) -> Iterator[tuple[CrossFinding, ...]]:
        """Copies of documents in files that come earlier."""
        originals = Originals(self.percent / 100, comparisons)
        known: list[_Known] = []
        for index, fingerprint in enumerate(fingerprints):
            found = []
            for kept in _decode(fingerprint):
                span = Span(kept.start, kept.end)
                match = originals.match(kept.runs, kept.sketch, len(known))
                known.append(_Known(index, span))
                if match is None:
                    continue
                original = known[match.key]
                if original.index != index:
                    other = fingerprints[original.index].path
                    found.append(
                        CrossFinding(
                            Finding(span, _facts(other, match.likeness), variant="far"),
                            original.index,
                            Partner(original.span, "original", (("other", other),)),
                        )
                    )
            yield tuple(found)


class _Known(msgspec.Struct, frozen=True):
    """Where a document opens, in which of the files."""

    index: int
    span: Span


class _Print(msgspec.Struct, frozen=True, array_like=True):
    """What is kept of a document.

    Attributes:
        start: of the line that it opens with.
        end: of that line.
        sketch: some of the numbers of its runs.
        runs: a number for each of its long runs, as an array's bytes.
    """

    start: int
    end: int
    sketch: list[int]
    runs: bytes


def _decode(fingerprint: Fingerprint) -> list[_Print]:
    return msgspec.msgpack.decode(fingerprint.data, type=list[_Print]) if fingerprint.data else []


def _prints(draft: Draft) -> list[array[int]]:
    return draft.recall("run-numbers", lambda: [_numbers(runs) for runs in runs_by_document(draft)])


def _numbers(runs: list[str]) -> array[int]:
    """A number for each long run, the same in every process."""
    return array("I", [crc32(run.encode("utf-16-le")) for run in runs if len(run) >= LONG])


def _opening(document: Document) -> Span:
    """The line that a reader knows a document by."""
    found = document.head or document.title or document.salutation
    return found or (document.paragraphs[0] if document.paragraphs else document.span)


def _facts(other: str, likeness: float) -> Facts:
    return ("other", other), ("percent", int(100 * likeness))
