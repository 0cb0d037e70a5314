"""The parts of a document: title, bylines, salutation, paragraphs, appendix."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from speechlint.source import TITLE, Span, StyledLine, cut_lines
from speechlint.syntax.nodes import Document, Leaf, LeafKind, List

_LONGEST_TITLE = 60
_LONGEST_BYLINE = 45
_MOST_BYLINES = 5
_HEAD_LINES = 15
"""A salutation stands among so many first lines; further down it is an address to the audience."""

_STOPS = tuple("。；！？，、：:;!?…")
_NO_TITLES = (
    *("来源", "作者", "编辑", "责任编辑", "发布", "时间", "当前位置", "您的位置", "【字号"),
    *("下面是", "以下是"),
)


def build_document(
    text: str, span: Span, children: tuple[Leaf | List, ...], styled: Sequence[StyledLine] = ()
) -> Document:
    """Put a document together from its children.

    The genre is left open.

    Args:
        text: the whole text.
        span: of the document.
        children: its leaves and lists.
        styled: lines that the format of the draft marks as headings or titles, in order.
    """
    lines = list(_find_lines(text, span))
    head = next((leaf.span for leaf in _leaves(children, LeafKind.HEAD)), None)
    appendix = next((leaf.span for leaf in _leaves(children, LeafKind.APPENDIX)), None)
    if head is not None:
        lines = [line for line in lines if not line.overlaps(head)]
    first_list = next((child.span.start for child in children if isinstance(child, List)), span.end)
    salutation = _find_salutation(children, lines, first_list)
    limit = min(
        first_list,
        salutation.start if salutation else span.end,
        appendix.start if appendix else span.end,
    )
    first = [line for line in lines[:_HEAD_LINES] if line.start < limit]
    levels = _find_levels(lines, styled)
    title, bylines = _find_title(text, first, levels)
    special = {title, salutation, *bylines}
    paragraphs = tuple(line for line in lines if line not in special)
    return Document(
        span=span,
        head=head,
        title=title or head,
        bylines=bylines,
        salutation=salutation,
        paragraphs=paragraphs,
        appendix=None if appendix is None else Span(appendix.start, span.end),
        genre="",
        children=children,
        headings=tuple(StyledLine(one, levels[one]) for one in paragraphs if levels.get(one)),
    )


def _find_levels(lines: Sequence[Span], styled: Sequence[StyledLine]) -> dict[Span, int]:
    """The levels of the lines that the format of the draft marks."""
    levels: dict[Span, int] = {}
    for line in lines if styled else ():
        before = bisect_left(styled, line.end, key=_start)
        if before and styled[before - 1].span.end > line.start:
            levels[line] = styled[before - 1].level
    return levels


def _start(line: StyledLine) -> int:
    return line.span.start


def _find_lines(text: str, span: Span) -> Iterator[Span]:
    """The lines of a document that hold text, without the blanks around it."""
    start = span.start
    for line in cut_lines(span.of(text)):
        words = line.strip()
        if words:
            blank = line.find(words[0])
            yield Span(start + blank, start + blank + len(words))
        start += len(line)


def _leaves(children: Sequence[Leaf | List], kind: LeafKind) -> list[Leaf]:
    return [child for child in children if isinstance(child, Leaf) and child.kind is kind]


def _find_salutation(
    children: Sequence[Leaf | List], lines: Sequence[Span], first_list: int
) -> Span | None:
    limit = lines[_HEAD_LINES].start if len(lines) > _HEAD_LINES else first_list
    for leaf in _leaves(children, LeafKind.SALUTATION):
        if leaf.span.start < min(limit, first_list):
            return leaf.span
    return None


def _find_title(
    text: str, lines: Sequence[Span], levels: Mapping[Span, int]
) -> tuple[Span | None, tuple[Span, ...]]:
    """The title, and the short lines below it, which are its bylines."""
    place = _title_place(text, lines, levels)
    if place is None:
        return None, ()
    bylines: list[Span] = []
    for below in lines[place + 1 : place + 1 + _MOST_BYLINES]:
        words = below.of(text)
        is_short = len(below) <= _LONGEST_BYLINE and not _is_sentence(words)
        in_brackets = words.startswith(("（", "(")) and words.endswith(("）", ")"))
        if levels.get(below) or not (is_short or in_brackets):
            break
        bylines.append(below)
    return lines[place], tuple(bylines)


def _title_place(text: str, lines: Sequence[Span], levels: Mapping[Span, int]) -> int | None:
    """The line that is marked as title, else the first short line without a stop."""
    for number, line in enumerate(lines if levels else ()):
        if levels.get(line) == TITLE:
            return number
    for number, line in enumerate(lines[:3]):
        words = line.of(text)
        begins = words[words.startswith(("“", "（", "(")) :]
        is_other = _is_sentence(words) or begins.startswith(_NO_TITLES)
        if len(line) <= _LONGEST_TITLE and not is_other:
            return number
    return None


def _is_sentence(words: str) -> bool:
    return words.endswith(_STOPS) or "。" in words or "；" in words
