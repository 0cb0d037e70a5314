"""Workflow commands of GitHub Actions, which show findings beside the lines of a pull request.

Columns are code points from 1; the end column is that of the last character.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from speechlint.diagnostic import Severity
from speechlint.reports.look import Look
from speechlint.runner import CheckedFile

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(files: Sequence[CheckedFile], look: Look) -> Iterator[str]:
    """A workflow command a finding."""
    for file in files:
        for one in file.diagnostics:
            start = file.source.position(one.span.start)
            end = file.source.position(one.span.end)
            values = {
                "title": f"speechlint {one.code}",
                "file": file.path.replace("\\", "/"),
                "line": str(start.line),
            }
            if end.line == start.line:  # GitHub refuses columns over several lines
                values["col"] = str(start.column)
                values["endColumn"] = str(max(start.column, end.column - 1))
            values["endLine"] = str(end.line)
            properties = ",".join(f"{key}={_property(value)}" for key, value in values.items())
            yield f"::{_COMMANDS[one.severity]} {properties}::{_data(one.message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
