"""Leaving out of a report what a baseline knows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from speechlint.linter import make_linter
from speechlint.reports import Look
from speechlint.runner import CheckedFile, Examination
from speechlint.runner.baseline import read_baseline, sift


def hide_known(
    path: Path,
    files: Sequence[CheckedFile],
    examinations: Sequence[Examination],
    look: Look,
    *,
    whole: bool,
) -> tuple[Sequence[CheckedFile], list[str]]:
    """Leave out what a baseline knows.

    Returns:
        the files without it, and lines that say how much it was, and what it knows for nothing.

    Args:
        path: of the baseline.
        files: what was found.
        examinations: the same files with their settings.
        look: tells the language.
        whole: whether a file that was renamed would be among these.

    Raises:
        SettingsError: the file is no baseline.
    """
    codes = {code for one in examinations for code in make_linter(one.settings).codes}
    sifted = sift(files, read_baseline(path), path, codes, whole=whole)
    notes = []
    if sifted.hidden:
        notes.append(
            look.say(
                f"{path} 里已知的 {sifted.hidden} 处没有列出",
                f"{sifted.hidden} known findings of {path} not shown",
            )
        )
    if sifted.stale:
        number = len(sifted.stale)
        notes.append(
            look.say(
                f"{path} 里有 {number} 处已经不在了，可用 speechlint baseline --prune 去掉",
                f"{number} findings of {path} are gone; speechlint baseline --prune takes them out",
            )
        )
    return sifted.files, notes
