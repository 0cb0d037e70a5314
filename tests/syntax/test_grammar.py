"""What the grammar itself promises."""

from __future__ import annotations

import logging

import pytest
from lark import Lark, Tree
from lark import Token as LarkToken
from lark import logger as lark_logger
from lark.exceptions import UnexpectedInput

from speechlint.resources import data_folder
from speechlint.source import Source, Span
from speechlint.syntax import parse
from speechlint.syntax.compilation import compile_grammar
from speechlint.syntax.parsing import Parser, Token, UnexpectedTextError


@pytest.mark.parametrize("name", ["draft", "announcement"])
def test_a_grammar_leaves_the_parser_no_choice(name: str, caplog: pytest.LogCaptureFixture) -> None:
    source = data_folder("grammar") / f"{name}.lark"
    level = lark_logger.level
    lark_logger.setLevel(logging.DEBUG)
    lark_logger.propagate = True
    try:
        with caplog.at_level(logging.DEBUG, logger=lark_logger.name):
            Lark(source.read_text(encoding="utf-8"), parser="lalr", lexer="basic", debug=True)
    finally:
        lark_logger.setLevel(level)
    messages = [record.getMessage() for record in caplog.records]
    assert not [one for one in messages if "Shift/Reduce" in one or "Reduce/Reduce" in one]


@pytest.mark.parametrize(
    "clause",
    [
        "讲三点意见",
        "“三进三超两快”态势",
        "“五个突出、五个聚力”",
        "以下七个方面的工作",
        "三点",
        "讲讲",
    ],
)
def test_our_parser_reads_a_clause_as_lark_does(clause: str) -> None:
    path = data_folder("grammar") / "announcement.lark"
    lark = Lark(path.read_text(encoding="utf-8"), parser="lalr")
    tables = compile_grammar(path)
    rules = {production.origin for production in tables.productions}
    parser = Parser(tables, {name: lambda children, name=name: [name, *children] for name in rules})
    try:
        expected: object = _as_lists(lark.parse(clause))
    except UnexpectedInput:
        expected = None
    try:
        found: object = _as_lists(parser.parse(clause))
    except UnexpectedTextError:
        found = None
    assert found == expected


def _as_lists(node: object) -> object:
    """A tree of lark's or of ours, as nested lists."""
    if isinstance(node, Tree):
        return [str(node.data), *map(_as_lists, node.children)]
    if isinstance(node, list):
        return [node[0], *map(_as_lists, node[1:])]
    if isinstance(node, LarkToken):
        return Token(node.type, str(node), node.start_pos or 0)
    return node


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
