"""How a draft says that it is at its end: a call to action, thanks, a formula."""

from __future__ import annotations

from typing import Literal

import msgspec

from speechlint.lexicon import load_lexicon
from speechlint.source import Span
from speechlint.syntax.endings import Ending
from speechlint.syntax.salutations import measure_address

Reach = Literal["sentence", "paragraph", "page"]
SENTENCE = 60
"""How many characters the last sentence takes, for words that count nowhere else."""

_LONGEST = 800
_EXCLAMATIONS = ("！", "!")


class Closing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of closing: its name, its words, and how far from the end they count."""

    name: str
    zh: str
    en: str
    reach: Reach
    words: tuple[str, ...]


class Beginnings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a concluding paragraph begins."""

    words: tuple[str, ...]


class ClosingLexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of ``rules/lexicon/closings.toml``."""

    closings: tuple[Closing, ...]
    beginnings: Beginnings


class Found(msgspec.Struct, frozen=True):
    """A closing of a draft: its kind, its words, and where they stand."""

    name: str
    words: str
    span: Span


def find_closings(text: str, ending: Ending) -> tuple[Found, ...]:
    """The closings of a draft, at most one a kind."""
    last = ending.last
    if last is None:
        return ()
    lexicon = load_lexicon("closings", ClosingLexicon)
    found = (_find(text, ending, last, closing) for closing in lexicon.closings)
    return tuple(one for one in found if one is not None)


def concludes(text: str, ending: Ending) -> bool:
    """Whether the end of a draft is a conclusion: a closing, an exclamation, or a last address."""
    last = ending.last
    if last is None:
        return False
    if measure_address(text, last.start, last.end) == len(last):
        return False  # 各位代表！ and nothing more: what was to follow is missing
    if text[last.start : last.end].rstrip("”’」』）)").endswith(_EXCLAMATIONS):
        return True
    if any(starts_conclusion(text, span) for span in ending.page):
        return True
    return bool(find_closings(text, ending))


def starts_conclusion(text: str, span: Span) -> bool:
    """Whether a paragraph begins as a conclusion does: 总之, or an address to the audience."""
    lexicon = load_lexicon("closings", ClosingLexicon)
    if text.startswith(lexicon.beginnings.words, span.start, span.end):
        return True
    return bool(measure_address(text, span.start, span.end))


def _find(text: str, ending: Ending, last: Span, closing: Closing) -> Found | None:
    if closing.reach == "page":
        start = ending.page[0].start
    elif closing.reach == "paragraph":
        start = last.start
    else:
        start = max(last.start, last.end - SENTENCE)
    start = max(start, last.end - _LONGEST)
    tail = text[start : last.end]
    for words in closing.words:
        at = tail.rfind(words)
        if at >= 0:
            return Found(closing.name, words, Span(start + at, start + at + len(words)))
    return None
