"""The same passage twice in one document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import ClassVar

import msgspec

from speechlint.checks.base import Check
from speechlint.checks.han_runs import HAN, LONG, runs_by_document
from speechlint.checks.spans import shorten, touches
from speechlint.checks.teaser import offer_lines
from speechlint.diagnostic import Finding, Partner
from speechlint.draft import Draft
from speechlint.source import Span
from speechlint.syntax.nodes import Document

_SHOWN = 16
"""How much of a passage a message shows, in code points."""

_SENTENCE_ENDS = "。！？"


class Duplicate(Check, frozen=True):
    """A passage that stands in its document a second time; the second one is the finding.

    Attributes:
        at_least: how many Chinese characters must be the same.
        gap: how many runs between two marks may differ inside a passage, on either side.
        line: how many Chinese characters a line must have to be reported when it stands twice in
            a row, however short.
        paragraph: how many a whole paragraph must have; short sentences are repeated on purpose.
    """

    facts = frozenset({"text", "count"})
    roles: ClassVar[dict[str, frozenset[str]]] = {"first": frozenset()}
    variants = frozenset({"line"})
    needs_structure = False

    at_least: int = 60
    gap: int = 2
    line: int = 10
    paragraph: int = 30

    def run(self, draft: Draft) -> Iterator[Finding]:
        """Findings in the order of the text."""
        for document, runs in zip(draft.outline.documents, runs_by_document(draft), strict=True):
            found = list(self._lines(draft.text, document))
            passages = list(self._passages(runs))
            if passages:
                found += list(_place(passages, draft, document, found))
            known = sorted(finding.span for finding in found)
            found += self._paragraphs(draft, document, known)
            yield from sorted(found, key=lambda finding: finding.span)

    def _lines(self, text: str, document: Document) -> Iterator[Finding]:
        """Lines that repeat the line before."""
        before: Span | None = None
        for span in _lines_of(document):
            if before and len(span) == len(before) and span.of(text) == before.of(text):
                size = sum(map(len, HAN.findall(text, span.start, span.end)))
                if size >= self.line:
                    yield _finding(text, span, before, size, "line")
            before = span

    def _paragraphs(
        self, draft: Draft, document: Document, known: Sequence[Span]
    ) -> Iterator[Finding]:
        """Paragraphs of whole sentences that stand twice, but for what is known or a teaser."""
        text = draft.text
        firsts: dict[str, Span] = {}
        offers: list[Span] | None = None
        for span in document.paragraphs:
            if len(span) < self.paragraph or text[span.end - 1] not in _SENTENCE_ENDS:
                continue
            first = firsts.setdefault(span.of(text), span)
            if first is span or touches(known, span):
                continue
            offers = offer_lines(draft) if offers is None else offers
            if touches(offers, first):
                continue
            size = sum(map(len, HAN.findall(text, span.start, span.end)))
            if size >= self.paragraph:
                yield _finding(text, span, first, size, "")

    def _passages(self, runs: list[str]) -> Iterator[_Passage]:
        """What stands twice, as numbers of runs."""
        firsts: dict[str, int] = {}
        near = _Near(runs, self.gap + 1)
        reach, enough = self.gap + 2, self.at_least
        covered = 0
        for number, run in enumerate(runs):
            if len(run) < LONG:
                continue
            first = firsts.setdefault(run, number)
            if first == number or number < covered:
                continue
            # Where nothing near is equal as well, it is but a set phrase; this is asked very often.
            if (
                len(run) < enough
                and near[first].isdisjoint(runs[number + 1 : number + reach])
                and not (first and runs[first - 1] == runs[number - 1])
            ):
                continue
            passage = self._extend(runs, first, number, covered, near)
            if passage.size >= enough:
                covered = passage.last + 1
                yield passage

    def _extend(
        self, runs: list[str], first: int, copy: int, covered: int, near: _Near
    ) -> _Passage:
        """As far as both go on alike, with small gaps forwards."""
        size = len(runs[copy])
        start, first_start = copy, first
        while start > covered and first_start and runs[start - 1] == runs[first_start - 1]:
            start, first_start = start - 1, first_start - 1
            size += len(runs[start])
        last, first_last = copy, first
        reach = self.gap + 2
        while not near[first_last].isdisjoint(runs[last + 1 : last + reach]):
            step = self._step(runs, first_last, last, start)
            if step is None:
                break
            first_last, last = first_last + step[0], last + step[1]
            size += len(runs[last])
        return _Passage(start, last, first_start, first_last, size)

    def _step(self, runs: list[str], first: int, copy: int, start: int) -> tuple[int, int] | None:
        """How far on, in both places, the next equal run is."""
        count = len(runs)
        for behind, ahead in _steps(self.gap):
            if copy + ahead < count and first + behind < start:
                run = runs[copy + ahead]
                if run == runs[first + behind] and (ahead + behind == 2 or len(run) >= LONG // 2):
                    return behind, ahead
        return None


@cache
def _steps(gap: int) -> tuple[tuple[int, int], ...]:
    """Steps on in the first place and in the copy, the shortest first."""
    return tuple(
        (distance - ahead, ahead)
        for distance in range(2, 2 * gap + 3)
        for ahead in range(max(1, distance - gap - 1), min(distance, gap + 2))
    )


class _Near(dict[int, frozenset[str]]):
    """What follows soon on a run, by its number; kept, for a set phrase may have many copies."""

    def __init__(self, runs: list[str], reach: int) -> None:
        super().__init__()
        self._runs = runs
        self._reach = reach

    def __missing__(self, number: int) -> frozenset[str]:
        found = self[number] = frozenset(self._runs[number + 1 : number + 1 + self._reach])
        return found


class _Passage(msgspec.Struct, frozen=True):
    """Two places, by the numbers of their first and last runs.

    Attributes:
        size: how many Chinese characters they have in common.
    """

    start: int
    last: int
    first_start: int
    first_last: int
    size: int


def _lines_of(document: Document) -> list[Span]:
    """The lines of a document that hold text, those of its head among them."""
    titles = [document.title] if document.title else []
    return sorted({*titles, *document.bylines, *document.paragraphs})


def _place(
    passages: list[_Passage], draft: Draft, document: Document, known: list[Finding]
) -> Iterator[Finding]:
    """Findings for passages, but for what is a teaser's business or was said already."""
    text = draft.text
    spans = _spans_of_runs(passages, text, document)
    offers = offer_lines(draft)
    lines = [finding.span for finding in known]
    for passage in passages:
        copy = Span(spans[passage.start].start, spans[passage.last].end)
        first = Span(spans[passage.first_start].start, spans[passage.first_last].end)
        if not (touches(offers, first) or touches(offers, copy) or touches(lines, copy)):
            yield _finding(text, copy, first, passage.size, "")


def _spans_of_runs(passages: list[_Passage], text: str, document: Document) -> dict[int, Span]:
    """Where the first and last runs of passages stand."""
    wanted = {
        number
        for one in passages
        for number in (one.start, one.last, one.first_start, one.first_last)
    }
    runs = HAN.finditer(text, document.span.start, document.span.end)
    return {number: Span(*run.span()) for number, run in enumerate(runs) if number in wanted}


def _finding(text: str, copy: Span, first: Span, size: int, variant: str) -> Finding:
    return Finding(
        span=copy,
        facts=(("text", shorten(copy.of(text), _SHOWN)), ("count", size)),
        partners=(Partner(first, "first"),),
        variant=variant,
    )
