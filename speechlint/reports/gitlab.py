"""A Code Quality report of GitLab: a JSON array of issues, each with a fingerprint of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import blake2b

import msgspec

from speechlint.diagnostic import Severity
from speechlint.reports.look import Look
from speechlint.runner import CheckedFile

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


class GitlabLines(msgspec.Struct, frozen=True):
    """The lines of an issue."""

    begin: int
    end: int


class GitlabLocation(msgspec.Struct, frozen=True):
    """Where an issue is."""

    path: str
    lines: GitlabLines


class GitlabIssue(msgspec.Struct, frozen=True):
    """A finding, as GitLab wants it."""

    description: str
    check_name: str
    fingerprint: str
    severity: str
    location: GitlabLocation


def render(files: Sequence[CheckedFile], look: Look) -> Iterator[str]:
    """The array, on one line."""
    yield msgspec.json.encode(list(_issues(files))).decode()


def _issues(files: Sequence[CheckedFile]) -> Iterator[GitlabIssue]:
    for file in files:
        path = file.path.replace("\\", "/")
        seen: Counter[str] = Counter()
        for one in file.diagnostics:
            # GitLab shows only one of several issues with the same fingerprint.
            seen[one.fingerprint] += 1
            identity = f"{path}\n{one.fingerprint}\n{seen[one.fingerprint]}"
            yield GitlabIssue(
                description=one.message,
                check_name=one.code,
                fingerprint=blake2b(
                    identity.encode("utf-8", "replace"), digest_size=16
                ).hexdigest(),
                severity=_SEVERITIES[one.severity],
                location=GitlabLocation(
                    path,
                    GitlabLines(
                        file.source.position(one.span.start).line,
                        file.source.position(one.span.end).line,
                    ),
                ),
            )
