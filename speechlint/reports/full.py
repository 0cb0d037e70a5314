"""The report for people: every finding with its line, the place marked, and what it refers to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from speechlint.diagnostic import Applicability, Diagnostic
from speechlint.reports.excerpt import Excerpt, cut_excerpt
from speechlint.reports.look import Look
from speechlint.reports.summary import summarise
from speechlint.runner import CheckedFile
from speechlint.source import Source

_BAR = "│"

_NUMBER = 5
"""The columns of the line number beside the text."""


def render(files: Sequence[CheckedFile], look: Look) -> Iterator[str]:
    """The report, line by line."""
    for file in files:
        for diagnostic in file.diagnostics:
            yield from _render_one(file.source, diagnostic, look)
            yield ""
    yield summarise(files, look)


def _render_one(source: Source, diagnostic: Diagnostic, look: Look) -> Iterator[str]:
    place = source.position(diagnostic.span.start)
    where = look.bold(f"{source.path}:{place.line}:{place.column}")
    severity = look.severity(diagnostic.severity)
    code = look.tint(diagnostic.code, diagnostic.severity)
    yield f"{where}: {severity} {code} {diagnostic.message}"
    width = max(20, look.width - _NUMBER - 3)
    shown = cut_excerpt(source, diagnostic.span, width)
    yield _line(shown, look)
    yield (
        _margin("", look) + " " * shown.indent + look.tint("^" * shown.length, diagnostic.severity)
    )
    for related in diagnostic.related:
        previous, shown = shown, cut_excerpt(source, related.span, width)
        if (shown.line, shown.text) != (previous.line, previous.text):
            yield _line(shown, look)
        yield (
            _margin("", look)
            + " " * shown.indent
            + look.dim("-" * shown.length)
            + f" {related.message}"
        )
    if diagnostic.fix is not None:
        yield _margin("", look, "=") + look.dim(_offer(diagnostic.fix.applicability, look))


def _line(excerpt: Excerpt, look: Look) -> str:
    return _margin(str(excerpt.line), look) + excerpt.text


def _margin(number: str, look: Look, bar: str = _BAR) -> str:
    return look.dim(f"{number:>{_NUMBER}} {bar} ")


def _offer(applicability: Applicability, look: Look) -> str:
    if applicability is Applicability.SAFE:
        return look.say("可用 --fix 改正", "--fix mends it")
    return look.say(
        "可用 --fix --unsafe-fixes 改正，改后请再看一遍",
        "--fix --unsafe-fixes mends it; read it over afterwards",
    )
