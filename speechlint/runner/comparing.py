"""Comparing the drafts of a run with one another, which ends it."""

from __future__ import annotations

from collections.abc import Sequence

from speechlint.checks.comparisons import Comparisons
from speechlint.diagnostic import Diagnostic
from speechlint.linter import make_linter
from speechlint.runner.checked import CheckedFile
from speechlint.runner.examination import Examination
from speechlint.runner.kept_comparisons import keep_comparisons, load_comparisons
from speechlint.runner.results import results_folder


def compare_files(
    examinations: Sequence[Examination], *, use_results: bool = False
) -> list[CheckedFile]:
    """What there is to say about files, in the order given.

    Those with the same settings are compared with one another.

    Args:
        examinations: the files.
        use_results: whether pairs that an earlier run compared are not compared again.
    """
    groups: dict[int, list[Examination]] = {}
    for one in examinations:
        groups.setdefault(id(one.settings), []).append(one)
    diagnostics: dict[int, list[Diagnostic]] = {}
    for group in groups.values():
        compared = _compare(group, use_results=use_results and len(group) > 1)
        diagnostics.update(zip(map(id, group), compared, strict=True))
    return [CheckedFile(one.path, tuple(diagnostics[id(one)]), one.source) for one in examinations]


def _compare(group: Sequence[Examination], *, use_results: bool) -> list[list[Diagnostic]]:
    settings = group[0].settings
    folder = results_folder(settings)
    comparisons = load_comparisons(folder) if use_results else Comparisons()
    compared = make_linter(settings).compare(
        [one.path for one in group], [one.examined for one in group], comparisons
    )
    if use_results:
        keep_comparisons(folder, comparisons)
    return compared
