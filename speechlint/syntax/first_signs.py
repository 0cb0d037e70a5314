"""What the matches of a regular expression begin with, and what none of them lacks.

Asked when a grammar is compiled, so that a parser needn't try what cannot match, nor have it
compiled: to compile an expression takes longer than to read a page by it.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import cast

# Python's reader of regular expressions has no public name; lark asks it for their width.
from lark.utils import sre_parse  # type: ignore[attr-defined]

Items = Iterable[tuple[object, object]]
"""Parts of an expression one behind the other: the kind of each, and what it is made of."""

Strings = frozenset[str]

_EMPTY: Strings = frozenset(("",))
_DIGITS: Strings = frozenset("0123456789")


def first_signs(pattern: str) -> Strings | None:
    r"""The signs that a match may begin with, or None where it may be any, or empty.

    Of the decimal digits that ``\d`` stands for, only those of ASCII are named.
    """
    signs = _first_of_all(sre_parse.parse(pattern))
    return None if signs is None or "" in signs else signs


def needed_words(pattern: str) -> Strings | None:
    """Words one of which every match has; None where no such words are known."""
    return _needed_by_all(sre_parse.parse(pattern))


def _first_of_all(items: Items) -> Strings | None:
    """The first signs of some parts; an empty one among them where all may be empty."""
    found = _EMPTY
    for kind, value in items:
        signs = _first(str(kind), value)
        if signs is None:
            return None
        found = (found - _EMPTY) | signs
        if "" not in signs:
            break
    return found


def _first(kind: str, value: object) -> Strings | None:
    match kind, value:
        case (("ASSERT" | "ASSERT_NOT" | "AT"), _):
            return _EMPTY
        case "BRANCH", (_, [*branches]):
            return _union(_first_of_all(cast("Items", branch)) for branch in branches)
        case "SUBPATTERN", (_, 0, 0, inner):
            return _first_of_all(cast("Items", inner))
        case (("MAX_REPEAT" | "MIN_REPEAT"), (least, _, inner)):
            signs = _first_of_all(cast("Items", inner))
            return signs if least or signs is None else signs | _EMPTY
    return _listed(kind, value)


def _needed_by_all(items: Items) -> Strings | None:
    """Of the words that some parts need, the fewest and longest; of such the last."""
    best: Strings | None = None
    for kind, group in groupby(items, key=lambda item: str(item[0])):
        if kind == "LITERAL":
            found = [frozenset(("".join(chr(cast("int", value)) for _, value in group),))]
        else:
            found = [words for words in (_needed(kind, value) for _, value in group) if words]
        ahead = [best] if best else []
        best = min((*reversed(found), *ahead), key=_looseness, default=None)
    return best


def _looseness(words: Strings) -> tuple[int, int]:
    return len(words), -min(map(len, words))


def _needed(kind: str, value: object) -> Strings | None:
    match kind, value:
        case "BRANCH", (_, [*branches]):
            return _union(_needed_by_all(cast("Items", branch)) for branch in branches)
        case "SUBPATTERN", (_, 0, 0, inner):
            return _needed_by_all(cast("Items", inner))
        case (("MAX_REPEAT" | "MIN_REPEAT"), (int(least), _, inner)) if least:
            return _needed_by_all(cast("Items", inner))
    signs = _listed(kind, value)
    return None if signs is None or signs & _DIGITS else signs


def _listed(kind: str, value: object) -> Strings | None:
    r"""The signs that a literal or a class names; ``\d`` stands for those of ASCII."""
    match kind, value:
        case "LITERAL", int(code):
            return frozenset(chr(code))
        case "RANGE", (int(first), int(last)):
            return frozenset(map(chr, range(first, last + 1)))
        case "CATEGORY", category if str(category) == "CATEGORY_DIGIT":
            return _DIGITS
        case "IN", [*members]:
            named = cast("Items", members)
            return _union(_listed(str(kind), value) for kind, value in named)
    return None


def _union(sets: Iterable[Strings | None]) -> Strings | None:
    """What is in any of some sets; None where one of them is not known."""
    found: Strings = frozenset()
    for one in sets:
        if one is None:
            return None
        found |= one
    return found
