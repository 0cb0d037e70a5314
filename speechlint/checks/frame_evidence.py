"""Whether a phrase that departs from the frame of its siblings is a slip, or may be meant.

A rule that is wrong once in ten is of no use, so everything that a writer may do on purpose is left
alone: another subject, a last member that sums up, near synonyms in turn, sentences that only
happen to stand between others. Published texts keep the frame of their headings without exception.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from speechlint.syntax.alignment import count_characters
from speechlint.syntax.clauses import split_clauses
from speechlint.syntax.departures import Departure
from speechlint.syntax.groups import Group, GroupKind
from speechlint.syntax.words import word_class

Fault = Literal["lead", "frame"]

_TITLES = frozenset({GroupKind.HEADINGS, GroupKind.BULLETS})
_UNMARKED = frozenset({GroupKind.PARAGRAPHS, GroupKind.SENTENCES})
_VERBS = frozenset({"v", "vn"})
_WORD = 2
_PARTS = 2
_SOME = 4
_MANY = 7
_QUOTED_COVER = 0.7


class Verdict(msgspec.Struct, frozen=True):
    """What is wrong with a phrase, and whether that is beyond doubt."""

    fault: Fault
    is_sure: bool


class Least(msgspec.Struct, frozen=True):
    """What a frame needs at least: firm characters, of these lost, and its share of a phrase."""

    shared: int
    lost: int
    cover: float


_LEAST = {
    GroupKind.HEADINGS: Least(4, 2, 0.25),
    GroupKind.BULLETS: Least(4, 2, 0.25),
    GroupKind.PARAGRAPHS: Least(4, 2, 0.25),
    GroupKind.SENTENCES: Least(4, 2, 0.25),
    GroupKind.LEADS: Least(8, 4, 0.4),
    GroupKind.BODIES: Least(8, 4, 0.4),
}


def judge(group: Group, departure: Departure, text: str) -> Verdict | None:
    """What is wrong with the phrase that departs; None where it may be meant."""
    evidence = _Evidence(group, departure, text)
    return evidence.beside_two() if evidence.others == 2 else evidence.beside_more()


class _Evidence:
    """A departure with what can be said of the phrases around it."""

    def __init__(self, group: Group, departure: Departure, text: str) -> None:
        others = [member.of(text) for member in group.members]
        odd = others.pop(departure.member)
        clauses = {len(split_clauses(phrase)) for phrase in others}
        lengths = {len(phrase) for phrase in others}
        self.departure = departure
        self.kind = group.kind
        self.others = len(others)
        self.is_title = group.kind in _TITLES
        self.at_edge = departure.member in (0, self.others)
        self.begins_alike = bool(set(departure.lead[:_WORD]) & set(odd[:_WORD]))
        # 着力优化… among 着力建设… is meant; 围绕重大工程… among 围绕服务… lacks a word.
        kept = len(departure.kept_lead)
        self.varies_lead = kept >= _WORD and word_class(odd[kept : kept + _WORD]) in _VERBS
        self.closes_alike = bool(departure.frame.fixed[-1]) and odd.endswith(
            departure.frame.fixed[-1]
        )
        self.same_clauses = clauses == {len(split_clauses(odd))}
        self.other_clauses = len(clauses) == 1 and not self.same_clauses
        self.cover = departure.frame.weight / _median(list(map(count_characters, others)))
        self.is_even = len(lengths) == 1
        self.as_long = self.is_even and abs(lengths.pop() - len(odd)) <= 1

    def beside_two(self) -> Verdict | None:
        """Two phrases make a frame only with words of grammar in it, at two places or more."""
        departure = self.departure
        if not self.is_title or self.other_clauses or len(departure.lacking) < _PARTS:
            return None
        if departure.kept_lead and departure.grammar >= _PARTS:
            return Verdict("frame", is_sure=True)
        if departure.grammar and self.is_even and not departure.kept:
            return Verdict("frame", is_sure=False)
        return None

    def beside_more(self) -> Verdict | None:
        """Three phrases and more make a frame with what opens and closes them, too."""
        departure = self.departure
        lost_lead = departure.lead[len(departure.kept_lead) :]
        only_lead = departure.lacking == (lost_lead,)
        found = None
        if len(lost_lead) >= _WORD and (only_lead or not departure.kept_lead):
            found = self._without_lead()
        if found is None and not only_lead:
            found = self._within_frame()
        if found is None and only_lead and self._stands_among():
            return Verdict("lead", is_sure=False)
        if found is None and not (only_lead and len(lost_lead) >= _WORD) and self._is_uneven():
            return Verdict("lead" if only_lead else "frame", is_sure=False)
        return found

    def _without_lead(self) -> Verdict | None:
        departure = self.departure
        sure = Verdict("lead", is_sure=True)
        if self.at_edge and (self.other_clauses or self.varies_lead):
            return None
        if self.kind in _UNMARKED:  # is it one of the group at all?
            return sure if departure.kept > _WORD and not self.at_edge else None
        if self.kind is GroupKind.LEADS:
            return sure if departure.shared >= 2 * _WORD and departure.kept else None
        if not self.is_title:
            return None
        if departure.kept > _WORD or self.others >= (_MANY if self.at_edge else _SOME):
            return sure
        is_synonym = self.begins_alike and not departure.grammar
        if self.others < _SOME and (self.at_edge or is_synonym):
            return None
        return Verdict("lead", is_sure=False) if self.same_clauses else None

    def _within_frame(self) -> Verdict | None:
        departure = self.departure
        least = _LEAST[self.kind]
        if self.other_clauses or (self.kind in _UNMARKED and self.at_edge):
            return None
        if departure.parts < _PARTS or departure.shared < least.shared or self.cover < least.cover:
            return None
        in_words = departure.grammar + departure.verbs > 0
        if departure.kept < _WORD:  # nothing of the frame is left: meant, unless others follow
            is_between = self.is_title and self.same_clauses and not self.at_edge
            is_firm = in_words and departure.shared > least.shared
            return Verdict("frame", self.others >= _SOME) if is_between and is_firm else None
        if departure.lost < least.lost:  # 抓项目, and once 谋项目
            in_many = self.is_title and self.others >= _SOME and departure.shared > least.shared
            return Verdict("frame", is_sure=True) if in_many and departure.verbs else None
        is_quoted = "“" in str(departure.frame) and self.cover >= _QUOTED_COVER
        in_bulk = departure.parts > _PARTS and departure.lost >= 2 * _WORD
        return Verdict("frame", is_sure=True) if in_words or in_bulk or is_quoted else None

    def _stands_among(self) -> bool:
        """Whether an unmarked phrase between others closes as they do: 要做…者, once 争当…者."""
        is_between = self.kind in _UNMARKED and not self.at_edge and self.same_clauses
        return is_between and self.closes_alike and len(self.departure.lead) >= _WORD

    def _is_uneven(self) -> bool:
        """Whether headings of one length, and nothing else, speak for a slip."""
        departure = self.departure
        is_syllable = len("".join(departure.lacking)) == 1
        in_words = departure.grammar + departure.verbs > 0 or is_syllable
        return self.is_title and self.as_long and self.same_clauses and in_words


def _median(numbers: list[int]) -> float:
    """As in ``statistics``, which takes longer to import than a draft's frames to judge."""
    numbers.sort()
    middle = len(numbers) // 2
    return (numbers[middle] + numbers[-1 - middle]) / 2
