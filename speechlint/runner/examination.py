"""A draft that was examined by itself, before it is compared with others."""

from __future__ import annotations

import msgspec

from speechlint.errors import SourceError
from speechlint.linter import Examined, make_linter
from speechlint.readers import read_bytes, read_data
from speechlint.runner.results import content_key
from speechlint.settings import Settings
from speechlint.source import Source


class Examination(msgspec.Struct, frozen=True):
    """A file that was examined by itself.

    Attributes:
        source: its text, unless the result came without it.
        key: of its content, when the result is to be kept.
    """

    path: str
    settings: Settings
    examined: Examined
    source: Source | None
    key: bytes = b""


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


def examine_file(path: str, settings: Settings, *, keyed: bool) -> Examination:
    """Examine a file.

    Args:
        path: the file.
        settings: that apply to it.
        keyed: whether the result is to be kept.

    Raises:
        SourceError: the file cannot be read.
    """
    data = read_data(path)
    examination = examine_source(read_bytes(path, data), settings)
    if not keyed:
        return examination
    return msgspec.structs.replace(examination, key=content_key(path, data, settings))
