"""The end of a draft: whether it is there, whole, and that of its genre."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from speechlint.checks.base import Check
from speechlint.checks.truncation import find_cut
from speechlint.diagnostic import Facts, Finding
from speechlint.draft import Draft
from speechlint.source import Span
from speechlint.syntax.audience import opening_of
from speechlint.syntax.closings import concludes, find_closings
from speechlint.syntax.endings import Ending as End
from speechlint.syntax.endings import find_ending
from speechlint.syntax.genres import Genre, find_genre
from speechlint.syntax.nodes import Document

_LEAST_PARAGRAPHS = 3
"""A draft of fewer has only just been begun, or is a note."""

_SHOWN = 12
_CLAUSE = r"[^，。；：！？,;:!?]{1,24}[。！？!?]?\Z"
_MODESTY = ("不妥之处", "不当之处", "批评指正")


class Ending(Check, frozen=True):
    """Finds documents that do not end as they should.

    A text that was cut off is reported as such and as nothing else. What a genre needs is in
    ``rules/lexicon/genres.toml``, the words of closings in ``closings.toml``; a genre that cannot
    be told for sure needs nothing. An appendix, a signature and what a website left do not count.

    Attributes:
        fault: ``cut``: the text stops inside a sentence or marker. ``conclusion``: a spoken text
            stops with its body. ``formula``: the closing formula of the genre is missing.
            ``foreign``: the closing belongs to another genre.
        genres: the genres to look at, in place of those that the lexicon says need it.
    """

    facts = frozenset({"genre", "genre_en", "example", "words", "tail"})
    variants = frozenset({"written"})

    fault: Literal["cut", "conclusion", "formula", "foreign"]
    genres: tuple[str, ...] = ()

    def run(self, draft: Draft) -> Iterator[Finding]:
        """At most one finding a document."""
        for document in draft.outline.documents:
            finding = self._find(draft.text, document)
            if finding is not None:
                yield finding

    def _find(self, text: str, document: Document) -> Finding | None:
        genre = find_genre(document.genre)
        if self.fault != "cut" and (genre is None or not self._is_needed(genre)):
            return None
        ending = find_ending(text, document)
        cut = find_cut(text, document, ending)
        if self.fault == "cut":
            return None if cut is None else _report(text, cut, ())
        if cut is not None or len(ending.page) < _LEAST_PARAGRAPHS or genre is None:
            return None
        facts: Facts = (("genre", genre.zh), ("genre_en", genre.en), ("example", genre.closing))
        if self.fault == "foreign":
            return _find_foreign(text, ending, genre, facts)
        if self.fault == "conclusion":
            return None if concludes(text, ending) else _report(text, ending.page[-1], facts)
        if _has_formula(text, document, ending, genre):
            return None
        return _report(text, ending.page[-1], facts, "" if genre.spoken else "written")

    def _is_needed(self, genre: Genre) -> bool:
        if self.genres:
            return genre.name in self.genres
        return bool(genre.foreign) if self.fault == "foreign" else self.fault in genre.needs


def _find_foreign(text: str, ending: End, genre: Genre, facts: Facts) -> Finding | None:
    for found in find_closings(text, ending):
        if found.name in genre.foreign:
            return Finding(found.span, (*facts, ("words", found.words)))
    return None


def _has_formula(text: str, document: Document, ending: End, genre: Genre) -> bool:
    if any(found.name in genre.closings for found in find_closings(text, ending)):
        return True
    opening = opening_of(text, document)  # 现汇报如下，不妥之处，请批评指正 may stand there instead
    return any(words in opening for words in _MODESTY)


def _report(text: str, last: Span, facts: Facts, variant: str = "") -> Finding:
    clause = re.compile(_CLAUSE).search(text, max(last.start, last.end - 2 * _SHOWN), last.end)
    start = clause.start() if clause else last.end - _SHOWN
    span = Span(max(last.start, start), last.end)
    return Finding(span, (*facts, ("tail", span.of(text))), variant=variant)
