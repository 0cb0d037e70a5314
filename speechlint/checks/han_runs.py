"""A draft as runs of Chinese characters: what is left of it without punctuation, digits and masks.

Two passages that differ in these only are the same runs.
"""

from __future__ import annotations

import re
from itertools import chain

from speechlint.draft import Draft
from speechlint.source import cut_lines

HAN = re.compile("[\u4e00-\u9fff]+")

LONG = 8
"""A run of that many characters is rarely found twice by chance."""


def runs_by_document(draft: Draft) -> list[list[str]]:
    """The runs of each document, in order."""
    return draft.recall("han-runs", lambda: _read(draft))


def _read(draft: Draft) -> list[list[str]]:
    if len(draft.outline.documents) == 1:
        by_line = draft.memory.make("han-runs", cut_lines(draft.text), HAN.findall)
        return [list(chain.from_iterable(by_line))]
    return [
        HAN.findall(draft.text, document.span.start, document.span.end)
        for document in draft.outline.documents
    ]
