"""A draft gets the same findings as a Word document as it gets as text."""

from __future__ import annotations

import io
from pathlib import Path

import docx as python_docx
import pytest

from speechlint.linter import lint
from speechlint.readers import read, read_bytes

_CHECKOUT = Path(__file__).resolve().parents[2]
_EXAMPLES = sorted((_CHECKOUT / "examples").rglob("*.txt"))
_SEEDS = sorted((_CHECKOUT.parent / "shared" / "corpus" / "seeds").glob("*.txt"))


@pytest.mark.parametrize("path", _EXAMPLES + _SEEDS, ids=lambda path: path.stem)
def test_same_findings(path: Path) -> None:
    plain = read(path)
    document = python_docx.Document()
    for number in range(1, len(plain.line_starts) + 1):
        document.add_paragraph(plain.line_span(number).of(plain.text))
    stream = io.BytesIO()
    document.save(stream)
    word = read_bytes(str(path.with_suffix(".docx")), stream.getvalue())
    expected = [(one.code, one.span.of(plain.text)) for one in lint(plain)]
    assert [(one.code, one.span.of(word.text)) for one in lint(word)] == expected
