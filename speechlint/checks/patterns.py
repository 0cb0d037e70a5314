"""Regular expressions as rules write them: compiled when first needed, tried where they may match.

To compile a pattern takes about as long as to read a short draft, so a rule that names the words a
match needs costs next to nothing where they don't occur.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TypeVar

import msgspec

from speechlint.checks.spotting import matches_near, spotter
from speechlint.draft import Draft
from speechlint.source import Span


class Form(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """A regular expression, tried only near words that it needs.

    Attributes:
        find: the expression; ``^`` and ``$`` mean the begin and the end of a line.
        needs: words of which every match has one, in it or within 240 code points of its ends; none
            when the expression is to be tried everywhere.
    """

    find: str
    needs: tuple[str, ...] = ()


F = TypeVar("F", bound=Form)


def lines_of(draft: Draft) -> str:
    r"""The text with ``\n`` for every line end, one at its end; offsets stay."""
    return draft.recall("lines", lambda: _with_line_feeds(draft.prose))


def _with_line_feeds(text: str) -> str:
    if "\r" in text:
        text = text.replace("\r\n", "\n\n").replace("\r", "\n")
    return text if text.endswith("\n") else text + "\n"


def needed_words(forms: Iterable[Form]) -> tuple[str, ...]:
    """The words that any of some forms needs."""
    return tuple(word for form in forms for word in form.needs)


def spot(draft: Draft, words: tuple[str, ...]) -> list[tuple[int, str]]:
    """Every place of some words, in order."""
    found, text = spotter(words), lines_of(draft)
    if any("\n" in word[:-1] for word in words):
        return found.spot(text)
    return draft.memory.find(found, text, found.spot)


def find_forms(
    draft: Draft, forms: Sequence[F], spotted: list[tuple[int, str]] | None = None
) -> Iterator[tuple[F, re.Match[str]]]:
    """What some forms match, form by form.

    Args:
        draft: where to look.
        forms: what to look for.
        spotted: where the words are that the forms need, and maybe others; looked for if not given.
    """
    text = lines_of(draft)
    if spotted is None:
        spotted = spot(draft, needed_words(forms))
    near = _places_by_form(forms, spotted)
    for number, form in enumerate(forms):
        if number in near:
            found = matches_near(compile_pattern(form.find), text, near[number])
        elif not form.needs:
            found = _find_anywhere(draft, text, compile_pattern(form.find))
        else:
            continue
        yield from ((form, match) for match in found if _is_written(match, draft))


def _find_anywhere(draft: Draft, text: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """What a pattern matches in a text; a run of signs stays in its line, unless one ends lines."""
    if not _is_run_of_signs(pattern.pattern) or pattern.match("\n"):
        return pattern.finditer(text)

    def find(lines: str) -> Iterator[tuple[int, None]]:
        return ((found.start(), None) for found in pattern.finditer(lines))

    places = draft.memory.find(pattern, text, find)
    return filter(None, (pattern.match(text, place) for place, _ in places))


def _is_run_of_signs(pattern: str) -> bool:
    """Whether a pattern is one class of signs, once or more."""
    classes = pattern.count("["), pattern.count("]")
    return classes == (1, 1) and pattern.startswith("[") and pattern.endswith("]+")


def _places_by_form(
    forms: Sequence[Form], spotted: list[tuple[int, str]]
) -> defaultdict[int, list[int]]:
    """Where each form is to be tried, by its number; forms without such a place are left out."""
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for number, form in enumerate(forms):
        for word in form.needs:
            numbers[word].append(number)
    near: defaultdict[int, list[int]] = defaultdict(list)
    for place, word in spotted:
        for number in numbers.get(word, ()):
            near[number].append(place)
    return near


def _is_written(match: re.Match[str], draft: Draft) -> bool:
    """Whether a match is something, in one text, and as it was written, not in blanked markup."""
    raw, start, end = draft.source.text, match.start(), match.end()
    if start == end or draft.source.joins(Span(start, end)):
        return False
    if raw is draft.prose or raw[start:end] == draft.prose[start:end]:
        return True
    return match.re.match(raw, start) is not None


@cache
def compile_pattern(pattern: str) -> re.Pattern[str]:
    """A pattern in which ``^`` and ``$`` mean lines."""
    return re.compile(pattern, re.MULTILINE)


def verify_patterns(patterns: Iterable[str]) -> None:
    """See that patterns can serve.

    Raises:
        ValueError: one is not a regular expression, or it matches an empty text.
    """
    for pattern in patterns:
        try:
            compiled = compile_pattern(pattern)
        except re.error as problem:
            raise ValueError(f"“{pattern}” is not a regular expression: {problem}") from problem
        if compiled.match(""):
            raise ValueError(f"“{pattern}” matches an empty text")


class Exempt:
    """Passages in which a match does not count, asked for in the order of the text."""

    def __init__(self, patterns: tuple[str, ...], text: str) -> None:
        union = "|".join(f"(?:{pattern})" for pattern in patterns)
        self._passages = compile_pattern(union).finditer(text) if patterns else iter(())
        self._next = next(self._passages, None)

    def covers(self, span: Span) -> bool:
        """Whether such a passage overlaps a span; spans must not go back."""
        while self._next is not None and self._next.end() <= span.start:
            self._next = next(self._passages, None)
        return self._next is not None and self._next.start() < span.end
