"""Check many files: each read, linted with its own settings, and compared with the others."""

from __future__ import annotations

from collections.abc import Sequence

from speechlint.linter import Examined, make_linter
from speechlint.readers import read
from speechlint.runner.checked import CheckedFile
from speechlint.runner.finder import SettingsFinder
from speechlint.settings import Settings
from speechlint.source import Source


def check_files(paths: Sequence[str], finder: SettingsFinder) -> list[CheckedFile]:
    """What there is to say about files, in the order given.

    Raises:
        SourceError: a file cannot be read.
        SettingsError: a configuration file is wrong.
        RuleError: a rule of the user's own is wrong.
    """
    return check_sources([(read(path), finder.settings_for(path)) for path in paths])


def check_sources(drafts: Sequence[tuple[Source, Settings]]) -> list[CheckedFile]:
    """What there is to say about sources, each with its settings, in the order given.

    Those with the same settings are compared with one another.

    Raises:
        SettingsError: the settings name a rule that isn't there, or a parameter that doesn't fit.
        RuleError: a rule of the user's own is wrong.
    """
    groups: dict[int, list[int]] = {}
    for index, (_, settings) in enumerate(drafts):
        groups.setdefault(id(settings), []).append(index)
    checked: dict[int, CheckedFile] = {}
    for indexes in groups.values():
        linter = make_linter(drafts[indexes[0]][1])
        sources = [drafts[index][0] for index in indexes]
        examined: list[Examined] = [linter.examine(source) for source in sources]
        compared = linter.compare([source.path for source in sources], examined)
        for index, source, diagnostics in zip(indexes, sources, compared, strict=True):
            checked[index] = CheckedFile(source.path, tuple(diagnostics), source)
    return [checked[index] for index in range(len(drafts))]
