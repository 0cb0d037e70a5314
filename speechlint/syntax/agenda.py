"""The items of a meeting as its host calls them: 下面，进行第二项议程.

They order a script without dividing it: a call may stand in the middle of a sentence, and what it
calls is spoken by others. So they are no markers of the outline, but a series of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechlint.source import Span
from speechlint.syntax.nodes import Document, Heading, Item, List, Marker, Style
from speechlint.syntax.numerals import parse_numeral

_NUMERAL = "([一二三四五六七八九十]{1,3})"
_CALLED = rf"第{_NUMERAL}项"
_MENTIONED = rf"第{_NUMERAL}(?=[项、和与至到])|(?<=[、和与至到]){_NUMERAL}(?=项)"
# What is called, or the stop behind it; 第二项整改任务 is something else.
_MATTER = (
    r"(?:会议|大会)?(?:议程|议题|内容|程序|日程|仪程|议项)|[ \u3000]*[，,：:。、；;!！\r\n]|[请由]"
)
# 继续进行第二项 calls nothing new, and 进行了第二项 looks back.
_CALL = (
    r"(?<!继续)(?<!仍然)(?<!还在)(?:进行|进入|开始|转入|举行)(?:到|的是)?"
    r"(?:本次|这次|今天|今天的|此次|我们)?(?:会议|大会|仪式|活动)?的?\Z"
)
_LONGEST_CALL = 14


def find_agendas(text: str, document: Document) -> Iterator[List]:
    """The series of at least two items that a host calls, in the order of the text.

    A call of the first item begins another series, so that an overview of the agenda and the
    calls themselves are two.
    """
    calls: list[Item] = []
    for found in re.compile(_CALLED).finditer(text, document.span.start, document.span.end):
        call = _read(text, found)
        if call is None:
            continue
        if call.marker.ordinal == 1 and calls:
            yield from _series(calls)
            calls = []
        calls.append(call)
    yield from _series(calls)


def mentioned_items(text: str, document: Document) -> frozenset[int]:
    """The items that are named, called or not: 第三项，由…, 第三、四项一并进行."""
    found = re.compile(_MENTIONED).finditer(text, document.span.start, document.span.end)
    numbers = (parse_numeral(mention[1] or mention[2]) for mention in found)
    return frozenset(number for number in numbers if number)


def _read(text: str, found: re.Match[str]) -> Item | None:
    start, end = found.span()
    ahead = text[max(0, start - _LONGEST_CALL) : start]
    matter = re.compile(_MATTER).match(text, end)
    ordinal = parse_numeral(found[1])
    if not ordinal or matter is None or re.compile(_CALL).search(ahead) is None:
        return None
    span = Span(start, end)
    marker = Marker(Style.DI, "项", ordinal, span, Span(*found.span(1)), inline=True)
    return Item(marker, span, Heading(Span(end, end), "", run_in=False), ())


def _series(calls: list[Item]) -> Iterator[List]:
    if len(calls) > 1:
        yield List(Span(calls[0].span.start, calls[-1].span.end), tuple(calls))
