"""The report for terminals and editors: a line a finding, ``path:line:column: severity code …``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from speechlint.reports.look import Look
from speechlint.runner import CheckedFile


def render(files: Sequence[CheckedFile], look: Look) -> Iterator[str]:
    """The report, line by line; nothing when there is nothing to say."""
    for file in files:
        for one in file.diagnostics:
            place = file.source.position(one.span.start)
            where = look.bold(f"{file.path}:{place.line}:{place.column}")
            code = look.tint(one.code, one.severity)
            yield f"{where}: {look.severity(one.severity)} {code} {one.message}"
