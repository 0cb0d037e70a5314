"""The stories of a document: its main text, and the notes at the foot of pages and at its end.

A story is what the standard calls text that flows by itself (ECMA-376, part 1); each kind has a
part of its own. Headers, footers and comments are stories too, and no text of the draft.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from lxml.etree import _Element

    from speechlint.readers.docx.package import Package


class NoteKind(str, Enum):
    """Where Word prints a note; the value begins the names of elements."""

    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"


class Stories(msgspec.Struct, frozen=True):
    """The stories that the text of a draft is in.

    Attributes:
        main: the root of the main part.
        notes: the roots of the parts that hold notes, where there are any.
        parts: all these roots by the names of their parts.
    """

    main: _Element
    notes: dict[NoteKind, _Element]
    parts: dict[str, _Element]


def read_stories(package: Package, *, lean: bool = False) -> Stories:
    """The stories of a document.

    Args:
        package: the document.
        lean: whether to leave out formats, which only matter to what is written back.

    Raises:
        SourceError: a part cannot be read.
    """
    main = package.tree(package.main, lean=lean)
    parts = {package.main: main}
    notes: dict[NoteKind, _Element] = {}
    for kind in NoteKind:
        part = package.related(package.main, f"{kind.value}s")
        if part is not None and part not in parts:
            notes[kind] = parts[part] = package.tree(part, lean=lean)
    return Stories(main, notes, parts)
