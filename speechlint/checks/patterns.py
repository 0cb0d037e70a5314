"""The text as patterns see it, and patterns compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from speechlint.draft import Draft
from speechlint.source import Span


def lines_of(draft: Draft) -> str:
    r"""The text with ``\n`` for every line end, as ``^`` and ``$`` want it; offsets stay."""
    text = draft.text
    return text.replace("\r\n", "\n\n").replace("\r", "\n") if "\r" in text else text


def has_any(draft: Draft, words: tuple[str, ...]) -> bool:
    """Whether any of some words occurs in the text."""
    return any(draft.characters.issuperset(word) and word in draft.text for word in words)


def is_written(match: re.Match[str], draft: Draft) -> bool:
    """Whether a match is there in the text as it was written, and not only in blanked markup."""
    raw = draft.source.text
    if (
        raw is draft.text
        or raw[match.start() : match.end()] == draft.text[match.start() : match.end()]
    ):
        return True
    return match.re.match(raw, match.start()) is not None


@cache
def compile_any(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern that matches what any of several does.

    Raises:
        ValueError: one of them is not a regular expression, or matches nothing at all.
    """
    for pattern in patterns:
        compile_one(pattern)
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.MULTILINE)


@cache
def compile_one(pattern: str) -> re.Pattern[str]:
    """A pattern in which ``^`` and ``$`` mean lines.

    Raises:
        ValueError: it is not a regular expression, or it matches an empty text.
    """
    try:
        compiled = re.compile(pattern, re.MULTILINE)
    except re.error as problem:
        raise ValueError(f"“{pattern}” is not a regular expression: {problem}") from problem
    if compiled.match(""):
        raise ValueError(f"“{pattern}” matches an empty text")
    return compiled


class Exempt:
    """Passages in which a match does not count, asked for in the order of the text."""

    def __init__(self, patterns: tuple[str, ...], text: str) -> None:
        found = compile_any(patterns).finditer(text) if patterns else iter(())
        self._passages: Iterator[re.Match[str]] = found
        self._next = next(self._passages, None)

    def covers(self, span: Span) -> bool:
        """Whether such a passage overlaps a span; spans must not go back."""
        while self._next is not None and self._next.end() <= span.start:
            self._next = next(self._passages, None)
        return self._next is not None and self._next.start() < span.end
