"""A draft that was examined by itself, before it is compared with others."""

from __future__ import annotations

from pathlib import Path

import msgspec

from speechlint.errors import SourceError
from speechlint.linter import Examined, make_linter
from speechlint.readers import read_bytes
from speechlint.readers.failures import unreadable
from speechlint.runner.results import Results
from speechlint.settings import Settings
from speechlint.source import Source


class Examination(msgspec.Struct, frozen=True):
    """A file that was examined by itself.

    Attributes:
        source: its text, unless the result came without it.
    """

    path: str
    settings: Settings
    examined: Examined
    source: Source | None


class Examinations(msgspec.Struct, frozen=True):
    """The files of a run, examined each by itself, and those that could not be read."""

    done: tuple[Examination, ...]
    failures: tuple[SourceError, ...] = ()


def examine_source(source: Source, settings: Settings) -> Examination:
    """Examine a source.

    Raises:
        SettingsError: the settings name a rule that isn't there, or a parameter that doesn't fit.
        RuleError: a rule of the user's own is wrong.
    """
    return Examination(source.path, settings, make_linter(settings).examine(source), source)


def examine_file(path: str, settings: Settings, results: Results | None) -> Examination:
    """Examine a file, and keep what is found.

    Raises:
        SourceError: the file cannot be read.
    """
    data = read_data(path)
    examination = examine_source(read_bytes(path, data), settings)
    if results is not None:
        results.keep(results.key(path, data), examination.examined)
    return examination


def read_data(path: str) -> bytes:
    """The bytes of a file.

    Raises:
        SourceError: the file is missing or not readable.
    """
    try:
        return Path(path).read_bytes()
    except OSError as problem:
        raise unreadable(path, problem) from problem
