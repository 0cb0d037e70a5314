"""From a Word document (.docx) to a source that knows where every character came from."""

from __future__ import annotations

from speechlint.readers.docx.document import WordSource, compose, read_docx
from speechlint.readers.docx.stories import read_stories

__all__ = ["WordSource", "compose", "read_docx", "read_stories"]
