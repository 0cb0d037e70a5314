"""How the heading of an item stands: on a line of its own, or on the line of its text."""

from __future__ import annotations

from speechlint.syntax.nodes import Item, LeafKind, List

FULL_STOP = "。"

_SHORTEST = 4
"""Characters of a heading: a shorter first sentence is an exclamation."""


def is_run_in(text: str, item: Item, longest: int, body: int) -> bool:
    """Whether an item begins with a heading, a full stop and a text.

    Args:
        text: the draft.
        item: the item.
        longest: how many characters the heading may have.
        body: how many characters must follow it on its line.
    """
    heading = item.heading
    if not heading.run_in or heading.stop != FULL_STOP or item.marker.inline:
        return False
    if not _SHORTEST <= len(heading.span) <= longest:
        return False
    start = heading.span.end + len(FULL_STOP)
    begun = text[start : start + body].strip()
    is_note = begun.startswith(("（", "("))
    enough = start + body <= item.span.end and "\n" not in begun and "\r" not in begun
    return enough and not is_note


def has_text_below(item: Item) -> bool:
    """Whether a plain text follows the heading of an item, and no list."""
    below = [child for child in item.children if child.span.start >= item.heading.span.end]
    if any(isinstance(child, List) for child in below):
        return False
    return any(not isinstance(child, List) and child.kind is LeafKind.TEXT for child in below)
