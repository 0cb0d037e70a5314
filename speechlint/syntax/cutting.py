"""Phrases cut into words alike, so that they can be compared.

A dictionary cuts each phrase by itself: 服务群众 is one word and 服务企业 two; 着力稳增长 begins
with 着力 and 着力促改革 with 着. Words that most phrases have are cut out of the others too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from speechlint.syntax.alignment import Phrase
from speechlint.syntax.words import words

_PAIR = 2


def cut_phrases(texts: Sequence[str]) -> list[Phrase]:
    """The words of each text, cut where most of the others are."""
    phrases = [tuple(words(text)) for text in texts]
    counts = Counter(word for phrase in phrases for word in set(phrase))
    usual = {word for word, count in counts.items() if 2 * count >= len(texts)}
    long = sorted((word for word in usual if len(word) > 1), key=len, reverse=True)
    joints = _joints(texts, counts)
    ending = _usual_ending(texts)
    return [
        _cut_ends(tuple(_open(_cut_out(text, phrase, long), joints)), usual, ending)
        for text, phrase in zip(texts, phrases, strict=True)
    ]


def _joints(texts: Sequence[str], counts: Counter[str]) -> set[str]:
    """Characters that all texts but one have, and two of them as words: 中 and 有 of 稳中有进."""
    found = Counter(character for text in texts for character in set(text))
    least = len(texts) - 1
    return {one for one, count in found.items() if count >= least and counts[one] > 1}


def _cut_out(text: str, phrase: Phrase, usual: Sequence[str]) -> Phrase:
    """Words of a text with one of the usual words among them, wherever its characters are."""
    for word in usual:
        if word not in phrase and word in text:
            before, _, after = text.partition(word)
            return (
                *_cut_out(before, tuple(words(before)), usual),
                word,
                *_cut_out(after, tuple(words(after)), usual),
            )
    return phrase


def _open(phrase: Phrase, joints: set[str]) -> Iterator[str]:
    """Words, with those in pieces that have two joints in them: 稳中有进 beside 快|中|有|优."""
    for word in phrase:
        if len(word) > _PAIR and sum(character in joints for character in word) > 1:
            yield from word
        else:
            yield word


def _usual_ending(texts: Sequence[str]) -> str:
    """The character that all texts but one end with, or an empty string."""
    ending, count = Counter(text[-1:] for text in texts).most_common()[0]
    return ending if count >= len(texts) - 1 else ""


def _cut_ends(phrase: Phrase, usual: Collection[str], ending: str) -> Phrase:
    """A phrase whose first and last words are divided where the others have a word of their own.

    A first character counts when it is a word elsewhere (讲|政治), a last one when nearly all the
    phrases end with it (常态|化).
    """
    if not phrase:
        return phrase
    first, last = phrase[0], phrase[-1]
    if len(first) > 1 and first not in usual and first[0] in usual:
        phrase = (first[0], first[1:], *phrase[1:])
    if ending and len(last) > 1 and last not in usual and last.endswith(ending):
        phrase = (*phrase[:-1], phrase[-1][:-1], ending) if phrase[-1] != ending else phrase
    return phrase
