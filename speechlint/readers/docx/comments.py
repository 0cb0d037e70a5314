"""Comments and the passages they are on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechlint.readers.docx.vocabulary import Vocabulary
from speechlint.source import Comment, Span

if TYPE_CHECKING:
    from lxml.etree import _Element


class CommentPlaces:
    """Where the comments of a document begin and end in its text."""

    def __init__(self, w: Vocabulary) -> None:
        self._id = w("id")
        self._starts: dict[str, int] = {}
        self._ends: dict[str, int] = {}

    def start(self, element: _Element, offset: int) -> None:
        """Take in a ``w:commentRangeStart``."""
        self._starts.setdefault(element.get(self._id, ""), offset)

    def end(self, element: _Element, offset: int) -> None:
        """Take in a ``w:commentRangeEnd``, or the reference of a comment without a range."""
        self._ends.setdefault(element.get(self._id, ""), offset)

    def comments(self, root: _Element | None, w: Vocabulary) -> tuple[Comment, ...]:
        """The comments in the order of the passages.

        Args:
            root: of ``word/comments.xml``.
            w: its dialect.
        """
        found: list[Comment] = []
        for element in () if root is None else root.iterchildren(w("comment")):
            identifier = element.get(w("id"), "")
            end = self._ends.get(identifier)
            if end is not None:
                start = min(self._starts.get(identifier, end), end)
                author = element.get(w("author"), "")
                found.append(Comment(Span(start, end), author, comment_text(element, w)))
        return tuple(sorted(found, key=lambda comment: comment.span))


def comment_text(element: _Element, w: Vocabulary) -> str:
    """What a comment says, one paragraph a line."""
    lines = (
        "".join(text.text or "" for text in paragraph.iter(w("t")))
        for paragraph in element.iter(w("p"))
    )
    return "\n".join(lines)
