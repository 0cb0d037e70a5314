"""What a draft is, a speech or a notice: told by its title, its opening or its closing."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

import msgspec

from speechlint.lexicon import load_lexicon
from speechlint.syntax.audience import addresses_many, has_audience, opening_of
from speechlint.syntax.endings import find_ending
from speechlint.syntax.nodes import Document

Part = Literal["title", "salutation", "opening", "conclusion", "formula"]

_CLOSING = 200
_TITLE = 80
# What stands behind the kind in a title: （2024年3月5日）, 篇3, 9篇, 范文, 稿.
_WORDS_BEHIND = (
    *("范文", "模板", "精选", "汇编", "合集", "大全", "样本", "参考", "全文", "节选", "摘要"),
    *("摘录", "要点", "提纲", "材料", "文稿", "初稿", "稿"),
)
_NUMERALS = "一二三四五六七八九十"
_BEHIND = (
    r"(?:[（(【〔\[][^（(【〔\[）)】〕\]]{0,40}[）)】〕\]]"
    rf"|[{_NUMERALS}\d]{{1,3}}篇|第?篇?[{_NUMERALS}\d]{{1,3}}|{'|'.join(_WORDS_BEHIND)}"
    r"|[”》〉\s\d.:：。—\-])\Z"
)
_SIGNS_BEHIND = tuple(_NUMERALS + "篇")


class Genre(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab", kw_only=True):
    """A kind of draft.

    Attributes:
        name: as ``--genre`` and the outline have it.
        titles: how its titles end; the longest match of all genres wins.
        opening: a pattern of its first lines, for drafts without a telling title.
        closing_words: words near the end that no other genre has, for the same drafts.
        spoken: whether it is read aloud to an audience.
        printed: the genre of a text with such a title that shows no sign of an audience.
        needs: the parts that must be there.
        closings: the kinds of closing that are its formula.
        foreign: the kinds of closing that belong to another genre.
        salutation: an example to offer.
        closing: an example to offer.
    """

    name: str
    zh: str
    en: str
    titles: tuple[str, ...] = ()
    opening: str = ""
    closing_words: tuple[str, ...] = ()
    spoken: bool = False
    printed: str = ""
    needs: tuple[Part, ...] = ()
    closings: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    salutation: str = ""
    closing: str = ""


class GenreLexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The genres of ``rules/lexicon/genres.toml``."""

    genres: tuple[Genre, ...]


def all_genres() -> tuple[Genre, ...]:
    """Every genre, in the order of the lexicon."""
    return load_lexicon("genres", GenreLexicon).genres


def find_genre(name: str) -> Genre | None:
    """The genre of an English or Chinese name, if there is one."""
    return next((genre for genre in all_genres() if name in (genre.name, genre.zh)), None)


def infer_genre(text: str, document: Document) -> str:
    """The name of a document's genre, or an empty string when that is not sure.

    A title decides. It makes a speech only of a text that has an audience: a speech that a journal
    prints, dated and without an address, is a document like others. Without a title that tells,
    the first lines and the closing do.
    """
    genre = _find_by_title(text, document)
    if genre is None:
        return _infer_from_text(text, document)
    if genre.printed and not has_audience(text, document):
        return genre.printed
    return genre.name


def _find_by_title(text: str, document: Document) -> Genre | None:
    for span in (document.title, *document.bylines, document.head):
        if span is not None:
            genre = _match_title(span.of(text))
            if genre is not None:
                return genre
    return None


def _match_title(title: str) -> Genre | None:
    """The genre whose title ends longest like this one, whatever stands behind the kind."""
    title = "".join(title[-_TITLE:].split())
    while True:
        best, longest = None, 0
        for genre in all_genres():
            for end in genre.titles:
                if len(end) > longest and title.endswith(end):
                    best, longest = genre, len(end)
        shorter = re.compile(_BEHIND).sub("", title) if _has_tail(title) else title
        if best is not None or shorter == title:
            return best
        title = shorter


def _has_tail(title: str) -> bool:
    """Whether something may stand behind the kind, to spare most titles the pattern."""
    return not title[-1:].isalpha() or title.endswith(_WORDS_BEHIND + _SIGNS_BEHIND)


def _infer_from_text(text: str, document: Document) -> str:
    opening = opening_of(text, document)
    closing = _closing(text, document)
    audience = has_audience(text, document)
    for genre in all_genres():
        if genre.spoken and not audience:
            continue
        if genre.opening and _compile(genre.opening).search(opening):
            return genre.name
        if any(words in closing for words in genre.closing_words):
            return genre.name
    return "speech" if addresses_many(text, document) else ""


def _closing(text: str, document: Document) -> str:
    last = find_ending(text, document).last
    return "" if last is None else text[max(document.span.start, last.end - _CLOSING) : last.end]


@cache
def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
