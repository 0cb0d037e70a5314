"""Comparing the drafts of a run with one another, which ends it."""

from __future__ import annotations

from collections.abc import Sequence

from speechlint.diagnostic import Diagnostic
from speechlint.linter import make_linter
from speechlint.runner.checked import CheckedFile
from speechlint.runner.examination import Examination


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
