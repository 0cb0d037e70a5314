"""Whole drafts with the diagnostics drawn under their lines.

A drawing is a draft in which a line of marks may follow a line of text: ``^^^^ NUM001`` under the
place of a diagnostic, ``---- NUM001`` under a place that it is related to. Chinese characters are
two columns wide. A drawing is right when taking the marks out and drawing them again gives it back.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from wcwidth import wcswidth

from speechlint.diagnostic import Diagnostic
from speechlint.linter import lint
from speechlint.rulebook import load_rulebook
from speechlint.settings import Settings
from speechlint.source import Source, Span

DRAFTS = Path(__file__).parent / "drafts"
_MARKS = re.compile(r" *(?:\^+|-+) [A-Z]{3}[0-9]{3}")


def drawings(group: str) -> list[Path]:
    """The drawings of a group of rules."""
    return sorted((DRAFTS / group).glob("*.txt"))


def draw_again(path: Path) -> str:
    """Take the marks out of a drawing, apply the rules of its folder, and draw what they find."""
    lines = path.read_text(encoding="utf-8").split("\n")
    text = "\n".join(line for line in lines if not _MARKS.fullmatch(line))
    codes = tuple(rule.code for rule in load_rulebook() if rule.group == path.parent.name)
    source = Source(path.name, text)
    return "\n".join(_draw(source, lint(source, Settings(select=codes))))


def _draw(source: Source, diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    marks: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for diagnostic in diagnostics:
        places = [(diagnostic.span, "^"), *((one.span, "-") for one in diagnostic.related)]
        for span, sign in places:
            line, column, mark = _mark(source, span, sign)
            marks[line].append((column, f"{' ' * column}{mark} {diagnostic.code}"))
    for number in range(1, len(source.line_starts) + 1):
        yield source.line_span(number).of(source.text)
        yield from (mark for _, mark in sorted(marks[number]))


def _mark(source: Source, span: Span, sign: str) -> tuple[int, int, str]:
    """The line of a place, its column on a terminal, and the signs under it."""
    line = source.position(span.start).line
    whole = source.line_span(line)
    before = Span(whole.start, span.start).of(source.text)
    inside = Span(span.start, min(span.end, whole.end)).of(source.text)
    return line, wcswidth(before), sign * max(1, wcswidth(inside))
