"""Half-width punctuation in Chinese text, as an input method left in the wrong state types it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechlint.checks.base import Check
from speechlint.diagnostic import Edit, Finding
from speechlint.draft import Draft
from speechlint.source import Span

_WIDE = str.maketrans(",;:?!()", "，；：？！（）")
_SIGNS = ",;:?!()"
_FOUND = r"https?://[\x21-\x7e]+|www\.[\x21-\x7e]+|&#?\w{2,8};|[,;:?!()\n]"
_HAN = "[\u4e00-\u9fff]"
# What an enumeration sign holds: (一) and (1) are markers, which have rules of their own.
_SIGN = r"[一二三四五六七八九十\d]{1,3}"
_DOUBLED = ",;:，、；：。"
_OPERATORS = frozenset("^*/=+-<>×÷√")
_LONGEST = 200
"""How long a passage in brackets may be, in code points."""


class Halfwidth(Check, frozen=True):
    """Half-width punctuation beside Chinese characters: one finding a document, edits for all.

    All notes together have another one.

    Attributes:
        at_least: fewer than that are ``stray``.
    """

    facts = frozenset({"mark", "right", "count"})
    variants = frozenset({"stray"})
    needs_structure = False

    at_least: int = 5

    def run(self, draft: Draft) -> Iterator[Finding]:
        """At most one finding a document, and one for its notes."""
        if not any(map(draft.prose.__contains__, _SIGNS)):
            return
        for text in draft.texts:
            offsets = sorted(_offsets(draft.prose, text))
            if not offsets:
                continue
            marks = [draft.prose[offset] for offset in offsets]
            yield Finding(
                span=Span(offsets[0], offsets[0] + 1),
                facts=(
                    ("mark", marks[0]),
                    ("right", marks[0].translate(_WIDE)),
                    ("count", len(marks)),
                ),
                edits=tuple(
                    Edit(Span(offset, offset + 1), mark.translate(_WIDE))
                    for offset, mark in zip(offsets, marks, strict=True)
                ),
                variant="" if len(marks) >= self.at_least else "stray",
            )


def _offsets(text: str, span: Span) -> Iterator[int]:
    """Where such marks are, brackets after what they enclose."""
    opened: list[int] = []
    for found in re.compile(_FOUND).finditer(text, span.start, span.end):
        mark, offset = found.group(), found.start()
        if mark == "\n":
            opened.clear()
        elif mark == "(":
            opened.append(offset)
        elif mark == ")":
            if opened and _is_bracket(text, opened[-1], offset):
                yield from (opened[-1], offset)
            if opened:
                opened.pop()
        elif len(mark) == 1 and _is_chinese(text, offset, mark):
            yield offset


def _is_bracket(text: str, start: int, end: int) -> bool:
    """Whether a pair of brackets belongs to the Chinese text around it or in it."""
    if end - start > _LONGEST or re.compile(_SIGN).fullmatch(text, start + 1, end):
        return False
    if text[start - 1 : start] in _OPERATORS and text[start + 1 : end].isascii():
        return False
    beside = _is_wide(text[start - 1 : start]) or _is_wide(text[end + 1 : end + 2])
    return beside or re.compile(_HAN).search(text, start, end) is not None


def _is_chinese(text: str, offset: int, mark: str) -> bool:
    """Whether a mark belongs to Chinese text; one beside another is a doubled mark first of all."""
    before, after = text[offset - 1 : offset], text[offset + 1 : offset + 2]
    others = _DOUBLED if mark in "?!" else _DOUBLED + "?!？！"
    if (before and before in others) or (after and after in others):
        return False
    if mark in "?!":
        return _is_wide(before)
    if before.isdigit() and after.isdigit():
        return False
    return _is_wide(before) or _is_wide(after)


def _is_wide(character: str) -> bool:
    """A Chinese character or a full-width sign; nothing is neither."""
    return "\u2010" <= character <= "\u2027" or "\u3001" <= character <= "\uffef"
