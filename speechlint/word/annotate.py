"""Findings as comments of a Word document."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from speechlint.diagnostic import Diagnostic
from speechlint.readers.docx import WordSource, compose, read_stories
from speechlint.readers.docx.vocabulary import vocabulary_of
from speechlint.word.anchors import choose_anchor, place_comments
from speechlint.word.commentary import Commentary
from speechlint.word.repack import repack, serialize
from speechlint.word.runs import split_runs
from speechlint.word.wording import comment_lines


def annotate(
    source: WordSource,
    diagnostics: Iterable[Diagnostic],
    language: str = "zh",
    *,
    when: datetime | None = None,
) -> bytes:
    """The document with a comment at each finding, in the place of those of an earlier run.

    Nothing else of the document changes, except that runs are divided where a comment begins or
    ends inside one. What is found in a note has its comment on the reference to the note.

    Args:
        source: the document.
        diagnostics: what was found in it.
        language: of the words around the messages, ``zh`` or ``en``.
        when: the date of the comments, in the time of the place; without one they have none.

    Raises:
        SourceError: a part of the document is damaged.
    """
    package = source.package
    stories = read_stories(package)
    root = stories.main
    w = vocabulary_of(root)
    commentary = Commentary(package, w)
    commentary.remove_own(root)
    found = list(diagnostics)
    composition = compose(package, stories)
    if not composition.paragraphs or not (found or commentary.changed):
        return package.content
    anchors = [choose_anchor(composition, one.span) for one in found]
    spans = [anchor.span for anchor in anchors if anchor.note is None]
    split_runs(composition, (offset for span in spans for offset in (span.start, span.end)), w)
    identifiers = commentary.next_identifiers(len(found))
    place_comments(compose(package, stories), anchors, identifiers, w)
    contents = [
        comment_lines(one, source.text, language, in_note=anchor.note is not None)
        for one, anchor in zip(found, anchors, strict=True)
    ]
    commentary.add(identifiers, contents, when)
    return repack(package, {package.main: serialize(root), **commentary.changed_parts()})
