"""Running a compiled grammar over a text, without the library that compiled it.

To import that library takes longer than to check a page, and its tables are all that is needed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from speechlint.syntax.tables import END, OTHER_SIGNS, Production, Tables, Terminal

Builders = Mapping[str, Callable[..., object]]
"""What makes a node of the list of a rule's children, by the name of the rule."""


class Token(msgspec.Struct, frozen=True):
    """A piece of a text.

    Attributes:
        type: the name of its terminal.
        start: its offset in the text.
    """

    type: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """The offset after it."""
        return self.start + len(self.text)


class UnexpectedTextError(Exception):
    """The grammar doesn't know the text, from an offset on."""

    def __init__(self, offset: int) -> None:
        super().__init__(f"unexpected text at {offset}")


class Parser:
    """A grammar, ready for texts; it keeps nothing of them, so that many may be read at once."""

    def __init__(self, tables: Tables, builders: Builders) -> None:
        self._tables = tables
        self._reductions = [_Reduction.of(one, builders) for one in tables.productions]
        self._patterns: dict[str, re.Pattern[str]] = {}

    def cut(self, text: str) -> list[Token]:
        """The tokens of a text, whatever the parser would expect.

        Raises:
            UnexpectedTextError: no token begins at some place.
        """
        possible = self._possible(text)
        tokens = []
        offset = 0
        while offset < len(text):
            token = self._next(text, offset, possible)
            tokens.append(token)
            offset = token.end
        return tokens

    def build(self, tokens: Iterable[Token]) -> object:
        """What the grammar makes of tokens.

        Raises:
            UnexpectedTextError: it doesn't know them in this order.
        """
        stack = _Stack(self._tables, self._reductions)
        stack.take(tokens)
        return stack.finish()

    def parse(self, text: str) -> object:
        """What the grammar makes of a text, cut into such tokens as it expects.

        Raises:
            UnexpectedTextError: it doesn't know the text.
        """
        stack = _Stack(self._tables, self._reductions)
        offset = 0
        while offset < len(text):
            token = self._next(text, offset, stack.expected)
            stack.take((token,))
            offset = token.end
        return stack.finish()

    def _possible(self, text: str) -> frozenset[str]:
        """The terminals, by name, that have what they need in a text."""
        return frozenset(
            one.name
            for one in self._tables.terminals
            if not one.needs or any(word in text for word in one.needs)
        )

    def _next(self, text: str, offset: int, expected: Container[str]) -> Token:
        """The token at an offset: the first of the expected terminals that matches."""
        for number in self._may_begin_with(text[offset]):
            terminal = self._tables.terminals[number]
            if terminal.name in expected:
                found = self._pattern(terminal).match(text, offset)
                if found:
                    return Token(terminal.name, found[0], offset)
        raise UnexpectedTextError(offset)

    def _may_begin_with(self, sign: str) -> Sequence[int]:
        """The numbers of the terminals that a sign may begin, in the order to try them."""
        beginnings = self._tables.beginnings
        if sign in beginnings:
            return beginnings[sign]
        if sign.isdecimal():
            return range(len(self._tables.terminals))
        return beginnings[OTHER_SIGNS]

    def _pattern(self, terminal: Terminal) -> re.Pattern[str]:
        """The expression of a terminal, compiled when it is first tried: that takes long."""
        name = terminal.name
        if name not in self._patterns:
            self._patterns[name] = re.compile(terminal.pattern)
        return self._patterns[name]


class _Children(list[object]):
    """The children of a rule that makes no node: they go to the rule around it."""


class _Reduction(NamedTuple):
    """A production as a stack performs it.

    Attributes:
        origin: what is made.
        size: how many symbols it is made of.
        kept: for each symbol, whether its value becomes a child.
        build: makes a node of the children; none for a rule whose children stand for it.
    """

    origin: str
    size: int
    kept: tuple[bool, ...]
    build: Callable[..., object] | None

    @classmethod
    def of(cls, production: Production, builders: Builders) -> _Reduction:
        """The reduction by a production."""
        origin, kept = production.origin, production.kept
        return cls(origin, len(kept), kept, None if origin[0] == "_" else builders[origin])


_ONE = (True,)
_TWO = (True, True)


class _Stack:
    """The states that lead to a place in a text, each with the value that it was reached by."""

    def __init__(self, tables: Tables, reductions: Sequence[_Reduction]) -> None:
        self._tables = tables
        self._reductions = reductions
        self._states = [tables.start]
        self._values: list[object] = []
        self._end = 0

    @property
    def expected(self) -> Mapping[str, int]:
        """What may come next, by the names of terminals; those of rules are among them."""
        return self._tables.states[self._states[-1]]

    def take(self, tokens: Iterable[Token]) -> None:
        """Go on with some tokens.

        Raises:
            UnexpectedTextError: one of them is not expected.
        """
        table, states, values = self._tables.states, self._states, self._values
        reduce = self._reduce
        token = None
        for token in tokens:
            kind = token.type
            action = table[states[-1]].get(kind)
            while action is None or action < 0:
                reduce(action, token.start)
                action = table[states[-1]].get(kind)
            states.append(action)
            values.append(token)
        if token is not None:
            self._end = token.end

    def finish(self) -> object:
        """What the whole text makes, when it has been read up to its end.

        Raises:
            UnexpectedTextError: it should have gone on.
        """
        while self._states[-1] != self._tables.end:
            self._reduce(self.expected.get(END), self._end)
        return self._values[-1]

    def _reduce(self, action: int | None, offset: int) -> None:
        if action is None or action >= 0:
            raise UnexpectedTextError(offset)
        origin, size, kept, build = self._reductions[-1 - action]
        states, values = self._states, self._values
        if build is None and kept == _ONE:
            pass  # the one child stands for the rule, and stays where it is
        elif build is None and kept == _TWO and type(values[-2]) is _Children:
            # A repetition goes on in place: copied, it would take a square of time.
            _add(values[-2], values.pop())
        else:
            first = len(values) - size
            children = _gather(kept, values[first:])
            values[first:] = [children if build is None else build(children)]
        del states[len(states) - size :]
        states.append(self._tables.states[states[-1]][origin])


def _gather(kept: Sequence[bool], values: Sequence[object]) -> _Children:
    """The children of a rule, with those of rules that make no node among them."""
    children = _Children()
    for keep, value in zip(kept, values, strict=True):
        if not children and isinstance(value, _Children):
            children = value
        elif keep or isinstance(value, _Children):
            _add(children, value)
    return children


def _add(children: _Children, value: object) -> None:
    if isinstance(value, _Children):
        children.extend(value)
    else:
        children.append(value)
