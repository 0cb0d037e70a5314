"""Writing to standard output, whatever the terminal can show."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
import msgspec

from speechlint.errors import SettingsError
from speechlint.reports import Look
from speechlint.rulebook import Language

_DEFAULT_WIDTH = 100
_WIDEST = 120


_PIPE_CLOSED = 141
"""The exit code of a program whose reader went away, as shells give it."""


def terminal_look(language: Language, speaking_rate: int = Look().speaking_rate) -> Look:
    """How a report is to look on the standard output of now."""
    look = Look(language=language, width=_DEFAULT_WIDTH, speaking_rate=speaking_rate)
    if not sys.stdout.isatty():
        return look
    import shutil  # takes longer to import than a page to check

    width = min(shutil.get_terminal_size((_DEFAULT_WIDTH, 24)).columns, _WIDEST)
    return msgspec.structs.replace(look, width=width, colour="NO_COLOR" not in os.environ)


def encode_text(lines: Iterable[str]) -> bytes:
    """Lines for people, in the encoding of the terminal; what it cannot show is spelt out."""
    text = "".join(f"{line}{os.linesep}" for line in lines)
    return text.encode(sys.stdout.encoding or "utf-8", "backslashreplace")


def encode_utf8(lines: Iterable[str]) -> bytes:
    """Lines for programs, in UTF-8 whatever the terminal speaks."""
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")


def write_text(lines: Iterable[str]) -> None:
    """Lines for people, to standard output."""
    write_bytes(encode_text(lines))


def write_utf8(lines: Iterable[str]) -> None:
    """Lines for programs, to standard output."""
    write_bytes(encode_utf8(lines))


def write_bytes(data: bytes) -> None:
    """What is encoded already, to standard output; ends quietly when its reader has gone."""
    with _quiet_end():
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def write_file(path: Path, lines: Iterable[str]) -> None:
    """Lines into a file, in UTF-8.

    Raises:
        SettingsError: the file cannot be written.
    """
    try:
        with path.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
            file.writelines(f"{line}\n" for line in lines)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise SettingsError(
            f"{path}: cannot be written: {reason}", f"{path}：写不了：{reason}"
        ) from problem


def write_error(line: str) -> None:
    """A line for people on standard error."""
    click.echo(line, err=True)


@contextmanager
def _quiet_end() -> Iterator[None]:
    """Ends the program without a word when the reader of its output has gone."""
    try:
        yield
    except BrokenPipeError:
        # What is still buffered has to go somewhere when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(_PIPE_CLOSED) from None
