"""Places of a text that speak of a number which a fix has changed, such as “第三点”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from speechlint.diagnostic import Edit
from speechlint.source import Source, Span
from speechlint.syntax.numerals import parse_numeral

_NUMERAL = re.compile("[零〇一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾0-9０-９]{1,6}")
_REFERENCE = re.compile(
    f"(?:第|上述|前述)(?P<number>{_NUMERAL.pattern})"
    "(?:点|条|项|款|部分|章|节|个方面|方面|个问题|个环节|项任务|项工作)"
)


class Reference(msgspec.Struct, frozen=True):
    """A place that speaks of a number."""

    span: Span
    text: str


def changed_numbers(text: str, edits: Iterable[Edit]) -> frozenset[int]:
    """The numbers that edits take away from items."""
    changed = set()
    for edit in edits:
        before = _number(edit.span.of(text))
        if before is not None and before != _number(edit.text):
            changed.add(before)
    return frozenset(changed)


def find_references(source: Source, numbers: frozenset[int]) -> Iterator[Reference]:
    """The places of a text that speak of one of some numbers."""
    if not numbers:
        return
    for found in _REFERENCE.finditer(source.prose):
        if parse_numeral(found["number"]) in numbers:
            yield Reference(Span(*found.span()), found.group())


def _number(text: str) -> int | None:
    found = _NUMERAL.search(text)
    return parse_numeral(found.group()) if found else parse_numeral(text.strip())
