"""The wording of a sentence that leads in to a series, such as 今年重点抓好五件事."""

from __future__ import annotations

import re

from speechlint.syntax.announcement import Announcement, Lead
from speechlint.syntax.vocabulary import load_vocabulary

# A sentence with another number, or with 以下 after its number, announces something else.
_ANOTHER_AMOUNT = r"[两二三四五六七八九十\d][个项条大件点类]|以下|如下|几"
_MEASURES = frozenset("个项条大件点类下几")
"""Each such amount has one of these, which spares most sentences the pattern."""

_LONGEST_TAIL = 4


def leads_in(announcement: Announcement, text: str) -> bool:
    """Whether an announcement is put as in a sentence that leads in to a series."""
    tail = announcement.tail.of(text)
    if announcement.named:
        return len(tail) <= _LONGEST_TAIL and not _has_amount(tail)
    thing = announcement.amounts[0].thing
    if _has_amount(text[thing.start : announcement.end]):
        return False
    if announcement.lead in (Lead.FOLLOWING, Lead.SAYING):
        return True
    if is_abstract(announcement, text):
        return not tail
    return not tail and thing.of(text).endswith(load_vocabulary().matter)


def _has_amount(words: str) -> bool:
    if _MEASURES.isdisjoint(words):
        return False
    return re.compile(_ANOTHER_AMOUNT).search(words) is not None


def is_abstract(announcement: Announcement, text: str) -> bool:
    """Whether what is counted says nothing of its own: 五个方面, 三项重点工作."""
    thing = announcement.amounts[-1].thing.of(text)
    return not thing or thing.endswith(load_vocabulary().abstract)
