"""Parts that a draft of its genre cannot do without at its head: title, salutation, opening."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Literal

from speechlint.checks.base import Check
from speechlint.diagnostic import Facts, Finding, Partner
from speechlint.draft import Draft
from speechlint.source import Span
from speechlint.syntax.genres import Genre, find_genre
from speechlint.syntax.nodes import Document, Style
from speechlint.syntax.residue import is_residue
from speechlint.syntax.salutations import find_salutation

_LONGEST_TITLE = 120
_CLAUSE = r"[^，。；：！？,;:!?\r\n]{1,24}"
# The office that a written draft goes to (主送机关): 市委： 县人民政府：
_ADDRESSEE = (
    r"[^。；！？：!?:\r\n]{1,60}"
    r"(?:委|政府|人大|政协|委员会|党组|[局厅部办]|办公室|[组院]|单位|部门|集团|公司)[：:]"
)
_SECTIONS = frozenset({Style.PART, Style.CHAPTER, Style.SECTION, Style.HAN, Style.HAN_BRACKET})


class Parts(Check, frozen=True):
    """Finds documents without a part that their genre needs at the head.

    A genre that cannot be told for sure needs nothing. An opening is missing where the first
    section follows the salutation at once.

    Attributes:
        part: what to look for.
        genres: the genres that need it, in place of those in ``rules/lexicon/genres.toml``.
    """

    facts = frozenset({"genre", "genre_en", "example"})
    roles: ClassVar[dict[str, frozenset[str]]] = {"salutation": frozenset()}

    part: Literal["title", "salutation", "opening"]
    genres: tuple[str, ...] = ()

    def run(self, draft: Draft) -> Iterator[Finding]:
        """At most one finding a document."""
        for document in draft.outline.documents:
            genre = find_genre(document.genre)
            if genre is None or not document.paragraphs or not self._is_needed(genre):
                continue
            finding = self._find(draft.text, document, genre)
            if finding is not None:
                yield finding

    def _is_needed(self, genre: Genre) -> bool:
        if self.genres:
            return genre.name in self.genres
        return self.part in genre.needs

    def _find(self, text: str, document: Document, genre: Genre) -> Finding | None:
        facts = (("genre", genre.zh), ("genre_en", genre.en), ("example", genre.salutation))
        if self.part == "title":
            return _find_missing_title(text, document, facts)
        if self.part == "salutation":
            return _find_missing_salutation(text, document, facts)
        return _find_missing_opening(document, facts)


def _find_missing_title(text: str, document: Document, facts: Facts) -> Finding | None:
    first = document.salutation or document.paragraphs[0]
    words = first.of(text)
    may_be_title = len(words) <= _LONGEST_TITLE and words[-1] not in "。！？；：:，"
    if document.title is not None or document.head is not None or may_be_title:
        return None
    return Finding(_clause(text, first), facts)


def _find_missing_salutation(text: str, document: Document, facts: Facts) -> Finding | None:
    if find_salutation(text, document) is not None:
        return None
    own = (one for one in document.paragraphs if not is_residue(one.of(text)))
    first = next(own, document.paragraphs[0])
    if re.compile(_ADDRESSEE).fullmatch(text, first.start, first.end):
        return None
    return Finding(_clause(text, first), facts)


def _find_missing_opening(document: Document, facts: Facts) -> Finding | None:
    salutation = document.salutation
    first_list = next(document.lists, None)
    if salutation is None or first_list is None:
        return None
    marker = first_list.items[0].marker
    first = next((one for one in document.paragraphs if one.start >= salutation.end), None)
    if first is None or marker.span.start != first.start:
        return None
    if marker.style not in _SECTIONS or marker.ordinal != 1:
        return None
    return Finding(marker.span, facts, (Partner(salutation, "salutation"),))


def _clause(text: str, paragraph: Span) -> Span:
    """The first clause of a paragraph, or what of it is short enough to show."""
    found = re.compile(_CLAUSE).match(text, paragraph.start, paragraph.end)
    return Span(*found.span()) if found else Span(paragraph.start, paragraph.start)
