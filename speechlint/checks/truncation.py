"""Tells where a text was cut off: inside a sentence, or behind a marker."""

from __future__ import annotations

import re

from speechlint.source import Span
from speechlint.syntax.endings import Ending
from speechlint.syntax.nodes import Document
from speechlint.syntax.residue import is_residue
from speechlint.syntax.signatures import starts_appendix

_STOPS = "。！？…!?"
_CLOSERS = "”’』」）)》】〕]"
_PAUSES = "，、,：:（(“‘《—－"
_HAN_OR_WORD = r"[\w%％*＊]"
_BARE_MARKER = (
    r"[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?|第[一二三四五六七八九十]{1,3}[，、]?"
    r"|[一二三四五六七八九十]{1,3}[是要]|[（(]?\d{1,2}[）)]?[.．、]"
)
_LONGEST_MARKER = 6
_MARKER = r"[（(]?(?:第?[一二三四五六七八九十]{1,3}|\d{1,2})[）)、.．，是要]"
_NUMERAL = r"[一二三四五六七八九十\d]+"
_NEIGHBOURS = 8
_LEAST_CLAUSE = 8
_LONGEST_HEADING = 50


def find_cut(text: str, document: Document, ending: Ending) -> Span | None:
    """The last line of a document that stops inside a sentence or marker, if it does.

    Only where the lines before it are sentences with an end: a list of names or a table has no
    stops anywhere. A signature or date behind the line is a proper end.
    """
    final = ending.final
    if final is None or ending.signed:
        return None
    line = final.of(text)
    if len(line) <= _LONGEST_MARKER and re.compile(_BARE_MARKER).fullmatch(line):
        return final
    last = line.rstrip()[-1:]
    if last in _STOPS + _CLOSERS + ";；" or (last == "." and len(line) > 1):
        return None
    if last not in _PAUSES and not re.compile(_HAN_OR_WORD).match(last):
        return None
    before = [one for one in document.paragraphs if one.end <= final.start][-_NEIGHBOURS:]
    styled = {one.span for one in document.headings}
    prose = [one.of(text) for one in before if one not in styled]
    return final if _interrupts(line, [one.of(text) for one in before], prose) else None


def _interrupts(line: str, before: list[str], unstyled: list[str]) -> bool:
    """Whether a line without a stop stands out from the lines before it.

    Args:
        line: the last line.
        before: the lines before it.
        unstyled: those of them that the format of the draft doesn't mark as headings.
    """
    if starts_appendix(line):
        return False
    prose = [one for one in unstyled if not _is_heading(one) and not is_residue(one)]
    ended = sum(_is_ended(one) for one in prose)
    if not prose or 2 * ended < len(prose):
        return False
    has_pause = "，" in line or "," in line
    if any(stop in line for stop in "。！？；") or (has_pause and len(line) >= _LEAST_CLAUSE):
        return True
    # Short and without any mark: a sentence cut early, or a heading with nothing under it; but
    # not one more line of a list.
    if _is_ended(before[-1]) or before[-1][-1:] in "：:":
        return True
    return _is_heading(before[-1]) and _marker_kind(before[-1]) != _marker_kind(line)


def _is_ended(line: str) -> bool:
    last = line[-1:]
    if last in _CLOSERS:  # 。（由县财政局负责）
        return any(stop in line for stop in _STOPS)
    return last in _STOPS + "."


def _marker_kind(line: str) -> str:
    """What a marker is made of besides its number, to tell one style from another."""
    found = re.compile(_MARKER).match(line)
    return re.compile(_NUMERAL).sub("", found[0]) if found else ""


def _is_heading(line: str) -> bool:
    return (
        len(line) <= _LONGEST_HEADING
        and not _is_ended(line)
        and bool(re.compile(_MARKER).match(line))
    )
