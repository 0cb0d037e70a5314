"""One round of fixes put into a draft, whatever its format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from speechlint.diagnostic import Diagnostic, Edit
from speechlint.errors import SourceError
from speechlint.fixes.edits import apply_edits
from speechlint.readers import encode, read_text
from speechlint.source import Source


class Revision(msgspec.Struct, frozen=True):
    """A draft with some fixes in it.

    Attributes:
        source: the draft; the very source given when no fix could be applied.
        applied: the diagnostics that were mended.
        edits: what was changed in the text that was given.
    """

    source: Source
    applied: tuple[Diagnostic, ...] = ()
    edits: frozenset[Edit] = frozenset()


def revise(source: Source, chosen: Sequence[Diagnostic]) -> Revision:
    """Put fixes that don't touch one another into a draft.

    A fix goes in whole or not at all: of a Word document, those are left out that change what Word
    draws by itself, or that it cannot take for another reason.
    """
    if type(source) is Source:
        edits = edits_of(chosen)
        text = apply_edits(source.text, edits)
        after = read_text(source.path, text, encoding=source.encoding, bom=source.bom)
        return Revision(after, tuple(chosen), edits)
    return _revise_word(source, chosen)


def content_of(source: Source) -> bytes:
    """The file that a draft is to be written to.

    Raises:
        SourceError: the text cannot be written in its encoding.
    """
    if type(source) is Source:
        return encode(source, source.text)
    from speechlint.readers.docx import WordSource

    if isinstance(source, WordSource) and not source.converted:
        return source.package.content
    raise SourceError(
        f"{source.path}: cannot be written in its old format", f"{source.path}：旧格式，写不回去"
    )


def edits_of(diagnostics: Iterable[Diagnostic]) -> frozenset[Edit]:
    """The edits that mend diagnostics."""
    return frozenset(edit for one in diagnostics if one.fix for edit in one.fix.edits)


def _revise_word(source: Source, chosen: Sequence[Diagnostic]) -> Revision:
    from speechlint.readers.docx import WordSource, read_docx
    from speechlint.word import apply_edits as edit_document

    if not isinstance(source, WordSource) or source.converted:
        return Revision(source)
    remaining = list(chosen)
    while remaining:
        edits = edits_of(remaining)
        edited = edit_document(source, edits)
        if not edited.refused:
            return Revision(read_docx(source.path, edited.content), tuple(remaining), edits)
        refused = frozenset(edited.refused)
        remaining = [one for one in remaining if edits_of((one,)).isdisjoint(refused)]
    return Revision(source)
