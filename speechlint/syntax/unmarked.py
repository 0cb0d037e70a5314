"""Series without markers: dashes, lines that begin alike, heads in quotation marks."""

from __future__ import annotations

import re
from itertools import islice, takewhile

import msgspec

from speechlint.source import Span
from speechlint.syntax.announcement import Announcement
from speechlint.syntax.members import keys_of
from speechlint.syntax.numerals import parse_numeral


class Unmarked(msgspec.Struct, frozen=True):
    """Members of a series that no marker numbers.

    Attributes:
        spans: the members, or their heads.
        clear: whether they surely are the whole series.
    """

    spans: tuple[Span, ...]
    clear: bool


_LONGEST_SERIES = 4000
_MANY = 40
"""More members than this are not counted on, and more candidates not looked at."""

_SENTENCE_END = r"[。：:；;]?(?=[ \t\u3000]*[\r\n])|[^。\r\n]{0,80}?。"
_LINE = r"[\r\n \t\u3000]*([^\s][^\r\n]*)"
_DASH = r"(?:——|—|––|--)(?=[^—])"
_HEAD = (
    r"[\r\n \t\u3000]*(?P<head>(?P<verb>\w{0,6})“(?P<name>[^“”]{1,12})”"
    r"(?P<tail>\w{0,10}))(?=[。：:]|[ \t\u3000]*[\r\n])"
)
_LATER_HEAD = rf"(?<=[。\r\n]){_HEAD}"
_ORDINAL = r"第([一二三四五六七八九十]{1,2})(?P<measure>个?(?:步|阶段|类|层|批|环节|板块))"
_SHORTEST_KEY = 2
_WORDS = r"[\u4e00-\u9fff]+"
_SAYING = frozenset("讲谈说提")
_SHORTEST_REFRAIN = 4
_FEWEST_IN_REFRAIN = 3


def find_unmarked(text: str, announcement: Announcement) -> Unmarked | None:
    """The unmarked series that begins right after the sentence of an announcement, if any."""
    ordinals = _find_ordinals(text, announcement)
    if ordinals is not None:
        return ordinals
    sentence = re.compile(_SENTENCE_END).match(text, announcement.end)
    if not sentence:
        return None
    aside = len(sentence.group()) > 1
    keys = keys_of(announcement, text)
    if not aside and text[sentence.end() : sentence.end() + 1].isspace():
        lines = _find_lines(text, sentence.end(), keys, announcement)
        if lines is not None:
            return lines
    return _find_heads(text, sentence.end(), keys, aside=aside)


def _find_lines(
    text: str, start: int, keys: tuple[str, ...], announcement: Announcement
) -> Unmarked | None:
    """Paragraphs that all begin with a dash, or begin or end with what was announced.

    Clear where no other paragraph comes between them.
    """
    first = re.compile(_LINE).match(text, start)
    if not first:
        return None
    starts = tuple(key for key in keys if len(key) >= _SHORTEST_KEY)
    dashed = re.compile(_DASH).match(first[1]) is not None
    if not dashed and not _speaks_of(first[1], starts):
        return _find_refrain(text, start, announcement)
    limit = start + _LONGEST_SERIES
    lines = list(islice(re.compile(_LINE).finditer(text, start, limit), _MANY))
    alike = [
        bool(re.compile(_DASH).match(line[1])) if dashed else _speaks_of(line[1], starts)
        for line in lines
    ]
    last = len(alike) - alike[::-1].index(True)
    whole = last < len(lines) or (limit >= len(text) and len(lines) < _MANY)
    spans = tuple(
        Span(line.start(1), line.end(1)) for line, fits in zip(lines, alike, strict=True) if fits
    )
    return Unmarked(spans, whole and all(alike[:last])) if len(spans) > 1 else None


def _find_refrain(text: str, start: int, announcement: Announcement) -> Unmarked | None:
    """Paragraphs right after an announcement that all begin with the same words: 愿老同志们常….

    They count where the speaker says (我提三点要求) or a colon shows that they are meant, or where
    the words say what was announced (心愿). Clear where another paragraph follows.
    """
    lines = list(islice(re.compile(_LINE).finditer(text, start, start + _LONGEST_SERIES), _MANY))
    refrain = lines[0][1][:_SHORTEST_REFRAIN]
    thing = announcement.amounts[-1].thing.of(text)
    meant = text[announcement.start] in _SAYING or text[announcement.end] in "：:"
    related = meant or not set(refrain).isdisjoint(thing)
    if not related or not re.compile(_WORDS).fullmatch(refrain):
        return None
    alike = list(takewhile(lambda line: line[1].startswith(refrain), lines))
    if len(alike) < _FEWEST_IN_REFRAIN:
        return None
    spans = tuple(Span(*line.span(1)) for line in alike)
    return Unmarked(spans, clear=len(alike) < len(lines))


def _speaks_of(line: str, keys: tuple[str, ...]) -> bool:
    return line.startswith(keys) or line.rstrip("。；;，").endswith(keys)


def _find_ordinals(text: str, announcement: Announcement) -> Unmarked | None:
    """第一步…，第二步… of 分三步走, within a paragraph."""
    end = announcement.end
    first = re.compile(_ORDINAL).match(text, end + 1)
    if not first or parse_numeral(first[1]) != 1:
        return None
    limit = end + _LONGEST_SERIES
    line_end = text.find("\n", end, limit)
    limit = limit if line_end < 0 else line_end
    spans: list[Span] = []
    for found in islice(re.compile(_ORDINAL).finditer(text, end + 1, limit), _MANY):
        if found["measure"] == first["measure"] and parse_numeral(found[1]) == len(spans) + 1:
            spans.append(Span(*found.span()))
    return Unmarked(tuple(spans), clear=True) if len(spans) > 1 else None


def _find_heads(text: str, start: int, keys: tuple[str, ...], *, aside: bool) -> Unmarked | None:
    """Short sentences with a name in quotation marks that say what was announced.

    They divide the paragraph of the announcement, or begin the paragraphs after it. Heads that are
    only alike count where they follow at once, without an aside.
    """
    first = re.compile(_HEAD).match(text, start)
    if not first or (aside and not _says(first, keys)):
        return None
    limit = start + _LONGEST_SERIES
    if first.start("head") == start:
        line_end = text.find("\n", start, limit)
        limit = limit if line_end < 0 else line_end + 1
    heads = [first, *islice(re.compile(_LATER_HEAD).finditer(text, first.end(), limit), _MANY)]
    form = first["verb"], first["tail"][-2:]
    said = [_says(head, keys) for head in heads]
    alike = [
        head
        for head, says in zip(heads, said, strict=True)
        if says or (head["verb"], head["tail"][-2:]) == form
    ]
    if len(alike) < 2:
        return None
    spans = tuple(Span(head.start("head"), head.end("head")) for head in alike)
    return Unmarked(spans, clear=len(alike) == sum(said) >= 3 and len(heads) <= _MANY)


def _says(head: re.Match[str], keys: tuple[str, ...]) -> bool:
    """Whether the name or what follows it is what was announced: 称心 of “六心工程”."""
    name, tail = head["name"], head["tail"]
    return any(name.endswith(key) or name.startswith(key) or tail.endswith(key) for key in keys)
