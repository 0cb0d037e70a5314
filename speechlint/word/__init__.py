"""Writing into Word documents: edits into the runs they touch, comments beside the text."""

from __future__ import annotations

from speechlint.word.annotate import annotate
from speechlint.word.edit import EditedDocument, apply_edits

__all__ = ["EditedDocument", "annotate", "apply_edits"]
