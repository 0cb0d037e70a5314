"""The report for programs that read line by line: a JSON object a finding, with its path."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from speechlint.reports.json_document import JsonDiagnostic, json_diagnostic
from speechlint.reports.look import Look
from speechlint.runner import CheckedFile


class JsonLine(JsonDiagnostic, frozen=True, kw_only=True):
    """A finding with the path of its file."""

    path: str


def render(files: Sequence[CheckedFile], look: Look) -> Iterator[str]:
    """A line a finding."""
    for file in files:
        for one in file.diagnostics:
            fields = msgspec.structs.asdict(json_diagnostic(file.source, one))
            yield msgspec.json.encode(JsonLine(path=file.path, **fields)).decode()
