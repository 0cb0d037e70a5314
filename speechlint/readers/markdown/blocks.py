"""Markup that takes whole lines or begins them."""

from __future__ import annotations

import re

from speechlint.readers.markdown.blanks import blank_match, blank_spans

# `^` and `$` know only of \n, and lines may end with a lone \r.
_START = r"(?<![^\r\n])"
_STOP = r"(?![^\r\n])"
_GAP = r"[ \t]*"

_FRONT_MATTER = re.compile(rf"---{_GAP}(?=[\r\n])")
_FRONT_MATTER_END = re.compile(rf"{_START}(?:---|\.\.\.){_GAP}{_STOP}")
_FENCE = re.compile(rf"{_START} {{0,3}}(`{{3,}}(?![^\r\n]*`)|~{{3,}})([^\r\n]*)")
_RULE = re.compile(
    rf"{_START}{_GAP}(?:(?:-{_GAP}){{3,}}|(?:\*{_GAP}){{3,}}|(?:_{_GAP}){{3,}}|={{2,}}{_GAP}){_STOP}"
)
_PAGE_NUMBER = rf"-{_GAP}[0-9]+{_GAP}-{_GAP}{_STOP}"
_LEAD = re.compile(
    rf"{_START}{_GAP}(?=[>#*+-])(?:>{_GAP})*"
    rf"(?:(?!{_PAGE_NUMBER})[-+*][ \t]+(?:\[[ xX]\][ \t]+)?)*"
    rf"(?:#{{1,6}}(?:[ \t]+|{_STOP}))?"
)
_HEADING_TAIL = re.compile(rf"({_START}{_GAP}#{{1,6}}[ \t][^\r\n]*?)([ \t]#+{_GAP}){_STOP}")
_DEFINITION = re.compile(
    rf"{_START} {{0,3}}\[[^\[\]\r\n]{{1,200}}\]:[ \t]*(?=[^./#:\s]{{0,200}}[./#:])[!-~]{{1,2000}}"
    rf"{_GAP}(?:[\"'(][^\r\n]*)?{_STOP}"
)
_CELL_RULE = rf"{_GAP}:?-+:?{_GAP}"
_TABLE_RULE = re.compile(
    rf"{_START}{_GAP}(?:\|{_CELL_RULE}(?:\|{_CELL_RULE})*\|?|{_CELL_RULE}(?:\|{_CELL_RULE})+\|?)"
    rf"{_GAP}{_STOP}"
)
_LINE = re.compile(rf"{_START}[^\r\n]*")
_BAR = re.compile(r"\|")


def blank_opaque(text: str) -> str:
    """Blank what holds no markup of its own: front matter, fenced code, comments."""
    if text.startswith("---"):
        text = blank_spans(text, _front_matter(text))
    if "```" in text or "~~~" in text:
        text = blank_spans(text, _fenced(text))
    if "<!--" in text:
        text = blank_spans(text, _comments(text))
    return text


def blank_blocks(text: str) -> str:
    """Blank rules, bars of tables, definitions of link targets, and what begins a line."""
    if "|" in text:
        text = blank_spans(text, _table_bars(text))
    text = _RULE.sub(blank_match, text)
    if "]:" in text:
        text = _DEFINITION.sub(blank_match, text)
    if " #" in text or "\t#" in text:
        text = _HEADING_TAIL.sub(lambda found: found[1] + " " * len(found[2]), text)
    return _LEAD.sub(blank_match, text)


def _front_matter(text: str) -> list[tuple[int, int]]:
    if not (opening := _FRONT_MATTER.match(text)):
        return []
    closing = _FRONT_MATTER_END.search(text, opening.end())
    return [(0, closing.end())] if closing else []


def _fenced(text: str) -> list[tuple[int, int]]:
    """Fenced code; of a fence that is never closed only its own line, lest a draft fall silent."""
    spans: list[tuple[int, int]] = []
    opening: re.Match[str] | None = None
    for found in _FENCE.finditer(text):
        if opening is None:
            opening = found
        elif found[1].startswith(opening[1]) and not found[2].strip():
            spans.append((opening.start(), found.end()))
            opening = None
    if opening is not None:
        spans.append(opening.span())
    return spans


def _comments(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = text.find("<!--")
    while start >= 0:
        closing = text.find("-->", start + 4)
        if closing < 0:
            break
        spans.append((start, closing + 3))
        start = text.find("<!--", closing)
    return spans


def _table_bars(text: str) -> list[tuple[int, int]]:
    """The line under the head of a table, and every bar of the lines around it."""
    lines = [found.span() for found in _LINE.finditer(text)]
    rows: list[tuple[int, int]] = []
    rules = set()
    after_rule = False
    for number, (start, end) in enumerate(lines):
        if _TABLE_RULE.match(text, start) and number and "|" in text[slice(*lines[number - 1])]:
            if not after_rule:
                rows.append(lines[number - 1])
            rules.add((start, end))
            after_rule = True
        if after_rule:
            after_rule = "|" in text[start:end]
        if after_rule:
            rows.append((start, end))
    spans: list[tuple[int, int]] = []
    for start, end in rows:
        if (start, end) in rules:
            spans.append((start, end))
        else:
            spans += [found.span() for found in _BAR.finditer(text, start, end)]
    return spans
