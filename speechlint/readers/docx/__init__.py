"""From a Word document (.docx) to a source that knows where every character came from."""

from __future__ import annotations

from speechlint.readers.docx.document import WordSource, compose, read_docx

__all__ = ["WordSource", "compose", "read_docx"]
