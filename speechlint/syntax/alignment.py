"""Alignment of phrases, given as words: what all of them, or all but one, share in one order.

All phrases are laid over one another in an order of their own, so that the order in the draft has
no say in what comes out. Words that too many of the phrases lack are left out beforehand, and the
work grows with the number of phrases, not with its square.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import reduce
from itertools import accumulate

Phrase = tuple[str, ...]
"""A phrase as words; joined, they give the phrase."""

PUNCTUATION = frozenset("，,、；;：:。！？!?…—·“”‘’\"'《》〈〉（）()〔〕【】 \t\u3000")


def is_punctuation(word: str) -> bool:
    """Whether a word is a mark and nothing more."""
    return all(character in PUNCTUATION for character in word)


def count_alike(sequences: Sequence[Sequence[str]]) -> int:
    """How many words, or characters, several phrases have alike from their beginning."""
    count = 0
    for items in zip(*sequences, strict=False):
        if any(item != items[0] for item in items):
            break
        count += 1
    return count


def count_characters(text: str) -> int:
    """How long a text is without its marks."""
    return sum(character not in PUNCTUATION for character in text)


def shared_words(phrases: Sequence[Phrase]) -> Phrase:
    """Words that all phrases have, in the same order; of at least one phrase."""
    return reduce(common_words, sorted(set(_prepare(phrases, missing=0)), key=_rank))


def words_without_each(phrases: Sequence[Phrase]) -> list[Phrase]:
    """For each of at least two phrases, the words that all the others share in the same order."""
    prepared = _prepare(phrases, missing=1)
    counts = Counter(prepared)
    ordered = sorted(counts, key=_rank)
    before = [None, *accumulate(ordered, common_words)]
    after = [*reversed(list(accumulate(ordered[::-1], common_words))), None]
    found: dict[Phrase, Phrase] = {}
    for phrase, left, right in zip(ordered, before, after[1:], strict=False):
        if counts[phrase] > 1:  # another one like it is among the others
            found[phrase] = before[-1] or ()
        elif left is None or right is None:
            found[phrase] = left or right or ()
        else:
            found[phrase] = common_words(left, right)
    return [found[phrase] for phrase in prepared]


def common_words(one: Phrase, other: Phrase) -> Phrase:
    """The heaviest sequence of words that two phrases share; a mark weighs least."""
    if one == other:
        return one
    head = count_alike([one, other])
    rest, other_rest = one[head:], other[head:]
    tail = count_alike([rest[::-1], other_rest[::-1]])
    middle = _heaviest(rest[: len(rest) - tail], other_rest[: len(other_rest) - tail])
    return one[:head] + middle + one[len(one) - tail :]


def places(words: Phrase, phrase: Phrase) -> list[int]:
    """Where a phrase has each of some words that it has in this order, in runs where it can."""
    head = count_alike([words, phrase])
    tail = count_alike([words[head:][::-1], phrase[head:][::-1]])
    inner = words[head : len(words) - tail]
    last = len(phrase) - tail
    end = head
    for word in inner:
        end = phrase.index(word, end, last) + 1
    found: list[int] = []
    for word in reversed(inner):  # from the earliest end backwards, each as near as can be
        end -= 1
        while phrase[end] != word:
            end -= 1
        found.append(end)
    return [*range(head), *reversed(found), *range(last, len(phrase))]


def _rank(phrase: Phrase) -> tuple[int, Phrase]:
    return len(phrase), phrase


def _prepare(phrases: Sequence[Phrase], missing: int) -> list[Phrase]:
    """The phrases without words that more than so many of them lack."""
    counts = Counter(word for phrase in phrases for word in set(phrase))
    least = len(phrases) - missing
    return [tuple(word for word in phrase if counts[word] >= least) for phrase in phrases]


def _heaviest(one: Phrase, other: Phrase) -> Phrase:
    """Common words of phrases that neither begin nor end alike, by dynamic programming."""
    if not one or not other:
        return ()
    best = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for row in range(len(one) - 1, -1, -1):
        here, below, word = best[row], best[row + 1], one[row]
        gain = 1 if is_punctuation(word) else 2 * len(word)
        for column in range(len(other) - 1, -1, -1):
            if word == other[column]:
                here[column] = below[column + 1] + gain
            else:
                here[column] = max(below[column], here[column + 1])
    shared: list[str] = []
    row = column = 0
    while row < len(one) and column < len(other):
        if one[row] == other[column]:
            shared.append(one[row])
            row, column = row + 1, column + 1
        elif best[row + 1][column] >= best[row][column + 1]:
            row += 1
        else:
            column += 1
    return tuple(shared)
