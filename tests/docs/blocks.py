"""The blocks of code in a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_LINE = re.compile(r"^(?:(?P<fence>`{3,}|~{3,})(?P<info>.*)|#+ (?P<heading>.*))$\n?", re.MULTILINE)
_INFO = re.compile(r'(?P<kind>[a-z]+)(?: title="(?P<title>[^"]+)")?')
_PROMPT = "$ "
_ANYTHING = "…"


class Block(NamedTuple):
    """A block: the page, line and heading where it stands, its kind, its file, and its text."""

    page: str
    line: int
    heading: str
    kind: str
    title: str
    text: str

    @property
    def place(self) -> str:
        """Where it is, for messages."""
        return f"{self.page}:{self.line}: {self.kind or 'a block of no kind'}"


class Step(NamedTuple):
    """A command of a console, and what it prints; … stands for anything."""

    command: str
    output: str


def find_blocks(page: str, text: str) -> Iterator[Block]:
    """The fenced blocks of a page, in order; those that have no kind too."""
    heading, at = "", 0
    while found := _LINE.search(text, at):
        at = found.end()
        if found["heading"] is not None:
            heading = found["heading"]
            continue
        end = re.compile(f"^{found['fence']}$\n?", re.MULTILINE).search(text, at)
        assert end, f"{page}: a block has no end: {found[0]}"
        info = _INFO.fullmatch(found["info"])
        line = text.count("\n", 0, found.start()) + 1
        kind, title = (info["kind"], info["title"] or "") if info else ("", "")
        yield Block(page, line, heading, kind, title, text[at : end.start()])
        at = end.end()


def find_steps(console: str) -> Iterator[Step]:
    """The commands of a console, each with the lines below it."""
    for part in re.split(r"^(?=\$ )", console, flags=re.MULTILINE):
        if part:
            command, _, output = part.partition("\n")
            assert command.startswith(_PROMPT), f"a console begins with a prompt: {command}"
            yield Step(command.removeprefix(_PROMPT), output)


def matches(expected: str, printed: str) -> bool:
    """Whether something was printed as expected."""
    parts = [re.escape(part) for part in expected.rstrip("\n").split(_ANYTHING)]
    return re.fullmatch(".*".join(parts), printed.rstrip("\n"), re.DOTALL) is not None
