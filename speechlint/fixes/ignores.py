"""Silencing the findings of a draft by comments ahead of their lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from speechlint.diagnostic import Diagnostic, Edit
from speechlint.errors import SourceError
from speechlint.fixes.edits import apply_edits
from speechlint.readers import read_text
from speechlint.source import Source, Span

_ABOUT_DIRECTIVES = "SUP"


def silence(source: Source, diagnostics: Sequence[Diagnostic]) -> Source:
    """The draft with a comment ahead of every line that has findings, which names their rules.

    Raises:
        SourceError: the draft is a Word document, in which comments are Word's own.
    """
    if type(source) is not Source:
        raise SourceError(
            f"{source.path}: in a Word document, write “speechlint: ignore[CODE]” as a comment",
            f"{source.path}：Word 文档里请用批注写“speechlint: ignore[规则代码]”",
        )
    codes: dict[int, set[str]] = defaultdict(set)
    for one in diagnostics:
        if not one.code.startswith(_ABOUT_DIRECTIVES):
            codes[source.position(one.span.start).line].add(one.code)
    end = _line_end(source)
    edits = []
    for line, named in codes.items():
        start = source.line_starts[line - 1]
        comment = f"<!-- speechlint: ignore[{', '.join(sorted(named))}] -->{end}"
        edits.append(Edit(Span(start, start), comment))
    text = apply_edits(source.text, edits)
    return read_text(source.path, text, encoding=source.encoding, bom=source.bom)


def _line_end(source: Source) -> str:
    """The line end of the first line, which those that follow should have too."""
    if len(source.line_starts) == 1:
        return "\n"
    start = source.line_span(1).end
    return source.text[start : source.line_starts[1]]
