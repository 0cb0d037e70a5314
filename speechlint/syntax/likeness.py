"""Whether one phrase of a group departs from the others; most groups are soon known not to.

They share nothing, or everything: to see that takes no dictionary, and no words are cut.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from speechlint.syntax.groups import GroupKind, Phrases

if TYPE_CHECKING:
    from speechlint.syntax.departures import Departure

_FEWEST = 3
_GRAMMAR_SIGNS = "以为在上中下里内间前后更再又就把将从对向由用靠按到于被给让同与"
_RUNS = {GroupKind.BODIES: 4, GroupKind.LEADS: 4}
"""How long a run must be where phrases are first clauses of sentences, two elsewhere."""


@lru_cache(maxsize=2048)
def departure_among(phrases: Phrases) -> Departure | None:
    """The departure of one of some phrases from a frame that all the others share.

    Kept, because drafts share phrases, and an editor asks again after every keystroke.
    """
    if not _may_depart(phrases):
        return None
    # Only now: the words and what compares them take time to load.
    from speechlint.syntax.cutting import cut_phrases
    from speechlint.syntax.departures import find_departure

    return find_departure(cut_phrases(phrases.texts))


def _may_depart(group: Phrases) -> bool:
    """Whether all phrases but one have a run of characters that the one lacks.

    Beginning and end of a phrase count as characters. Two phrases of three make no frame without
    a word of grammar, so there a character that could be one is looked for.
    """
    phrases = [f"^{text}$" for text in group.texts]
    if len(phrases) < _FEWEST:
        return False
    if len(phrases) == _FEWEST:
        return any(sum(sign in phrase for phrase in phrases) == 2 for sign in _GRAMMAR_SIGNS)
    if _lacks_syllable(phrases):
        return True
    run = _RUNS.get(group.kind, 2)
    counts = Counter(
        part
        for phrase in phrases
        for part in {phrase[n : n + run] for n in range(len(phrase) - run + 1)}
    )
    return len(phrases) - 1 in counts.values()


def _lacks_syllable(phrases: Sequence[str]) -> bool:
    """Whether one phrase lacks a 更 and is otherwise as long as the others, which have it."""
    without = [phrase for phrase in phrases if "更" not in phrase]
    lengths = {len(phrase) for phrase in phrases if phrase not in without}
    return len(without) == 1 and lengths == {len(without[0]) + 1}
