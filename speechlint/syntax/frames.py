"""What parallel phrases share: a frame with slots, such as 在□上下功夫，□高质量发展新□."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

import msgspec

from speechlint.syntax.alignment import Phrase, count_alike, count_characters, places, shared_words

SLOT = "□"
_PAIR = 2


class Frame(msgspec.Struct, frozen=True):
    """The fixed parts of some phrases, and what each of them puts between.

    Attributes:
        fixed: what all phrases have, around the slots: one part more than there are slots. Only
            the first and the last may be empty.
        fillers: for each slot, what stands there in each of the phrases.
    """

    fixed: tuple[str, ...]
    fillers: tuple[tuple[str, ...], ...]

    def __str__(self) -> str:
        return SLOT.join(self.fixed)

    def fillers_of(self, phrase: int) -> tuple[str, ...]:
        """What a phrase, by its number from 0, puts into the slots."""
        return tuple(filler[phrase] for filler in self.fillers)

    @property
    def weight(self) -> int:
        """How many characters are fixed, without punctuation."""
        return sum(map(count_characters, self.fixed))


def make_frame(phrases: Sequence[Phrase], shared: Phrase | None = None) -> Frame:
    """The frame of some phrases, at least one, or that which some words of theirs form.

    Beyond whole words, slots that begin or end alike everywhere give what they share to the frame:
    新动能, 新画卷, 新气象 are 新□.
    """
    if shared is None:
        shared = shared_words(phrases)
    gaps = [_gaps(shared, phrase) for phrase in phrases]
    fixed = [""]
    fillers: list[tuple[str, ...]] = []
    for number in range(len(shared) + 1):
        head, between, tail = _split([gap[number] for gap in gaps])
        fixed[-1] += head
        if any(between):
            fillers.append(tuple(between))
            fixed.append("")
        fixed[-1] += tail + (shared[number] if number < len(shared) else "")
    return Frame(tuple(fixed), tuple(fillers))


def _gaps(words: Phrase, phrase: Phrase) -> list[Phrase]:
    """What a phrase has before, between and after some words of it."""
    ends = [*places(words, phrase), len(phrase)]
    starts = [0, *(end + 1 for end in ends)]
    return [phrase[start:end] for start, end in zip(starts, ends, strict=False)]


def _split(gaps: list[Phrase]) -> tuple[str, list[str], str]:
    """What gaps begin with alike, what differs, and what they end with alike."""
    texts = ["".join(gap) for gap in gaps]
    head = _reach(texts, gaps)
    rest = [text[head:] for text in texts]
    tail = _reach([text[::-1] for text in rest], [gap[::-1] for gap in gaps])
    between = [text[: len(text) - tail] for text in rest]
    return texts[0][:head], between, rest[0][len(rest[0]) - tail :]


def _reach(texts: list[str], gaps: list[Phrase]) -> int:
    """How many characters texts have alike from their beginning, as far as these are words.

    A word ends there in one text at least, or all words are long enough to have a syllable more
    (网格化, 多元化): 推动 and 推进 have nothing in common.
    """
    alike = count_alike(texts)
    ends = {end for gap in gaps for end in accumulate(map(len, gap)) if end <= alike}
    if alike and not ends and all(gap and len(gap[0]) > _PAIR for gap in gaps):
        return 1
    return max(ends, default=0)
