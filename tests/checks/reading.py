"""Run a check over a text, and show where it found something."""

from collections.abc import Iterable

from speechlint.checks.base import Check
from speechlint.diagnostic import Finding
from speechlint.draft import Draft
from speechlint.source import Source
from speechlint.syntax import parse


def run(check: Check, text: str, *, prose: str | None = None) -> list[Finding]:
    """The findings of a check in a text."""
    source = Source("draft.txt", text, prose=prose)
    return list(check.run(Draft(source, parse(source))))


def places(findings: Iterable[Finding], text: str) -> list[str]:
    """What the findings cover."""
    return [finding.span.of(text) for finding in findings]


def mend(text: str, findings: Iterable[Finding]) -> str:
    """The text with the edits of all findings made."""
    edits = sorted((edit for finding in findings for edit in finding.edits), reverse=True)
    for edit in edits:
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text
