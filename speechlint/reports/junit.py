"""A JUnit report: a suite a file, a failing case a finding; a clean file is one passing case."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from speechlint.diagnostic import Diagnostic
from speechlint.reports.look import Look
from speechlint.runner import CheckedFile

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(files: Sequence[CheckedFile], look: Look) -> Iterator[str]:
    """The document, line by line."""
    failures = sum(len(file.diagnostics) for file in files)
    tests = sum(max(1, len(file.diagnostics)) for file in files)
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f'<testsuites name="speechlint" tests="{tests}" failures="{failures}" errors="0">'
    for file in files:
        number = len(file.diagnostics)
        counts = f'tests="{max(1, number)}" failures="{number}" errors="0" skipped="0"'
        yield f"  <testsuite name={_attribute(file.path)} {counts}>"
        for one in file.diagnostics:
            yield from _case(file, one)
        if not file.diagnostics:
            yield f'    <testcase classname={_attribute(file.path)} name="speechlint"/>'
        yield "  </testsuite>"
    yield "</testsuites>"


def _case(file: CheckedFile, one: Diagnostic) -> Iterator[str]:
    place = file.source.position(one.span.start)
    where = f'line="{place.line}" column="{place.column}"'
    name = _attribute(f"{one.code} {place.line}:{place.column}")
    yield f"    <testcase classname={_attribute(file.path)} name={name} {where}>"
    text = f"{file.path}:{place.line}:{place.column}: {one.message}"
    message = f"message={_attribute(one.message)} type={_attribute(one.severity.value)}"
    yield f"      <failure {message}>{_content(text)}</failure>"
    yield "    </testcase>"


def _attribute(text: str) -> str:
    return quoteattr(_NOT_XML.sub("\ufffd", text))


def _content(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text))
