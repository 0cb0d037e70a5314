"""The outline of a draft: documents, lists, items, and the leaves that hold the text.

Leaves of an outline, joined in order, give the text back. All nodes are frozen.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

import msgspec

from speechlint.source import Span, StyledLine


class Style(str, Enum):
    """How an item is marked; forms with other brackets or points are one style."""

    PART = "part"  # 第一部分
    CHAPTER = "chapter"  # 第一章
    SECTION = "section"  # 第一节
    HAN = "han"  # 一、
    HAN_BRACKET = "han-bracket"  # （一） (一) ㈠
    DIGIT = "digit"  # 1. 1． 1、 ⒈
    DIGIT_BRACKET = "digit-bracket"  # （1） (1) ⑴
    CIRCLED = "circled"  # ①
    STEM = "stem"  # 甲、
    DI = "di"  # 第一，
    QI = "qi"  # 其一，
    CONNECTIVE = "connective"  # 首先 其次 再次 最后
    SIDE = "side"  # 一方面 另一方面
    CLAUSE = "clause"  # 一是 一要 一靠: the word is the marker's family


class Marker(msgspec.Struct, frozen=True):
    """The sign that opens an item.

    Attributes:
        style: how it is marked.
        family: the word that every marker of the series repeats, otherwise empty: 是 of 一是 二是,
            句话 of 第一句话：.
        ordinal: its number.
        span: the whole sign with the punctuation that belongs to it.
        numeral: the number alone.
        inline: whether it stands inside a line instead of at its start.
        automatic: whether Word draws it; it is then no text that an edit could change.
    """

    style: Style
    family: str
    ordinal: int
    span: Span
    numeral: Span
    inline: bool = False
    automatic: bool = False

    @property
    def kind(self) -> tuple[Style, str]:
        """Style and family: equal for the markers of one series."""
        return self.style, self.family


class LeafKind(str, Enum):
    """What a leaf holds."""

    TEXT = "text"
    BREAK = "break"  # line ends and the indentation after them
    MARKER = "marker"
    HEAD = "head"  # the line that opens a document of a collection: 篇3
    TITLE = "title"
    BYLINE = "byline"  # date, speaker, occasion
    SALUTATION = "salutation"
    APPENDIX = "appendix"  # the line that opens an appendix: 附件 名词解释
    RESIDUE = "residue"  # a tag of a website ahead of a marker


class Leaf(msgspec.Struct, frozen=True):
    """A stretch of text that the grammar doesn't divide."""

    kind: LeafKind
    span: Span


class Heading(msgspec.Struct, frozen=True):
    """The heading of an item: up to its first sentence end, or the whole line.

    Where the format of the draft marks it, it is what is marked.

    Attributes:
        span: without the marker and without the sentence end.
        stop: the sentence end itself (。！？), or an empty string.
        run_in: whether more text follows on the same line.
        styled: whether the format of the draft says that it is a heading (a style of Word, # of
            Markdown): true, or false where it says so of other items of the same style; none where
            it says nothing.
    """

    span: Span
    stop: str
    run_in: bool
    styled: bool | None = None


class Item(msgspec.Struct, frozen=True):
    """A marked item with everything under it.

    Attributes:
        span: from the marker to the end of the last thing under it.
        children: leaves and lists in order; the first leaf is the marker itself.
    """

    marker: Marker
    span: Span
    heading: Heading
    children: tuple[Leaf | List, ...]

    @property
    def lists(self) -> Iterator[List]:
        """The lists directly under the item."""
        return (child for child in self.children if isinstance(child, List))


class List(msgspec.Struct, frozen=True):
    """Items that belong together: one series."""

    span: Span
    items: tuple[Item, ...]

    @property
    def inline(self) -> bool:
        """Whether the series begins inside a line."""
        return self.items[0].marker.inline


class Document(msgspec.Struct, frozen=True):
    """One draft of a file: a file may hold several.

    Attributes:
        span: everything from its first line to the next document.
        head: the line that sets it apart in a collection (…篇3), if any.
        title: without indentation, if any.
        bylines: date, speaker and occasion under the title.
        salutation: 同志们： and the like, if it has a line of its own.
        paragraphs: all other lines that hold text, in order, without indentation and line end;
            headings and items are among them.
        headings: those of the paragraphs that the format of the draft marks as headings.
        appendix: from 附件 or 名词解释 to the end, if any.
        genre: a name from ``rules/lexicon/genres.toml``, or an empty string.
        children: leaves and lists in order.
    """

    span: Span
    head: Span | None
    title: Span | None
    bylines: tuple[Span, ...]
    salutation: Span | None
    paragraphs: tuple[Span, ...]
    appendix: Span | None
    genre: str
    children: tuple[Leaf | List, ...]
    headings: tuple[StyledLine, ...] = ()

    @property
    def body(self) -> tuple[Span, ...]:
        """The paragraphs ahead of the appendix."""
        if self.appendix is None:
            return self.paragraphs
        return tuple(p for p in self.paragraphs if p.start < self.appendix.start)

    @property
    def lists(self) -> Iterator[List]:
        """The lists of the top level."""
        return (child for child in self.children if isinstance(child, List))

    def all_lists(self) -> Iterator[List]:
        """Every list, those of one item before the next item's."""
        waiting = [*self.lists][::-1]
        while waiting:
            found = waiting.pop()
            yield found
            nodes = [node for item in found.items for node in item.children]
            waiting += [node for node in reversed(nodes) if isinstance(node, List)]


class Outline(msgspec.Struct, frozen=True):
    """The structure of a whole file.

    Attributes:
        documents: at least one, in order; their spans cover the text.
        structured: false where all line breaks were lost, so that structure means nothing.
    """

    documents: tuple[Document, ...]
    structured: bool = True

    def leaves(self) -> Iterator[Leaf]:
        """All leaves in the order of the text."""
        stack: list[Iterator[Leaf | List]] = [
            child for document in reversed(self.documents) for child in (iter(document.children),)
        ]
        while stack:
            node = next(stack[-1], None)
            if node is None:
                stack.pop()
            elif isinstance(node, Leaf):
                yield node
            else:
                stack.extend(iter(item.children) for item in reversed(node.items))
