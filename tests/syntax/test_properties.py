"""What holds for every text: it parses, nothing is lost, every span lies inside."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from speechlint.resources import data_folder
from speechlint.source import Source
from speechlint.syntax import parse
from speechlint.syntax.compilation import compile_grammar
from speechlint.syntax.nodes import Item, Leaf, List, Outline
from speechlint.syntax.parsing import Parser, Token
from speechlint.syntax.tables import Tables

FRAGMENTS = """
一、 二、 三、 （一） (二) （三 1. 2. 2.5 3、 （1） ① ㈠ ⒈
第一， 第二、 其一， 其二， 首先， 其次 最后， 一方面 另一方面，
一是 二是 三是 一要 二要 三要素 一靠 二靠 第一部分 第二章 甲、 一 三 壹、
抓落实 。 ； ： ， “ ” （ ） 篇1 篇二：讲话 同志们： 附件 ##paidbegin## $$a$$
2026年1月2日 １． （٣） 12、 第三节 名词解释： 实施方案 ** XX 𠮷 🙂
"""
BLANKS = st.sampled_from(
    ["\n", "\r\n", "\r", "\u2028", "\x0b", "\x85", "\u3000", "\t", " ", "\n\n"]
)
DRAFTS = st.one_of(
    st.text(), st.lists(st.sampled_from(FRAGMENTS.split()) | BLANKS, max_size=60).map("".join)
)


@cache
def draft_tables() -> Tables:
    return compile_grammar(data_folder("grammar") / "draft.lark")


def outline_of(text: str) -> Outline:
    return parse(Source("a.txt", text))


def items_of(outline: Outline) -> list[Item]:
    return [
        item
        for document in outline.documents
        for found in document.all_lists()
        for item in found.items
    ]


@settings(max_examples=400, deadline=None)
@given(DRAFTS)
def test_the_leaves_joined_are_the_text(text: str) -> None:
    assert "".join(leaf.span.of(text) for leaf in outline_of(text).leaves()) == text


@settings(max_examples=400, deadline=None)
@given(DRAFTS)
def test_a_text_is_cut_as_if_every_terminal_were_tried_everywhere(text: str) -> None:
    tables = draft_tables()
    every = "|".join(f"(?P<{one.name}>{one.pattern})" for one in tables.terminals)
    found = [Token(str(one.lastgroup), one[0], one.start()) for one in re.finditer(every, text)]
    assert Parser(tables, {one.origin: list for one in tables.productions}).cut(text) == found


@settings(max_examples=300, deadline=None)
@given(DRAFTS)
def test_every_span_lies_inside_what_holds_it(text: str) -> None:
    def check(nodes: tuple[Leaf | List, ...], low: int, high: int) -> None:
        for node in nodes:
            assert low <= node.span.start <= node.span.end <= high
            if isinstance(node, List):
                for item in node.items:
                    assert node.span.start <= item.span.start <= item.span.end <= node.span.end
                    assert item.span.start == item.marker.span.start
                    assert item.marker.span.end <= item.heading.span.start <= item.heading.span.end
                    assert item.heading.span.end <= item.span.end
                    check(item.children, item.span.start, item.span.end)

    end = 0
    for document in outline_of(text).documents:
        assert document.span.start == end
        end = document.span.end
        check(document.children, document.span.start, end)
        for line in (document.title, document.salutation, *document.paragraphs):
            assert line is None or 0 <= line.start < line.end <= len(text)
    assert end == len(text)


@settings(max_examples=200, deadline=None)
@given(DRAFTS)
def test_numerals_say_what_the_ordinals_are(text: str) -> None:
    for item in items_of(outline_of(text)):
        assert item.marker.ordinal > 0
        assert item.marker.span.start <= item.marker.numeral.start
        assert item.marker.numeral.end <= item.marker.span.end


def test_threads_that_parse_at_once_agree_with_one() -> None:
    drafts = [
        f"同志们：\n一、提高认识{number}\n一是讲政治。二是讲大局。\n二、抓好落实\n（一）抓{number}。\n（二）抓人。\n"
        for number in range(60)
    ]
    alone = [outline_of(draft) for draft in drafts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(outline_of, drafts)) == alone


def test_depth_is_bounded() -> None:
    styles = [
        "第{}部分", "第{}章", "第{}节 ", "{}、", "（{}）", "第{}，", "其{}，",
        *("{}" + word for word in "是要靠抓看则来者讲查学用促强建保优扩防治育补提"),
    ]  # fmt: skip
    lines = [style.format("一") + "抓落实。" for style in styles]
    lines += [style.format("二") + "抓落实。" for style in reversed(styles)]
    outline = outline_of("\n".join(lines))

    def depth(nodes: tuple[Leaf | List, ...]) -> int:
        lists = [node for node in nodes if isinstance(node, List)]
        return max((1 + depth(item.children) for found in lists for item in found.items), default=0)

    assert 20 < depth(outline.documents[0].children) <= 32
