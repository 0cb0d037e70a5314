"""What the grammar itself promises."""

from __future__ import annotations

import logging

import pytest
from lark import Lark
from lark import logger as lark_logger

from speechlint.resources import data_folder
from speechlint.source import Source, Span
from speechlint.syntax import parse
from speechlint.syntax.nesting import Nesting


def test_the_grammar_leaves_the_parser_no_choice(caplog: pytest.LogCaptureFixture) -> None:
    source = data_folder("grammar") / "draft.lark"
    level = lark_logger.level
    lark_logger.setLevel(logging.DEBUG)
    lark_logger.propagate = True
    try:
        with caplog.at_level(logging.DEBUG, logger=lark_logger.name):
            Lark(
                source.read_text(encoding="utf-8"),
                parser="lalr",
                lexer="basic",
                postlex=Nesting(),
                debug=True,
                source_path=str(source),
            )
    finally:
        lark_logger.setLevel(level)
    assert not [record for record in caplog.records if "onflict" in record.getMessage()]


def test_a_marker_that_word_draws_is_known_as_such() -> None:
    text = "一、提高认识\n二、抓好落实\n"
    source = Source("a.docx", text, automatic=(Span(0, 2),))
    (found,) = parse(source).documents[0].lists
    assert [item.marker.automatic for item in found.items] == [True, False]


@pytest.mark.parametrize("text", ["讲" * 4000, "标题\n" + "一是抓落实。二是抓整改。" * 400])
def test_a_text_without_line_breaks_has_no_structure(text: str) -> None:
    assert not parse(Source("a.txt", text)).structured


def test_a_long_paragraph_among_others_is_no_loss() -> None:
    text = "标题\n同志们：\n" + "抓落实。" * 1000 + "\n" + "抓整改。\n" * 5
    assert parse(Source("a.txt", text)).structured
