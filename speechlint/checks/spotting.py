"""Finds words in a text cheaply, so that patterns are tried only near a word that they need.

Looking for hundreds of words with one pattern costs little a character, but compiling that pattern
costs more than reading a short draft word by word. So it is compiled once it will have paid.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

REACH = 240
"""How far from a word that it needs a pattern may match, in code points."""

_WORTH_COMPILING = 4_000_000
"""So many words times code points take about as long as compiling."""


class Spotter:
    """Finds any of some words; it remembers how much it has read."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(set(words), key=lambda word: (-len(word), word))
        self._work = 0
        self._pattern: re.Pattern[str] | None = None
        self._beginnings: dict[str, list[str]] = {}

    def spot(self, text: str) -> list[tuple[int, str]]:
        """Every place of every word, in order."""
        if not self._words:
            return []
        if self._pattern is None:
            self._work += len(text) * len(self._words)
            if self._work > _WORTH_COMPILING:
                self._compile(text)
        return sorted(self._read_once(text) if self._pattern else self._read_by_word(text))

    def _compile(self, sample: str) -> None:
        """Words that begin alike are tried together, and first what begins often in a sample."""
        rests: defaultdict[str, list[str]] = defaultdict(list)
        for word in self._words:
            rests[word[0]].append(re.escape(word[1:]))
        firsts = sorted(rests, key=lambda first: (-sample.count(first), first))
        branches = (f"{re.escape(first)}(?:{'|'.join(rests[first])})" for first in firsts)
        self._pattern = re.compile("|".join(branches))
        self._beginnings = {
            word: [other for other in self._words if word.startswith(other)] for word in self._words
        }

    def _read_once(self, text: str) -> Iterator[tuple[int, str]]:
        """By one pattern, which finds the longest of the words that begin at a place."""
        search = self._pattern.search if self._pattern else re.compile("").search
        found = search(text)
        while found:
            start = found.start()
            for word in self._beginnings[found.group()]:
                yield start, word
            found = search(text, start + 1)

    def _read_by_word(self, text: str) -> Iterator[tuple[int, str]]:
        for word in self._words:
            start = text.find(word)
            while start >= 0:
                yield start, word
                start = text.find(word, start + 1)


@cache
def spotter(words: tuple[str, ...]) -> Spotter:
    """The spotter of some words, the same one for the same words."""
    return Spotter(words)


def matches_near(
    pattern: re.Pattern[str], text: str, places: Iterable[int]
) -> Iterator[re.Match[str]]:
    """What a pattern matches within reach of some places, which are in order."""
    start = end = -1
    for place in places:
        if place > end and end >= 0:
            yield from pattern.finditer(text, start, end)
            start = -1
        if start < 0:
            start = max(0, place - REACH)
        end = place + REACH
    if end >= 0:
        yield from pattern.finditer(text, start, end)
