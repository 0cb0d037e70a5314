"""Words of a Chinese text: jieba's dictionary and algorithm, without the second it takes to start.

The cuts are those of ``jieba.cut(text, HMM=False)``: of all ways to cut a run of characters into
words of the dictionary, the one with the greatest product of frequencies; of equal ones, the one
with the longer word first. Nothing is guessed from single characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, takewhile
from math import inf, log

from speechlint.syntax.dictionary import dictionary
from speechlint.syntax.dictionary_file import Dictionary

# As in jieba: characters that words consist of, whether the dictionary has them or not. A pattern
# for them takes longer to compile than the headings of a draft to go through.
_FIRST_HAN, _LAST_HAN = "\u4e00", "\u9fd5"
_OTHERS = frozenset("+#&._%-")
_SPACE = r"(\r\n|\s)"

_LONGEST_LOOK = 64
"""How far to look for the first word: no chain of overlapping words in prose is nearly so long."""


def words(text: str) -> list[str]:
    """Cut a text into words; joined, they give it back."""
    found: list[str] = []
    for is_run, signs in groupby(text, _is_in_run):
        part = "".join(signs)
        found += _join_letters(_cut_run(part, dictionary())) if is_run else _cut_signs(part)
    return found


def first_word(text: str) -> str:
    """The first word of the cut, found by looking only as far as it depends on; "" for none."""
    look = "".join(takewhile(_is_in_run, text[:_LONGEST_LOOK]))
    if not look:
        return "\r\n" if text.startswith("\r\n") else text[:1]
    if look[0].isascii():
        return next(_join_letters(_cut_run(look, dictionary())))
    return next(_cut_run(look[: _first_boundary(look, dictionary())], dictionary()))


def word_class(word: str) -> str:
    """The part of speech that jieba's dictionary gives a word (v, n, a, …), or ""."""
    known = dictionary()
    number = _number(word, known)
    return "" if number is None else known.tag_names[known.tags[number]]


def frequency(word: str) -> int:
    """How often the word was met when the dictionary was made; 0 when it is unknown."""
    known = dictionary()
    number = _number(word, known)
    return 0 if number is None else int(known.frequencies[number])


def words_between(first: str, last: str, most: int) -> list[str]:
    """The words that begin and end with given characters, with 1 to ``most`` others between."""
    shortest = len(first) + len(last) + 1
    return [
        word
        for word in dictionary().trie.keys(first)
        if word.endswith(last) and shortest <= len(word) < shortest + most
    ]


def _is_in_run(sign: str) -> bool:
    if sign.isascii():
        return sign.isalnum() or sign in _OTHERS
    return _FIRST_HAN <= sign <= _LAST_HAN


def _number(word: str, known: Dictionary) -> int | None:
    try:
        return known.trie.get(word)
    except UnicodeEncodeError:  # half of a surrogate pair, which an editor may send
        return None


def _cut_signs(text: str) -> Iterator[str]:
    for number, part in enumerate(re.compile(_SPACE).split(text)):
        if number % 2:
            yield part
        else:
            yield from part


def _join_letters(found: Iterator[str]) -> Iterator[str]:
    """Put single letters and digits that the dictionary left apart together again."""
    joined = ""
    for word in found:
        if len(word) == 1 and word.isascii() and word.isalnum():
            joined += word
            continue
        if joined:
            yield joined
            joined = ""
        yield word
    if joined:
        yield joined


def _cut_run(run: str, known: Dictionary) -> Iterator[str]:
    """The likeliest words of a run, found from its end to its beginning."""
    prefixes, frequencies = known.trie.iter_prefixes_with_ids, known.frequencies
    length, longest, log_total = len(run), known.longest, known.log_total
    scores = [0.0] * (length + 1)
    ends = [0] * length
    for start in range(length - 1, -1, -1):
        # A character that begins no word counts as one of frequency 1. The order of additions is
        # jieba's: it decides between cuts that are equal but for the last bit.
        best, best_end = -inf, start + 1
        for word, number in prefixes(run[start : start + longest]):
            end = start + len(word)
            score = log(frequencies[number]) - log_total + scores[end]
            if score >= best:
                best, best_end = score, end
        scores[start] = best if best > -inf else scores[start + 1] - log_total
        ends[start] = best_end
    start = 0
    while start < length:
        yield run[start : ends[start]]
        start = ends[start]


def _first_boundary(run: str, known: Dictionary) -> int:
    """The first place that no word crosses: what follows it has no say in the first word."""
    boundary = 1
    start = 0
    while start < boundary:
        for word, _ in known.trie.iter_prefixes_with_ids(run[start : start + known.longest]):
            boundary = max(boundary, start + len(word))
        start += 1
    return boundary
