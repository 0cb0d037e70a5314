"""Grammar cases: a name, a text, and the tree it has.

An item is drawn as its marker and its heading, indented by depth; the first item of every list has
a + before it. Lines beginning with «» tell the parts of a document. The cases on headings are
written in Markdown, which marks them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from speechlint.readers import read_text
from speechlint.source import Source
from speechlint.syntax import parse
from speechlint.syntax.nodes import Document, List

CASES = Path(__file__).parent / "cases"
MARKED = "headings"


def read_cases() -> Iterator[tuple[str, Source, str]]:
    for path in sorted(CASES.glob("*.txt")):
        cases = path.read_text(encoding="utf-8")
        blocks = re.split(r"^=+\n(.+)\n=+\n", cases, flags=re.MULTILINE)[1:]
        for name, body in zip(blocks[::2], blocks[1::2], strict=True):
            text, tree = body.split("\n---\n")
            suffix = ".md" if path.stem == MARKED else ".txt"
            yield f"{path.stem}: {name}", read_text(f"a{suffix}", text), tree.strip("\n")


def draw(document: Document, text: str) -> Iterator[str]:
    parts = (
        ("title", document.title),
        *(("byline", line) for line in document.bylines),
        ("salutation", document.salutation),
        ("appendix", document.appendix),
    )
    for name, span in parts:
        if span is not None:
            yield f"«{name}» {span.of(text).splitlines()[0]}"
    for found in document.lists:
        yield from draw_list(found, text, 0)


def draw_list(found: List, text: str, depth: int) -> Iterator[str]:
    for number, item in enumerate(found.items):
        heading = item.heading.span.of(text)
        first = "+ " if number == 0 else "  "
        yield "  " * depth + f"{first}{item.marker.span.of(text)} {heading}".rstrip()
        for inner in item.lists:
            yield from draw_list(inner, text, depth + 1)


@pytest.mark.parametrize(
    ("source", "tree"),
    [pytest.param(source, tree, id=name) for name, source, tree in read_cases()],
)
def test_a_text_has_its_tree(source: Source, tree: str) -> None:
    text = source.prose
    documents = parse(source).documents
    drawn = "\n".join("\n".join(draw(document, text)) for document in documents)
    assert drawn == tree
