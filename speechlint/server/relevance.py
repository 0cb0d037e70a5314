"""Which texts of an editor are drafts: Chinese prose with some structure."""

from __future__ import annotations

import re
from pathlib import PurePath

from speechlint.syntax.nodes import Document, Outline

_LANGUAGES = frozenset(("plaintext", "text", "txt", "markdown", ""))
_SUFFIXES = frozenset((".txt", ".md", ".markdown"))
_SAMPLE = 5000
"""Characters that are looked at: enough to tell a language."""

_LEAST_HAN = 0.4
_MOST_KANA = 0.05
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]+")
_KANA = re.compile("[\u3041-\u30ff]+")
_BLANK = re.compile(r"\s+")


def may_hold_draft(name: str, language_id: str) -> bool:
    """Whether a text may be a draft, by what the editor takes it for and by its name."""
    return language_id.lower() in _LANGUAGES or PurePath(name).suffix.lower() in _SUFFIXES


def is_chinese(text: str) -> bool:
    """Whether a text is Chinese for the most part."""
    sample = _BLANK.sub("", text[:_SAMPLE])
    if not sample:
        return False
    han = sum(map(len, _HAN.findall(sample)))
    kana = sum(map(len, _KANA.findall(sample)))
    return han >= _LEAST_HAN * len(sample) and kana <= _MOST_KANA * len(sample)


def has_structure(outline: Outline) -> bool:
    """Whether a text is built like a draft: addressed to somebody, of a known genre, in items."""
    return any(map(_is_built, outline.documents))


def _is_built(document: Document) -> bool:
    if document.salutation is not None or document.head is not None or document.genre:
        return True
    return any(len(found.items) > 1 for found in document.all_lists())
