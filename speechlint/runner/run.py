"""Check many files: each examined with its own settings, and compared with the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from speechlint.diagnostic import Diagnostic
from speechlint.errors import SourceError
from speechlint.linter import Examined, make_linter
from speechlint.readers import read_bytes
from speechlint.readers.failures import unreadable
from speechlint.runner.checked import CheckedFile
from speechlint.runner.finder import SettingsFinder
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


def examine_files(paths: Iterable[str], finder: SettingsFinder) -> Examinations:
    """Examine files, in the order given.

    Raises:
        SettingsError: a configuration file is wrong.
        RuleError: a rule of the user's own is wrong.
    """
    done: list[Examination] = []
    failures: list[SourceError] = []
    for path in paths:
        settings = finder.settings_for(path)
        try:
            source = read_bytes(path, read_data(path))
        except SourceError as failure:
            failures.append(failure)
            continue
        done.append(examine_source(source, settings))
    return Examinations(tuple(done), tuple(failures))


def examine_source(source: Source, settings: Settings) -> Examination:
    """Examine a source.

    Raises:
        SettingsError: the settings name a rule that isn't there, or a parameter that doesn't fit.
        RuleError: a rule of the user's own is wrong.
    """
    return Examination(source.path, settings, make_linter(settings).examine(source), source)


def read_data(path: str) -> bytes:
    """The bytes of a file.

    Raises:
        SourceError: the file is missing or not readable.
    """
    try:
        return Path(path).read_bytes()
    except OSError as problem:
        raise unreadable(path, problem) from problem


def compare_files(examinations: Sequence[Examination]) -> list[CheckedFile]:
    """What there is to say about files, in the order given.

    Those with the same settings are compared with one another.
    """
    groups: dict[int, list[Examination]] = {}
    for one in examinations:
        groups.setdefault(id(one.settings), []).append(one)
    diagnostics: dict[int, list[Diagnostic]] = {}
    for group in groups.values():
        linter = make_linter(group[0].settings)
        compared = linter.compare([one.path for one in group], [one.examined for one in group])
        diagnostics.update(zip(map(id, group), compared, strict=True))
    return [CheckedFile(one.path, tuple(diagnostics[id(one)]), one.source) for one in examinations]
