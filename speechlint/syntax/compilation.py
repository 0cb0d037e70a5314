"""From a grammar file to tables, by lark: the slow way, taken when the grammar has changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

import msgspec
from lark import Lark
from lark.grammar import Rule
from lark.lexer import TerminalDef

from speechlint.syntax.first_signs import first_signs, needed_words
from speechlint.syntax.tables import OTHER_SIGNS, Production, Tables, Terminal

_SHIFT = 0


class _Reference(msgspec.Struct, frozen=True):
    """A terminal or a rule, by its number in the memo."""

    number: int = msgspec.field(name="@")


class _Pattern(msgspec.Struct, frozen=True, tag="PatternRE", tag_field="__type__"):
    value: str
    width: tuple[int, int] = msgspec.field(name="_width")
    flags: tuple[str, ...] = ()


class _Terminal(msgspec.Struct, frozen=True, tag="TerminalDef", tag_field="__type__"):
    name: str
    pattern: _Pattern
    priority: int


class _Symbol(msgspec.Struct, frozen=True):
    name: str
    filter_out: bool = False


class _Rule(msgspec.Struct, frozen=True, tag="Rule", tag_field="__type__"):
    origin: _Symbol
    expansion: tuple[_Symbol, ...]


class _ParseTable(msgspec.Struct, frozen=True):
    tokens: dict[int, str]
    states: dict[int, dict[int, tuple[int, int | _Reference]]]
    start_states: dict[Literal["start"], int]
    end_states: dict[Literal["start"], int]


class _LexerConf(msgspec.Struct, frozen=True):
    terminals: tuple[_Reference, ...]


class _Frontend(msgspec.Struct, frozen=True):
    lexer_conf: _LexerConf
    parser: _ParseTable


class _Serialized(msgspec.Struct, frozen=True):
    parser: _Frontend


def compile_grammar(path: Path) -> Tables:
    """The tables of a grammar whose rules are plain and whose terminals are regular expressions."""
    compiled = Lark(
        path.read_text(encoding="utf-8"), parser="lalr", lexer="basic", source_path=str(path)
    )
    data, memo = compiled.memo_serialize([TerminalDef, Rule])
    whole = msgspec.convert(data, _Serialized).parser
    known = msgspec.convert(memo, dict[int, _Terminal | _Rule])
    terminals = sorted(
        (one for one in known.values() if isinstance(one, _Terminal)), key=_precedence
    )
    rules = {number: one for number, one in known.items() if isinstance(one, _Rule)}
    numbers = {number: place for place, number in enumerate(rules)}
    table = whole.parser
    places = {number: place for place, number in enumerate(table.states)}

    def action(kind: int, to: int | _Reference) -> int:
        if isinstance(to, _Reference):
            return -1 - numbers[to.number]
        return places[to]

    productions = tuple(
        Production(one.origin.name, tuple(not symbol.filter_out for symbol in one.expansion))
        for one in rules.values()
    )
    states = [
        {table.tokens[token]: action(*pair) for token, pair in actions.items()}
        for actions in table.states.values()
    ]
    return Tables(
        terminals=tuple(
            Terminal(one.name, one.pattern.value, _needs(one.pattern.value)) for one in terminals
        ),
        beginnings=_beginnings([one.pattern.value for one in terminals]),
        productions=productions,
        states=tuple(_without_units(states, productions)),
        start=places[table.start_states["start"]],
        end=places[table.end_states["start"]],
    )


def _without_units(
    states: Sequence[dict[str, int]], productions: Sequence[Production]
) -> Iterator[dict[str, int]]:
    """The states without those in which a symbol can only become the one child of a rule.

    The child stands for such a rule (``_node: TEXT | …``), so that nothing would be made there.
    """
    for actions in states:
        found = dict(actions)
        for symbol, action in actions.items():
            while action >= 0 and (origin := _unit(states[action], productions)):
                found[symbol] = action = actions[origin]
        yield found


def _unit(actions: dict[str, int], productions: Sequence[Production]) -> str:
    """The rule that all a state can do is to make of one symbol; otherwise an empty string."""
    numbers = {-1 - action for action in actions.values()}
    if len(numbers) != 1 or (number := numbers.pop()) < 0:
        return ""
    origin, kept = productions[number].origin, productions[number].kept
    return origin if origin[0] == "_" and kept == (True,) else ""


def _precedence(terminal: _Terminal) -> tuple[int, int, int, str]:
    """The order in which lark tries terminals."""
    pattern = terminal.pattern
    return -terminal.priority, -pattern.width[1], -len(pattern.value), terminal.name


def _needs(pattern: str) -> tuple[str, ...]:
    """What a token needs that may begin with any sign: the others are seldom tried in vain."""
    needed = None if first_signs(pattern) else needed_words(pattern)
    return tuple(sorted(needed or ()))


def _beginnings(patterns: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """Which of some patterns each sign may begin a match of."""
    firsts = [first_signs(pattern) for pattern in patterns]
    named = sorted({sign for signs in firsts for sign in signs or ()})
    return {
        sign: tuple(number for number, signs in enumerate(firsts) if signs is None or sign in signs)
        for sign in (OTHER_SIGNS, *named)
    }
