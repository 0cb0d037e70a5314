"""Where a draft announces a list: 讲三点意见, 以下七个方面工作, “五个突出、五个聚力”.

One regular expression finds the amounts in a text; only the short clause around one is parsed, by
``grammar/announcement.lark``. Whether the list is there is for the checks to say.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import NamedTuple

from speechlint.memory import NO_MEMORY, Memory
from speechlint.syntax.announcement import Announcement
from speechlint.syntax.announcement_grammar import parse_clause

# The first class lets the engine skip through a text; what is no numeral leaves at the next step.
# Of that class, the quotation marks alone are no letters.
# A number inside a larger one (2.5万, 第三, 十几), a date and a share count nothing.
_NUMBER = r"(?:[两二三四五六七八九十]{1,3}|[1-9]\d?)"
_CANDIDATE = re.compile(
    rf"""[“‘「"两二三四五六七八九十1-9几若]
    (?:
        (?<=\W){_NUMBER}(?![一二三四五六七八九十\d.．%％年月日+＋×＊*])[\w、]{{1,20}}[”’」"]
      | (?<![第\d.．〇零百千万亿几十].)(?<=\w)
        (?:[一二三四五六七八九十]{{0,2}}|(?<=\d)\d|(?<=若)干)
        (?:个方面|方面|[个大项条点类种件级篇张步支道组层句笔门把本场重对块份])
        (?:“\w{{1,8}}”\w{{0,6}}|(?![月年多分\d%％时]|百分)\w{{0,20}})
      | (?<=有[两二三四五六七八九十])(?<!十有.)(?P<bare>[一二三四五六七八九十]?)(?=[：:。])
    )""",
    re.VERBOSE,
)
_TAIL = re.compile(r"(?!为|指|是指|即|分别|就是)\w{0,20}")
_LEAD = re.compile(
    r"(?:(?:[讲谈说聊提]出?|强调|汇报|报告|重申|明确)[了好]?(?:这样)?)?"
    r"(?:(?:以下|如下|下列|下面|以上|上述|前述|前面)?[这那]?)?\Z"
)
_LONGEST_LEAD = 8
_OPENING = '“‘「"'
_CLOSING = '”’」》"'
_SENTENCE_STOPS = "。！？!?\r\n"
# What may stand after an amount that announces something: members in brackets, after a colon or
# after 即, a dash, or a sentence such as 实施“称心”教育工程。
_BESIDE = re.compile(
    r"""[（(：:]
      | [，,。]?(?:即|分别|也?就是|是?指)
      | [。；;]?\s*(?:[—–-]{2}|\w{0,6}“)
      | [，,](?:[^。\r\n]{0,60}。\w{2,4}“|第一)""",
    re.VERBOSE,
)
# Or paragraphs that begin alike. A class of so many signs takes long to compile.
_REFRAIN = r"。\s{1,8}([\u4e00-\u9fff]{4})[^\r\n]{0,400}[\r\n]\s{0,8}\1"
_GAP_STOPS = "。；：，！？,;:!?"
_CLAUSE_STOPS = frozenset("，。；：！？,;:!?\r\n（(…")
# What cannot be the last of several members that an amount sums up.
_SEVERED = ("、", "，", "。", "和", "与", "及", "的", "了", "等", "共", "达", "到")
_LONGEST_RUN = 80


def find_announcements(
    text: str, anchors: Container[int] | None = None, memory: Memory = NO_MEMORY
) -> list[Announcement]:
    """Every amount of a text that may announce a list, in order.

    An amount is left out where nothing beside it could be a list. Takes one pass over the text,
    and a parse for each clause that has not been seen before.

    Args:
        text: the text.
        anchors: offsets at which a list begins, or a heading with a list under it ends; without
            them, every amount at the end of a sentence may announce one.
        memory: of the version before.
    """
    found = []
    for begin, clause in memory.find("announcements", text, _find_clauses):
        end = begin + clause.length
        if clause.sure or _is_beside(text, end, anchors):
            relative = parse_clause(text[begin:end])
            if relative is not None:
                found.append(relative.shift(begin))
    return found


class _Clause(NamedTuple):
    """A clause around an amount; sure where something ahead of it in its line announces a list."""

    length: int
    sure: bool


def _find_clauses(text: str) -> Iterator[tuple[int, _Clause]]:
    for candidate in _CANDIDATE.finditer(text):
        start, end = candidate.span()
        tail = _TAIL.match(text, end) if text[start] in _OPENING else None
        end = tail.end() if tail else end
        window = text[max(0, start - _LONGEST_LEAD) : start]
        lead = _LEAD.search(window)
        led = len(window) - lead.start() if lead else 0
        begin = start - (led if candidate["bare"] is None else len("有"))
        yield begin, _Clause(end - begin, bool(led) or _follows_members(text, start))


def next_words(text: str, end: int) -> int:
    """Where the text goes on after the stop and the white space at the end of a clause."""
    if end < len(text) and text[end] in _GAP_STOPS:
        end += 1
    while end < len(text) and text[end].isspace():
        end += 1
    return end


def _is_beside(text: str, end: int, anchors: Container[int] | None) -> bool:
    if _BESIDE.match(text, end):
        return True
    if anchors is None:
        return text[end : end + 1] in _SENTENCE_STOPS
    return end in anchors or next_words(text, end) in anchors or _is_refrain(text, end)


def _is_refrain(text: str, end: int) -> bool:
    if not text.startswith("。", end) or not text[end + 1 : end + 2].isspace():
        return False
    return re.compile(_REFRAIN).match(text, end) is not None


def _follows_members(text: str, start: int) -> bool:
    """Whether something is listed in the same clause ahead of an amount."""
    if text[start - 1 : start] in _CLOSING:
        return start > 0
    window = text[max(0, start - _LONGEST_RUN) : start]
    comma = window.rfind("、")
    if comma < 0 or window.endswith(_SEVERED):
        return False
    return _CLAUSE_STOPS.isdisjoint(window[comma:])
