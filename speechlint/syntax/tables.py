"""A compiled grammar: what a lexer and an LALR(1) parser need, as plain data."""

from __future__ import annotations

import msgspec

END = "$END"
"""The type of the token after the last one."""

OTHER_SIGNS = ""
"""Stands for every sign that no terminal begins with in particular."""


class Terminal(msgspec.Struct, frozen=True, array_like=True):
    """A kind of token, and the regular expression of it.

    Attributes:
        needs: words one of which every such token has, where that may spare trying; else none.
    """

    name: str
    pattern: str
    needs: tuple[str, ...]


class Production(msgspec.Struct, frozen=True, array_like=True):
    """A rule of the grammar as the parser reduces it.

    Attributes:
        origin: the name of what it makes; with an underscore in front, its children stand for it.
        kept: for each symbol, whether it becomes a child.
    """

    origin: str
    kept: tuple[bool, ...]


class Tables(msgspec.Struct, frozen=True, array_like=True):
    """What a compiler made of a grammar.

    Attributes:
        terminals: in the order in which they are tried.
        beginnings: for each sign, what a token may be that begins with it, by the numbers of the
            terminals; those that are not named, but for digits beyond ASCII, are OTHER_SIGNS.
        productions: the rules, numbered from 0.
        states: for each state, the next one after a token or a rule, by its name; or -1 - number,
            to reduce by a production.
        start: the state to begin in.
        end: the state in which the whole text has been read.
    """

    terminals: tuple[Terminal, ...]
    beginnings: dict[str, tuple[int, ...]]
    productions: tuple[Production, ...]
    states: tuple[dict[str, int], ...]
    start: int
    end: int
