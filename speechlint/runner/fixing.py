"""Fixing the files of a run."""

from __future__ import annotations

import msgspec

from speechlint.errors import SourceError
from speechlint.fixes import Fixed, applicable, fix_source, replace_file
from speechlint.linter import make_linter
from speechlint.readers import read_bytes, read_data, rewrites
from speechlint.runner.examination import Examination, Examinations
from speechlint.source import Source


class FixedFile(msgspec.Struct, frozen=True):
    """A file that fixes changed, or would change."""

    before: Source
    fixed: Fixed


def fix_files(
    examinations: Examinations, *, unsafe: bool, write: bool
) -> tuple[Examinations, tuple[FixedFile, ...]]:
    """Fix the files of a run that have something to fix.

    Args:
        examinations: the files, examined.
        unsafe: whether fixes that may change the meaning are applied.
        write: whether the files are replaced.

    Returns:
        the files as they are afterwards, with those that could not be written among the failures,
        and what was done to each that was changed.
    """
    done: list[Examination] = []
    changed: list[FixedFile] = []
    failures = list(examinations.failures)
    for one in examinations.done:
        if not _has_work(one, unsafe=unsafe):
            done.append(one)
            continue
        try:
            file = _fix_file(one, unsafe=unsafe, write=write)
        except SourceError as failure:
            failures.append(failure)
            done.append(one)
            continue
        changed.append(file)
        done.append(after_fixing(one, file.fixed))
    return Examinations(tuple(done), tuple(failures)), tuple(changed)


def fix_examination(one: Examination, source: Source, *, unsafe: bool) -> Fixed:
    """Apply the fixes of an examined source."""
    linter = make_linter(one.settings)
    return fix_source(source, one.examined, linter.examine, unsafe=unsafe)


def after_fixing(one: Examination, fixed: Fixed) -> Examination:
    """An examination, once its fixes are applied."""
    return msgspec.structs.replace(one, examined=fixed.examined, source=fixed.source)


def _has_work(one: Examination, *, unsafe: bool) -> bool:
    fixes = any(applicable(found, unsafe=unsafe) for found in one.examined.diagnostics)
    return fixes and rewrites(one.path)


def _fix_file(one: Examination, *, unsafe: bool, write: bool) -> FixedFile:
    data = read_data(one.path)
    source = read_bytes(one.path, data)
    if one.source is None or source.text != one.source.text:
        one = msgspec.structs.replace(one, examined=make_linter(one.settings).examine(source))
    fixed = fix_examination(one, source, unsafe=unsafe)
    if write and fixed.source is not source:
        replace_file(source, fixed.source, data)
    return FixedFile(source, fixed)
