"""From a grammar file to tables, by lark: the slow way, taken when the grammar has changed."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec
from lark import Lark
from lark.grammar import Rule
from lark.lexer import TerminalDef

from speechlint.syntax.tables import Production, Tables, Terminal

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
    terminals = [one for one in known.values() if isinstance(one, _Terminal)]
    rules = {number: one for number, one in known.items() if isinstance(one, _Rule)}
    numbers = {number: place for place, number in enumerate(rules)}
    table = whole.parser
    places = {number: place for place, number in enumerate(table.states)}

    def action(kind: int, to: int | _Reference) -> int:
        if isinstance(to, _Reference):
            return -1 - numbers[to.number]
        return places[to]

    return Tables(
        terminals=tuple(
            Terminal(one.name, one.pattern.value) for one in sorted(terminals, key=_precedence)
        ),
        productions=tuple(
            Production(one.origin.name, tuple(not symbol.filter_out for symbol in one.expansion))
            for one in rules.values()
        ),
        states=tuple(
            {table.tokens[token]: action(*pair) for token, pair in actions.items()}
            for actions in table.states.values()
        ),
        start=places[table.start_states["start"]],
        end=places[table.end_states["start"]],
    )


def _precedence(terminal: _Terminal) -> tuple[int, int, int, str]:
    """The order in which lark tries terminals."""
    pattern = terminal.pattern
    return -terminal.priority, -pattern.width[1], -len(pattern.value), terminal.name
