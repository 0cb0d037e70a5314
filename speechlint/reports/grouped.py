"""The report by file: the name of a draft once, its findings below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from speechlint.reports.look import Look
from speechlint.reports.summary import summarise
from speechlint.runner import CheckedFile


def render(files: Sequence[CheckedFile], look: Look) -> Iterator[str]:
    """The report, line by line."""
    for file in files:
        if not file.diagnostics:
            continue
        places = [file.source.position(one.span.start) for one in file.diagnostics]
        columns = [f"{place.line}:{place.column}" for place in places]
        width = max(map(len, columns))
        yield look.bold(file.path)
        for where, one in zip(columns, file.diagnostics, strict=True):
            code = look.tint(one.code, one.severity)
            yield f"  {where:>{width}}  {look.severity(one.severity)} {code} {one.message}"
        yield ""
    yield summarise(files, look)
