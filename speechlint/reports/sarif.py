"""SARIF 2.1.0, for code scanning of GitHub and others; columns are code points, as it says itself.

The rules that spoke are described in the run; names of files are URIs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

import msgspec

from speechlint import __version__
from speechlint.diagnostic import Diagnostic, Related, Severity
from speechlint.diagnostic import Fix as Mending
from speechlint.reports.look import Look
from speechlint.reports.rule_page import published_address
from speechlint.reports.sarif_objects import (
    ArtifactChange,
    ArtifactLocation,
    Content,
    Driver,
    Fix,
    Location,
    Log,
    Message,
    PhysicalLocation,
    Region,
    Replacement,
    Result,
    Rule,
    Run,
    Tool,
)
from speechlint.rulebook import load_rulebook
from speechlint.runner import CheckedFile
from speechlint.source import Source, Span

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def render(files: Sequence[CheckedFile], look: Look) -> Iterator[str]:
    """One JSON document, on one line."""
    names = {one.code: one.name for file in files for one in file.diagnostics}
    places = {code: number for number, code in enumerate(sorted(names))}
    run = Run(
        tool=Tool(Driver("speechlint", __version__, tuple(_rules(names, look)))),
        results=tuple(
            _result(file.source, one, places[one.code])
            for file in files
            for one in file.diagnostics
        ),
        column_kind="unicodeCodePoints",
        newline_sequences=("\r\n", "\n", "\r"),
        language=look.say("zh-CN", "en"),
    )
    yield msgspec.json.encode(Log(_SCHEMA, "2.1.0", (run,))).decode()


def _rules(names: dict[str, str], look: Look) -> Iterator[Rule]:
    """The rules that spoke; those of the user's own by their names only."""
    rulebook = load_rulebook()
    for code in sorted(names):
        rule = rulebook.find(code)
        if rule is None:
            yield Rule(code, names[code])
            continue
        explanation = rule.explain.speak(look.language).strip()
        first = explanation.partition("\n")[0]
        address = published_address(rule, look.language) or None
        yield Rule(code, rule.name, Message(first), Message(explanation), address)


def _result(source: Source, one: Diagnostic, place: int) -> Result:
    return Result(
        rule_id=one.code,
        rule_index=place,
        level=_LEVELS[one.severity],
        message=Message(one.message),
        locations=(Location(_physical(source, one.span)),),
        partial_fingerprints={"passage/v1": one.fingerprint},
        related_locations=tuple(_related(source, related) for related in one.related),
        fixes=() if one.fix is None else (_fix(source, one.fix, one.message),),
    )


def _related(source: Source, related: Related) -> Location:
    return Location(_physical(source, related.span), Message(related.message))


def _fix(source: Source, fix: Mending, message: str) -> Fix:
    replacements = tuple(
        Replacement(_region(source, edit.span), Content(edit.text)) for edit in fix.edits
    )
    return Fix((ArtifactChange(_artifact(source), replacements),), Message(message))


def _physical(source: Source, span: Span) -> PhysicalLocation:
    return PhysicalLocation(_artifact(source), _region(source, span))


def _artifact(source: Source) -> ArtifactLocation:
    path = Path(source.path)
    if path.is_absolute():
        return ArtifactLocation(path.as_uri())
    return ArtifactLocation(quote(path.as_posix(), errors="surrogateescape"))


def _region(source: Source, span: Span) -> Region:
    start, end = source.position(span.start), source.position(span.end)
    return Region(start.line, start.column, end.line, end.column)
