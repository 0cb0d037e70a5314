"""What parallel phrases share: a frame with slots, such as 在□上下功夫，□高质量发展新□."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from speechlint.syntax.alignment import Phrase, count_alike, count_characters, places, shared_words

SLOT = "□"


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


def _gaps(words: Phrase, phrase: Phrase) -> list[str]:
    """What a phrase has before, between and after some words of it."""
    ends = [*places(words, phrase), len(phrase)]
    starts = [0, *(end + 1 for end in ends)]
    return ["".join(phrase[start:end]) for start, end in zip(starts, ends, strict=False)]


def _split(gaps: list[str]) -> tuple[str, list[str], str]:
    """What gaps begin with alike, what differs, and what they end with alike."""
    head = count_alike(gaps)
    rest = [gap[head:] for gap in gaps]
    tail = count_alike([gap[::-1] for gap in rest])
    between = [gap[: len(gap) - tail] for gap in rest]
    return gaps[0][:head], between, gaps[0][len(gaps[0]) - tail :]
