"""Which one of some phrases departs from the frame that all the others share, and in what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from speechlint.syntax.alignment import (
    Phrase,
    common_words,
    count_alike,
    is_punctuation,
    places,
    words_without_each,
)
from speechlint.syntax.frames import Frame, make_frame
from speechlint.syntax.patterns import Pattern, can_be_firm, is_grammar, is_verb


class Departure(msgspec.Struct, frozen=True):
    """One phrase that departs from what all the others share.

    Attributes:
        member: its number, from 0.
        frame: the frame of the others.
        lead: the words that open all the others, joined.
        kept_lead: what it has of these, from their beginning.
        lacking: what it lacks of the frame, a string for each part of the frame.
        shared: how many characters of the frame are firm (see ``patterns``).
        lost: how many of these it lacks.
        parts: how many parts of the frame, between slots, have firm words.
        grammar: how many words of grammar it lacks.
        verbs: how many verbs it lacks.
    """

    member: int
    frame: Frame
    lead: str
    kept_lead: str
    lacking: tuple[str, ...]
    shared: int
    lost: int
    parts: int
    grammar: int
    verbs: int

    @property
    def kept(self) -> int:
        """How many firm characters of the frame it has like the others."""
        return self.shared - self.lost


def find_departure(phrases: Sequence[Phrase]) -> Departure | None:
    """The phrase that departs most, of at least three, unless another departs nearly as much."""
    found = sorted(_departures(phrases), key=lambda one: -one.lost)
    if not found or (len(found) > 1 and 2 * found[1].lost > found[0].lost):
        return None
    return found[0]


def _departures(phrases: Sequence[Phrase]) -> Iterator[Departure]:
    for member, shared in enumerate(words_without_each(phrases)):
        if shared and not _holds(phrases[member], shared):
            others = [phrase for number, phrase in enumerate(phrases) if number != member]
            found = _compare(member, phrases[member], Pattern(shared, others), others)
            if found.lost:
                yield found


def _holds(phrase: Phrase, shared: Phrase) -> bool:
    """Whether a phrase has some words in their order."""
    rest = iter(phrase)
    return all(word in rest for word in shared)


def _compare(member: int, phrase: Phrase, pattern: Pattern, others: Sequence[Phrase]) -> Departure:
    lead = pattern.words[: pattern.lead]
    kept_lead = _kept_lead(phrase, lead)
    lacking = [*range(len(kept_lead), len(lead)), *_lacking_behind(phrase, pattern, kept_lead)]
    by_part: dict[int, str] = {}
    for number in lacking:
        if not is_punctuation(pattern.words[number]):
            part = pattern.parts[number]
            by_part[part] = by_part.get(part, "") + pattern.words[number]
    firm = [pattern.words[number] for number in lacking if pattern.weights[number]]
    return Departure(
        member=member,
        frame=make_frame(others, pattern.words),
        lead="".join(lead),
        kept_lead="".join(kept_lead),
        lacking=tuple(by_part.values()),
        shared=sum(pattern.weights),
        lost=sum(pattern.weights[number] for number in lacking),
        parts=len({p for p, weight in zip(pattern.parts, pattern.weights, strict=True) if weight}),
        grammar=sum(map(is_grammar, firm)),
        verbs=sum(map(is_verb, firm)),
    )


def _kept_lead(phrase: Phrase, lead: Phrase) -> Phrase:
    """What a phrase has of the words that open the others, even where they are cut otherwise."""
    if "".join(phrase).startswith("".join(lead)):
        return lead
    return lead[: count_alike([lead, phrase])]


def _lacking_behind(phrase: Phrase, pattern: Pattern, kept_lead: Phrase) -> Iterator[int]:
    """Which words of a pattern, by number, a phrase lacks behind the leading ones."""
    rest = pattern.words[pattern.lead :]
    tail = phrase[len(kept_lead) :] if phrase[: len(kept_lead)] == kept_lead else phrase
    matched = _match(rest, tail)
    for number, word in enumerate(rest):
        if matched[number] is None and can_be_firm(word):
            before = max((place for place in matched[:number] if place is not None), default=-1)
            after = min((p for p in matched[number:] if p is not None), default=len(tail))
            between = "".join(tail[before + 1 : after])  # it may be there, cut otherwise
            is_last = pattern.closes and number == len(rest) - 1
            if not (between.endswith(word) if is_last else word in between):
                yield pattern.lead + number


def _match(shared: Phrase, phrase: Phrase) -> list[int | None]:
    """Where a phrase has each of some words, or None for one that it lacks."""
    kept = common_words(shared, phrase)
    found = iter(zip(kept, places(kept, phrase), strict=True))
    following = next(found, None)
    matched: list[int | None] = []
    for word in shared:
        if following and following[0] == word:
            matched.append(following[1])
            following = next(found, None)
        else:
            matched.append(None)
    return matched
