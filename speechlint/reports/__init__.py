"""From diagnostics to output, one module a format; a format is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module

import msgspec

from speechlint.reports.look import Look
from speechlint.runner import CheckedFile

Render = Callable[[Sequence[CheckedFile], Look], Iterator[str]]
"""Writes a report: lines without line ends."""


class ReportFormat(msgspec.Struct, frozen=True):
    """A format of reports.

    Attributes:
        module: the module of this package that renders it.
        for_programs: whether it is UTF-8 whatever the terminal speaks, and never coloured.
    """

    module: str
    for_programs: bool

    def render(self, files: Sequence[CheckedFile], look: Look) -> Iterator[str]:
        """The lines of the report."""
        render: Render = import_module(f"{__name__}.{self.module}").render
        return render(files, look)


STATISTICS = ReportFormat("statistics", for_programs=False)
"""How often each rule spoke, in place of a report."""

FORMATS = {
    "full": ReportFormat("full", for_programs=False),
    "concise": ReportFormat("concise", for_programs=False),
    "grouped": ReportFormat("grouped", for_programs=False),
    "json": ReportFormat("json_document", for_programs=True),
    "json-lines": ReportFormat("json_lines", for_programs=True),
    "github": ReportFormat("github", for_programs=True),
    "gitlab": ReportFormat("gitlab", for_programs=True),
    "junit": ReportFormat("junit", for_programs=True),
    "sarif": ReportFormat("sarif", for_programs=True),
    "rdjson": ReportFormat("rdjson", for_programs=True),
    "html": ReportFormat("html", for_programs=True),
}
"""The formats by name."""

__all__ = ["FORMATS", "STATISTICS", "Look", "ReportFormat"]
