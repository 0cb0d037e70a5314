"""Markup inside a line, save emphasis."""

from __future__ import annotations

import re

from speechlint.readers.markdown.blanks import blank_match, blank_spans

ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
"""A backslash that takes a sign its meaning."""

_HARD_BREAK = re.compile(r"\\(?=[\r\n])")
_TICKS = re.compile(r"`+|[\r\n]")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,50}\]:?")
# A target has a point, a slash, a sharp or a colon in it: 〔2024〕 is also typed as [2024](…).
_TARGET = (
    r"\]\([ \t]{0,9}(?:<[^<>\r\n]{0,2000}>|(?=\)|[^./#:()\s]{0,500}[./#:])[^()\s]{0,2000})"
    r"(?:[ \t]{1,9}[\"'][^\r\n()]{0,200}[\"'])?[ \t]{0,9}\)"
)
_PICTURE = re.compile(rf"!\[[^\[\]\r\n]{{0,500}}{_TARGET}")
_LINK = re.compile(rf"\[([^\[\]\r\n]{{0,500}})({_TARGET})")
_TAG = re.compile(r"</?[A-Za-z][^<>\r\n]{0,500}>")


def hide_escapes(text: str) -> str:
    """Put NUL for every escape, so that nothing takes its sign for markup."""
    if "\\" not in text:
        return text
    return _HARD_BREAK.sub(" ", ESCAPE.sub("\0\0", text))


def blank_inlines(text: str) -> str:
    """Blank code, pictures, the targets of links, footnote marks and tags."""
    if "`" in text:
        text = blank_spans(text, _code(text))
    if "](" in text:
        text = _PICTURE.sub(blank_match, text)
        text = _LINK.sub(lambda found: f" {found[1]}{' ' * len(found[2])}", text)
    if "[^" in text:
        text = _FOOTNOTE.sub(blank_match, text)
    if "<" in text:
        text = _TAG.sub(blank_match, text)
    return text


def _code(text: str) -> list[tuple[int, int]]:
    """Code between runs of backticks of one length, on one line."""
    spans: list[tuple[int, int]] = []
    line: list[tuple[int, int]] = []
    for found in _TICKS.finditer(text):
        if found[0][0] == "`":
            line.append(found.span())
        elif line:
            spans += _pairs(line)
            line = []
    return spans + _pairs(line)


def _pairs(runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """From every run to the next of its length; what lies between belongs to neither."""
    following: dict[int, int] = {}
    partner: list[int | None] = [None] * len(runs)
    for index in range(len(runs) - 1, -1, -1):
        start, end = runs[index]
        partner[index] = following.get(end - start)
        following[end - start] = index
    spans: list[tuple[int, int]] = []
    index = 0
    while index < len(runs):
        closing = partner[index]
        if closing is None:
            index += 1
            continue
        spans.append((runs[index][0], runs[closing][1]))
        index = closing + 1
    return spans
