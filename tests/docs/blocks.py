"""The blocks of code in a page, and running them."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

_BLOCK = re.compile(
    r'^```(?P<kind>[a-z]+)(?: title="(?P<title>[^"]+)")?\n(?P<text>.*?)^```$',
    re.MULTILINE | re.DOTALL,
)
_PROMPT = "$ "
_ANYTHING = "…"


class Block(NamedTuple):
    """A block: its kind, the file it stands for, if any, and its text."""

    kind: str
    title: str
    text: str


class Step(NamedTuple):
    """A command of a console, and what it prints; … stands for anything."""

    command: str
    output: str


def find_blocks(page: str) -> list[Block]:
    """The blocks of a page, in order."""
    return [
        Block(found["kind"], found["title"] or "", found["text"]) for found in _BLOCK.finditer(page)
    ]


def find_steps(console: str) -> Iterator[Step]:
    """The commands of a console, each with the lines below it."""
    for part in re.split(r"^(?=\$ )", console, flags=re.MULTILINE):
        if part:
            command, _, output = part.partition("\n")
            assert command.startswith(_PROMPT), f"a console begins with a prompt: {command}"
            yield Step(command.removeprefix(_PROMPT), output)


def run(command: str, folder: Path, environment: Mapping[str, str]) -> str:
    """What a shell prints for a command, with what it says on standard error at the end."""
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in (0, 1), f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout + done.stderr


def matches(expected: str, printed: str) -> bool:
    """Whether something was printed as expected."""
    parts = [re.escape(part) for part in expected.rstrip("\n").split(_ANYTHING)]
    return re.fullmatch(".*".join(parts), printed.rstrip("\n"), re.DOTALL) is not None
