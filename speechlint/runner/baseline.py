"""Findings that are known and let be: written once, hidden from then on, until they are gone.

A finding is known by its file, its rule, the headings above it and the words of its paragraph. When
a file has been renamed since, its findings are known under the new name.
"""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

import msgspec

from speechlint.cache import write_atomically
from speechlint.decoding import decode
from speechlint.diagnostic import Diagnostic
from speechlint.errors import SettingsError
from speechlint.runner.checked import CheckedFile

_LONGEST = 40


class KnownFinding(msgspec.Struct, frozen=True, order=True, forbid_unknown_fields=True):
    """A finding that is let be.

    Attributes:
        path: of its file, relative to the baseline, with slashes.
        text: the beginning of its paragraph, for people who read the baseline.
    """

    path: str
    code: str
    fingerprint: str
    text: str


class Baseline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The findings that are let be, sorted."""

    schema: int
    findings: tuple[KnownFinding, ...]


class Sifted(msgspec.Struct, frozen=True):
    """Files without the findings that are known.

    Attributes:
        hidden: how many were known.
        stale: known findings that are not there any more.
    """

    files: tuple[CheckedFile, ...]
    hidden: int
    stale: tuple[KnownFinding, ...]


def read_baseline(path: Path) -> Baseline:
    """Read a baseline.

    Raises:
        SettingsError: the file cannot be read, or is no baseline.
    """
    try:
        value = msgspec.json.decode(path.read_bytes())
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise SettingsError(
            f"{path}: cannot be read: {reason}", f"{path}：读不了：{reason}"
        ) from problem
    except msgspec.DecodeError as problem:
        raise SettingsError(f"{path}: is not JSON: {problem}", f"{path}：不是 JSON") from problem
    return decode(value, Baseline, where=str(path), error=SettingsError)


def write_baseline(path: Path, findings: Iterable[KnownFinding]) -> None:
    """Write a baseline, a line a finding, so that changes of it are easy to read.

    Raises:
        SettingsError: the file cannot be written.
    """
    lines = [msgspec.json.encode(one).decode() for one in sorted(findings)]
    text = '{"schema":1,"findings":[\n' + ",\n".join(lines) + "\n]}\n"
    if not write_atomically(path, text.encode()):
        raise SettingsError(f"{path}: cannot be written", f"{path}：写不了")


def known_findings(files: Iterable[CheckedFile], path: Path) -> list[KnownFinding]:
    """The findings of files, as a baseline at some path holds them."""
    return [
        KnownFinding(_relative(file.path, path), one.code, one.fingerprint, _excerpt(file, one))
        for file in files
        for one in file.diagnostics
    ]


def sift(
    files: Sequence[CheckedFile],
    baseline: Baseline,
    path: Path,
    codes: Collection[str],
    *,
    whole: bool,
) -> Sifted:
    """Hide the findings that a baseline knows.

    Args:
        files: the files of a run.
        baseline: what is known.
        path: of the baseline.
        codes: the rules that were applied; nothing is said of others.
        whole: whether a file that was renamed would be among these.
    """
    by_path: dict[str, list[KnownFinding]] = defaultdict(list)
    for finding in baseline.findings:
        by_path[finding.path].append(finding)
    gone = [name for name in by_path if not (path.parent / name).exists()]
    homeless = [finding for name in gone for finding in by_path[name]]
    moved = _Known(homeless)
    left = [moved] if whole else []
    shown: list[CheckedFile] = []
    hidden = 0
    for file in files:
        name = _relative(file.path, path)
        known = _Known(by_path[name]) if name in by_path else moved
        kept = tuple(one for one in file.diagnostics if not known.take(one))
        hidden += len(file.diagnostics) - len(kept)
        shown.append(file.with_diagnostics(kept))
        if name in by_path:
            left.append(known)
    stale = [one for known in left for one in known.rest() if one.code in codes]
    return Sifted(tuple(shown), hidden, tuple(sorted(stale)))


class _Known:
    """Known findings, each of which hides one."""

    def __init__(self, findings: Sequence[KnownFinding]) -> None:
        self._findings = findings
        self._counts = Counter((one.code, one.fingerprint) for one in findings)

    def take(self, one: Diagnostic) -> bool:
        """Whether a diagnostic is known; then it is used up."""
        key = one.code, one.fingerprint
        if not self._counts[key]:
            return False
        self._counts[key] -= 1
        return True

    def rest(self) -> Iterable[KnownFinding]:
        """The findings that hid nothing."""
        counts = +self._counts
        for one in self._findings:
            key = one.code, one.fingerprint
            if counts[key]:
                counts[key] -= 1
                yield one


def _relative(path: str, baseline: Path) -> str:
    return os.path.relpath(Path(path).absolute(), baseline.absolute().parent).replace(os.sep, "/")


def _excerpt(file: CheckedFile, one: Diagnostic) -> str:
    source = file.source
    line = source.line_span(source.position(one.span.start).line).of(source.text).strip()
    return line[:_LONGEST]
