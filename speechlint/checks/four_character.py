"""One phrase of another length inside a run of four-character ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from speechlint.checks.base import Check
from speechlint.diagnostic import Finding, Partner
from speechlint.draft import Draft
from speechlint.source import Span

_FEWEST = 3
# Letters and digits fit too: to leave them out here would take the engine longer.
_ODD = r"([，,、])(?=\w{3}(?:\w{2})?\1\w{4}[，,、。；！？;!?”])"
# A longer one is no other sentence only where all begin alike: 共谋合作，共同赢得未来，共创辉煌.
_LONGER = r"[，,。；：！？](\w)\w{3}([，,])(?=\1\w{5,7}\2\1\w{3}[，,、。；！？;!?”])"
_EDGES = frozenset("。；：！？，、,;:!?\n\r \u3000“（(")
_ENDS = frozenset("。；！？，、,;!?”")
_IDIOMS = frozenset({"i", "l"})  # as jieba's dictionary marks them
_VERBS = frozenset({"v", "vd", "vn"})
_PROSE = frozenset("我你他她它们的了是也都就还者这那有在要会能可被把给让又再更")
_PROSE_ODD = frozenset("我你他她它们的了是者这那很最太挺极")


class FourCharacter(Check, frozen=True):
    """Finds the odd one among set phrases of four characters each, divided by one kind of mark.

    Only a phrase between two others counts: the first and the last often carry the frame of the
    sentence. A clause with a pronoun or a particle is prose, and a run of names is a list. Where 、
    divides, as it divides lists, every phrase has to be an idiom or a verb with its object.
    """

    facts = frozenset({"phrase", "length", "count"})
    roles: ClassVar[dict[str, frozenset[str]]] = {"neighbour": frozenset({"phrase"})}
    needs_structure = False

    def run(self, draft: Draft) -> Iterator[Finding]:
        """Findings in the order of the text."""
        text = draft.text
        for start, mark in draft.memory.find("odd phrases", text, _find_odd):
            odd = Span(start, start + (3 if text[start + 3] == mark else 5))
            fours = _fours_around(text, odd, mark)
            if len(fours) >= _FEWEST and _is_slip(text, odd, fours):
                yield _report(text, odd, fours)
        for start, mark in draft.memory.find("longer phrases", text, _find_longer):
            odd = Span(start, text.index(mark, start))
            fours = [
                four for four in _fours_around(text, odd, mark) if text[four.start] == text[start]
            ]
            if len(fours) >= _FEWEST and _is_slip(text, odd, fours):
                yield _report(text, odd, fours)


def _find_odd(text: str) -> Iterator[tuple[int, str]]:
    """Where phrases may begin that are odd, each with the mark ahead of it."""
    return ((found.end(), found[1]) for found in re.compile(_ODD).finditer(text))


def _find_longer(text: str) -> Iterator[tuple[int, str]]:
    return ((found.end(), found[2]) for found in re.compile(_LONGER).finditer(text))


def _fours_around(text: str, odd: Span, mark: str) -> list[Span]:
    """The four-character phrases right before and behind an odd one; none if it is at an edge."""
    if not _is_han(odd.of(text)) or not _is_four(text[odd.end + 1 : odd.end + 5]):
        return []
    before = _fours_before(text, odd.start, mark)
    return [*before, *_fours_after(text, odd.end, mark)] if before else []


def _fours_before(text: str, start: int, mark: str) -> list[Span]:
    """The four-character phrases that end one after the other ahead of a phrase."""
    found: list[Span] = []
    end = start - 1
    while end >= 4 and text[end] == mark and _is_four(text[end - 4 : end]):
        if end > 4 and text[end - 5] not in _EDGES:
            break
        found.append(Span(end - 4, end))
        end -= 5
    return found[::-1]


def _fours_after(text: str, end: int, mark: str) -> list[Span]:
    """The four-character phrases that follow one another behind a phrase."""
    found: list[Span] = []
    while text.startswith(mark, end) and _is_four(text[end + 1 : end + 5]):
        after = text[end + 5 : end + 6]
        if after not in _ENDS:
            break
        found.append(Span(end + 1, end + 5))
        end += 5
    return found


def _is_four(phrase: str) -> bool:
    return len(phrase) == 4 and _is_han(phrase)


def _is_han(phrase: str) -> bool:
    return min(phrase) >= "\u4e00" and max(phrase) <= "\u9fff"


def _is_slip(text: str, odd: Span, fours: list[Span]) -> bool:
    """Whether the phrases around an odd one are a figure of speech, and no list and no prose."""
    phrases = [four.of(text) for four in fours]
    if not _PROSE_ODD.isdisjoint(odd.of(text)) or not all(map(_PROSE.isdisjoint, phrases)):
        return False
    if text[odd.end] == "、":
        return all(map(_is_figure, phrases)) and not _is_name(odd.of(text))
    return not all(map(_is_name, phrases))


def _is_name(phrase: str) -> bool:
    """Whether a phrase names a thing: 粮食作物."""
    from speechlint.syntax.words import word_class, words

    found = words(phrase)
    parts = found if len(found) > 1 else _halves(phrase)
    return all(word_class(part).startswith(("n", "b", "m", "q")) for part in parts)


def _is_figure(phrase: str) -> bool:
    """Whether a phrase is an idiom (真抓实干), or begins with a verb (凝聚力量)."""
    from speechlint.syntax.words import word_class

    return word_class(phrase) in _IDIOMS or word_class(phrase[:2]) in _VERBS


def _halves(phrase: str) -> list[str]:
    """The two words of a set phrase: the dictionary calls many a one a noun (攻坚克难)."""
    return [phrase[:2], phrase[2:]]


def _report(text: str, odd: Span, fours: list[Span]) -> Finding:
    neighbour = Span(odd.end + 1, odd.end + 5)
    return Finding(
        span=odd,
        facts=(("phrase", odd.of(text)), ("length", len(odd)), ("count", len(fours))),
        partners=(Partner(neighbour, "neighbour", (("phrase", neighbour.of(text)),)),),
    )
