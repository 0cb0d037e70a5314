"""From a clause to an announcement, by ``grammar/announcement.lark``."""

from __future__ import annotations

from functools import lru_cache
from typing import cast

from speechlint.source import Span
from speechlint.syntax.announcement import Amount, Announcement, Lead
from speechlint.syntax.grammar import load_parser
from speechlint.syntax.numerals import parse_numeral
from speechlint.syntax.parsing import Builders, Parser, Token, UnexpectedTextError


def _build_amount(children: list[Token]) -> Amount:
    numeral, last = children[0], children[-1]
    things = [child for child in children if child.type in ("THING", "WORD")]
    thing = _span(things[0]) if things else Span(last.end, last.end)
    number = None if numeral.type == "VAGUE" else parse_numeral(numeral.text)
    return Amount(number, _span(numeral), thing)


def _build_clause(children: list[Token | Amount]) -> Announcement:
    amounts = tuple(child for child in children if isinstance(child, Amount))
    words = {child.type: child for child in children if isinstance(child, Token)}
    first, last = amounts[0].numeral.start, amounts[-1].thing.end
    opening = words.get("OPEN") or words.get("HAVING")
    first = opening.start if opening else first
    last = words["CLOSE"].end if "CLOSE" in words else last
    tail = _span(words["TAIL"]) if "TAIL" in words else Span(last, last)
    lead = next((lead for kind, lead in _LEADS.items() if kind in words), Lead.NONE)
    return Announcement(0, Span(first, last), lead, "CLOSE" in words, amounts, tail, tail.end)


_BUILDERS: Builders = {
    "start": _build_clause,
    "plain": _build_amount,
    "amount": _build_amount,
    "coined": _build_amount,
    "bare": _build_amount,
}
_LEADS = {
    "REFERENCE": Lead.REFERENCE,
    "FOLLOWING": Lead.FOLLOWING,
    "SAYING": Lead.SAYING,
}


@lru_cache
def _parser() -> Parser:
    return load_parser("announcement", _BUILDERS)


@lru_cache(maxsize=4096)
def parse_clause(clause: str) -> Announcement | None:
    """The announcement of a clause, its places counted from the start of the clause."""
    try:
        return cast("Announcement", _parser().parse(clause))
    except UnexpectedTextError:
        return None


def _span(token: Token) -> Span:
    return Span(token.start, token.end)
