"""Phrases that belong side by side: headings of one list, heads of like paragraphs, and so on.

Whether they are parallel is not asked here; only whether a writer could have meant them to be.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from enum import Enum
from itertools import accumulate, groupby, islice
from operator import itemgetter

import msgspec

from speechlint.memory import NO_MEMORY, Memory
from speechlint.source import Span
from speechlint.syntax.nodes import Document, Item, LeafKind, List, Outline

_LONGEST = 60
_SHORTEST_BODY = 4
_CLAUSE_ENDS = frozenset("，,；;：:。！？!?")
_SENTENCE_ENDS = frozenset("。！？")
_BULLETS = frozenset("—－•●◆■▪")
_DASHES = frozenset("—－")
_HEAD = r"[^。！？；…\r\n]{4,50}(?=。[^\r\n]{8})"
_SHORT_SENTENCE = (
    r"[。！？\n][ \u3000]*([^。！？；：，,;:、“（(\d…\s][^。！？；：，,;:…\r\n]{3,23})(?=。)"
)
_FEWEST_ALIKE = 3


class GroupKind(str, Enum):
    """Where the phrases of a group stand."""

    HEADINGS = "headings"  # headings of the items of one list
    LEADS = "leads"  # first clauses of items that are sentences
    BODIES = "bodies"  # first clauses under the headings of one list
    BULLETS = "bullets"  # first sentences of paragraphs that open with a dash
    PARAGRAPHS = "paragraphs"  # first sentences of unmarked paragraphs
    SENTENCES = "sentences"  # short sentences that divide one paragraph


class Group(msgspec.Struct, frozen=True):
    """Phrases that belong side by side, in the order of the text; at least two."""

    kind: GroupKind
    members: tuple[Span, ...]


class Phrases(msgspec.Struct, frozen=True):
    """What the members of a group say, wherever they stand."""

    kind: GroupKind
    texts: tuple[str, ...]

    @classmethod
    def of(cls, group: Group, text: str) -> Phrases:
        """The phrases of a group in a text."""
        return cls(group.kind, tuple(member.of(text) for member in group.members))

    def set_apart(self) -> tuple[Group, str]:
        """A group that says so, in a text of its own."""
        ends = accumulate(len(text) + 1 for text in self.texts)
        members = tuple(
            Span(end - 1 - len(text), end - 1) for text, end in zip(self.texts, ends, strict=True)
        )
        return Group(self.kind, members), "\n".join(self.texts)


def find_groups(outline: Outline, text: str, memory: Memory = NO_MEMORY) -> Iterator[Group]:
    """The groups of a draft."""
    for document in outline.documents:
        for found in document.all_lists():
            yield from _groups_of_list(found, text)
    paragraphs = [one.of(text) for document in outline.documents for one in document.paragraphs]
    read = iter(memory.make("paragraphs", paragraphs, _read_paragraph))
    sentences: list[Group] = []
    for document in outline.documents:
        known = list(islice(read, len(document.paragraphs)))
        yield from _groups_of_paragraphs(document, known, text)
        for span, paragraph in zip(document.paragraphs, known, strict=True):
            if paragraph.sentences:
                short = [Span(span.start + a, span.start + b) for a, b in paragraph.sentences]
                sentences += (Group(GroupKind.SENTENCES, run) for run in _alike(short, text))
    yield from sentences


def _groups_of_list(found: List, text: str) -> Iterator[Group]:
    items = found.items
    if len(items) < 2:
        return
    headings = tuple(_trim(item.heading.span, text) for item in items)
    if all(0 < len(heading) <= _LONGEST for heading in headings) and _are_headed(items):
        yield Group(GroupKind.HEADINGS, headings)
        bodies = [_first_line_below(item) for item in items]
        leads = tuple(_first_clause(body, text) for body in bodies if body)
        if len(leads) == len(items):
            yield Group(GroupKind.BODIES, leads)
        return
    leads = tuple(_first_clause(item.heading.span, text) for item in items)
    if all(0 < len(lead) <= _LONGEST for lead in leads):
        yield Group(GroupKind.LEADS, leads)


def _are_headed(items: Sequence[Item]) -> bool:
    """Whether items have headings, and are not sentences from end to end."""
    if all(item.heading.styled for item in items):
        return True
    if all(item.heading.run_in for item in items):
        return all(item.heading.stop and _body(item) >= _SHORTEST_BODY for item in items)
    if all(item.heading.styled is False for item in items):
        return False
    # Headings on lines of their own: an empty section here or there is another rule's business.
    own = [item for item in items if not item.heading.run_in]
    filled = sum(_body(item) >= _SHORTEST_BODY for item in own)
    return 2 * filled > len(own) and not any(item.marker.inline for item in own)


def _body(item: Item) -> int:
    """How many characters an item has behind its heading."""
    return item.span.end - item.heading.span.end - len(item.heading.stop)


def _first_line_below(item: Item) -> Span | None:
    """The first line under a heading that has a line of its own, unless that is an item too."""
    if item.heading.run_in or item.marker.inline:
        return None
    for child in item.children:
        if isinstance(child, List):
            return None
        if child.kind is LeafKind.TEXT and child.span.start >= item.heading.span.end:
            return child.span
    return None


def _first_clause(span: Span, text: str) -> Span:
    """A span up to its first mark, without indentation."""
    return _trim(Span(span.start, _find_any(_CLAUSE_ENDS, text, span.start, span.end)), text)


def _find_any(signs: Collection[str], text: str, start: int, end: int) -> int:
    """Where the first of some signs is, or the end."""
    return next((place for place in range(start, end) if text[place] in signs), end)


def _trim(span: Span, text: str) -> Span:
    """A span without the spaces around it, which may stand for markup."""
    passage = span.of(text)
    if passage == passage.strip():
        return span
    start = span.start + len(passage) - len(passage.lstrip())
    return Span(start, start + len(passage.strip()))


class _Paragraph(msgspec.Struct, frozen=True):
    """What a paragraph says, by offsets in it.

    Attributes:
        kind: of the group that its first sentence might belong to, if any.
        start: where that sentence begins, behind a dash.
        end: where it ends.
        sentences: the short ones, where there may be enough of them to divide it.
    """

    kind: GroupKind | None
    start: int
    end: int
    sentences: tuple[tuple[int, int], ...]


def _read_paragraph(text: str) -> _Paragraph:
    start = end = _measure_bullet(text)
    kind = GroupKind.BULLETS if start else None
    if head := re.compile(_HEAD).match(text, start):
        kind, end = kind or GroupKind.PARAGRAPHS, head.end()
    elif start:
        end = _find_any(_SENTENCE_ENDS, text, start, len(text))
    if text.count("。") < _FEWEST_ALIKE:
        return _Paragraph(kind, start, end, ())
    short = (found.span(1) for found in re.compile(_SHORT_SENTENCE).finditer(f"\n{text}"))
    return _Paragraph(kind, start, end, tuple((first - 1, last - 1) for first, last in short))


def _measure_bullet(text: str) -> int:
    """How long the bullet or the dash at the beginning of a paragraph is, with its blanks."""
    if text[:1] not in _BULLETS:
        return 0
    rest = text[2:] if text[1:2] in _DASHES else text[1:]
    return len(text) - len(rest.lstrip(" \u3000"))


def _groups_of_paragraphs(
    document: Document, paragraphs: Sequence[_Paragraph], text: str
) -> Iterator[Group]:
    """Unmarked paragraphs in a row: those that open with a dash, and those that open alike."""
    for kind, run in groupby(_heads_of_paragraphs(document, paragraphs), key=itemgetter(0)):
        heads = tuple(head for _, head in run)
        if kind is GroupKind.PARAGRAPHS:
            yield from (Group(kind, members) for members in _alike(heads, text))
        elif kind and len(heads) > 1 and all(0 < len(head) <= _LONGEST for head in heads):
            yield Group(kind, heads)


def _heads_of_paragraphs(
    document: Document, paragraphs: Sequence[_Paragraph]
) -> Iterator[tuple[GroupKind | None, Span]]:
    """The first sentence of each paragraph, and what kind of group it might belong to."""
    marked = _marked_lines(document)
    for span, paragraph in zip(document.paragraphs, paragraphs, strict=True):
        kind = None if span.start in marked else paragraph.kind
        yield kind, Span(span.start + paragraph.start, span.start + paragraph.end)


def _marked_lines(document: Document) -> set[int]:
    """Where the paragraphs begin that open an item."""
    markers = iter(
        sorted(
            item.marker.span.start
            for found in document.all_lists()
            for item in found.items
            if not item.marker.inline
        )
    )
    marked: set[int] = set()
    marker = next(markers, None)
    for paragraph in document.paragraphs:
        while marker is not None and marker < paragraph.end:
            marked.add(paragraph.start)
            marker = next(markers, None)
    return marked


def _alike(heads: Sequence[Span], text: str) -> Iterator[tuple[Span, ...]]:
    """Runs of heads, three at least of which begin with the same two characters.

    One other may be among them, but what stands ahead of the first of them or behind the last is
    never taken for one of the run: there is no telling whether it was meant to be.
    """
    if len(heads) < _FEWEST_ALIKE:
        return
    latest: dict[str, list[int]] = {}
    runs: list[list[int]] = []
    for place, head in enumerate(heads):
        lead = text[head.start]
        run = latest.get(lead)
        if run and place - run[-1] <= 2:
            run.append(place)
        else:
            latest[lead] = [place]
            runs.append(latest[lead])
    for run in runs:
        others = run[-1] - run[0] + 1 - len(run)
        if len(run) >= _FEWEST_ALIKE and others <= 1:
            yield tuple(heads[run[0] : run[-1] + 1])
