"""Series without markers: dashes, lines that begin alike, heads in quotation marks."""

from __future__ import annotations

import re
from itertools import islice

import msgspec

from speechlint.source import Span
from speechlint.syntax.announcements import Announcement
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

_SENTENCE_END = re.compile(r"[。：:；;]?(?=[ \t\u3000]*[\r\n])|[^。\r\n]{0,80}?。")
_LINE = re.compile(r"[ \t\u3000]*([^\s][^\r\n]*)")
_DASH = re.compile(r"(?:——|—|––|--)(?=[^—])")
_HEAD = re.compile(
    r"(?:(?<=[。\r\n])|\A)[ \t\u3000]*"
    r"(?P<head>(?P<verb>[\u4e00-\u9fff]{0,6})“(?P<name>[^“”]{1,12})”"
    r"(?P<tail>[^“”，。；：、,;:\s]{0,10}))(?=[。：:]|[ \t\u3000]*[\r\n])"
)
_ORDINAL = re.compile(
    r"第([一二三四五六七八九十]{1,2})(?P<measure>个?(?:步|阶段|类|层|批|环节|板块))"
)
_SHORTEST_KEY = 2


def find_unmarked(text: str, announcement: Announcement) -> Unmarked | None:
    """The unmarked series that begins right after the sentence of an announcement, if any."""
    ordinals = _find_ordinals(text, announcement)
    if ordinals is not None:
        return ordinals
    sentence = _SENTENCE_END.match(text, announcement.end)
    if not sentence:
        return None
    start = sentence.end()
    window = text[start : start + _LONGEST_SERIES]
    keys = keys_of(announcement, text)
    if window[:1].isspace():
        lines = _find_lines(window, start, keys)
        if lines is not None:
            return lines
    else:
        window = window.partition("\n")[0]
    return _find_heads(window, start, keys, aside=len(sentence.group()) > 1)


def _find_lines(window: str, start: int, keys: tuple[str, ...]) -> Unmarked | None:
    """Paragraphs that all begin with a dash, or with what was announced.

    Clear where no other paragraph comes between them.
    """
    lines = list(islice(_LINE.finditer(window), _MANY))
    starts = tuple(key for key in keys if len(key) >= _SHORTEST_KEY)
    for begins in (lambda line: bool(_DASH.match(line)), lambda line: line.startswith(starts)):
        alike = [begins(line[1]) for line in lines]
        if not alike or not alike[0]:
            continue
        last = len(alike) - alike[::-1].index(True)
        clear = all(alike[:last]) and last < len(lines)
        clear = clear or (all(alike) and len(window) < _LONGEST_SERIES and len(lines) < _MANY)
        spans = [Span(start + line.start(1), start + line.end(1)) for line in lines[:last]]
        members = tuple(span for span, is_alike in zip(spans, alike, strict=False) if is_alike)
        return Unmarked(members, clear) if len(members) > 1 else None
    return None


def _find_ordinals(text: str, announcement: Announcement) -> Unmarked | None:
    """第一步…，第二步… of 分三步走, within a paragraph."""
    end = announcement.end
    first = _ORDINAL.match(text, end + 1)
    if not first or parse_numeral(first[1]) != 1:
        return None
    limit = text.find("\n", end)
    limit = min(len(text) if limit < 0 else limit, end + _LONGEST_SERIES)
    spans: list[Span] = []
    for found in islice(_ORDINAL.finditer(text, end + 1, limit), _MANY):
        if found["measure"] == first["measure"] and parse_numeral(found[1]) == len(spans) + 1:
            spans.append(Span(*found.span()))
    return Unmarked(tuple(spans), clear=True) if len(spans) > 1 else None


def _find_heads(window: str, start: int, keys: tuple[str, ...], *, aside: bool) -> Unmarked | None:
    """Short sentences with a name in quotation marks that say what was announced.

    They divide the paragraph of the announcement, or begin the paragraphs after it. Heads that are
    only alike count where they follow at once, without an aside.
    """
    heads = list(islice(_HEAD.finditer(window), _MANY))
    if not heads or window[: heads[0].start("head")].strip():
        return None
    first = heads[0]
    named = [head for head in heads if _says(head, keys)]
    alike = [
        head
        for head in heads
        if _says(head, keys)
        or (head["verb"], head["tail"][-2:]) == (first["verb"], first["tail"][-2:])
    ]
    if len(alike) < 2 or (aside and first not in named):
        return None
    spans = tuple(Span(start + h.start("head"), start + h.end("head")) for h in alike)
    return Unmarked(spans, clear=len(alike) == len(named) >= 3 and len(heads) < _MANY)


def _says(head: re.Match[str], keys: tuple[str, ...]) -> bool:
    """Whether the name or what follows it is what was announced: 称心 of “六心工程”."""
    name, tail = head["name"], head["tail"]
    return any(name.endswith(key) or name.startswith(key) or tail.endswith(key) for key in keys)
