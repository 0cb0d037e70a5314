"""How a draft addresses its audience: 同志们： at its head, 各位代表！ further on."""

from __future__ import annotations

import re

import msgspec

from speechlint.lexicon import load_lexicon
from speechlint.source import Span
from speechlint.syntax.nodes import Document

_HEAD_PARAGRAPHS = 4
_HEAD_CHARACTERS = 300
_LONGEST = 120
_LONGEST_PLURAL = 12
_PIECE = r"[^，、：！；。？,:!;\s“”《》]{1,24}[，、：！,:!]?\s{0,2}"
# Glued to the title or the speaker's name by a careless copy.
_GLUED = "(?:同志们|代表|委员|朋友们|先生们|女士们|同学们|老师们|领导|来宾|嘉宾)[：:]"


class SalutationLexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of ``rules/lexicon/salutations.toml``."""

    starts: tuple[str, ...]
    ends: tuple[str, ...]
    verbs: tuple[str, ...]


def measure_address(text: str, start: int, end: int) -> int:
    """The length of the address that a paragraph begins with, its mark included; 0 without one.

    同志们： and 女士们、先生们！ are addresses, and so is 各位代表， ahead of a sentence.
    """
    lexicon = load_lexicon("salutations", SalutationLexicon)
    if not text.startswith(lexicon.starts, start, end):
        return _measure_plural(text, start, end)
    position, closed = start, 0
    end = min(end, start + _LONGEST)
    while found := re.compile(_PIECE).match(text, position, end):
        piece = found[0].rstrip()
        name, mark = (piece[:-1], piece[-1]) if piece[-1] in "，、：！,:!" else (piece, "")
        if not _is_audience(name, lexicon):
            break
        position = found.end()
        if mark and mark in "：！:!":
            return position - start
        if mark and mark in "，," and name.endswith(lexicon.ends):
            closed = position - start
    return closed


def _measure_plural(text: str, start: int, end: int) -> int:
    """The length of 党员同志们： or 居民朋友们！; 0 where the paragraph begins otherwise."""
    at = text.find("们", start, min(end, start + _LONGEST_PLURAL))
    if at < start + 2 or at + 1 >= end or text[at + 1] not in "：:！!":
        return 0
    return at + 2 - start if text[at - 1] not in "我你他她它人" and text[start:at].isalpha() else 0


def find_salutation(text: str, document: Document) -> Span | None:
    """Where a document first addresses its audience, on a line of its own or ahead of the text."""
    if document.salutation is not None:
        return document.salutation
    head = document.paragraphs[:_HEAD_PARAGRAPHS]
    if not head:
        return None
    has_begun = False
    for paragraph in head:
        length = measure_address(text, paragraph.start, paragraph.end)
        address = Span(paragraph.start, paragraph.start + length)
        # 各位代表！ behind the first sentences turns to the audience again; a colon greets it.
        if length and (not has_begun or address.of(text)[-1] in "：:"):
            return address
        has_begun = has_begun or text[paragraph.end - 1] in "。！？!?"
    end = min(head[-1].end, document.span.start + _HEAD_CHARACTERS)
    found = re.compile(_GLUED).search(text, document.span.start, end)
    return Span(*found.span()) if found else None


def find_later_address(text: str, document: Document) -> Span | None:
    """The first paragraph behind the first one that turns to the audience."""
    for paragraph in document.body[1:]:
        length = measure_address(text, paragraph.start, paragraph.end)
        if length:
            return Span(paragraph.start, paragraph.start + length)
    return None


def _is_audience(name: str, lexicon: SalutationLexicon) -> bool:
    if not name.startswith(lexicon.starts) and not name.endswith(lexicon.ends):
        return False
    return not any(verb in name for verb in lexicon.verbs)
