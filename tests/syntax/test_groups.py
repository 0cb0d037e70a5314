"""Groups: which phrases of a draft stand side by side."""

import pytest

from speechlint.source import Source
from speechlint.syntax import parse
from speechlint.syntax.groups import GroupKind, find_groups


def groups_of(text: str) -> list[tuple[str, list[str]]]:
    outline = parse(Source("draft.txt", text))
    return [
        (group.kind.value, [member.of(text) for member in group.members])
        for group in find_groups(outline, text)
    ]


def test_headings_of_their_own_line_and_what_follows_them() -> None:
    text = """一、强化组织领导
各级各部门要主动担责，把任务落到人头。
二、突出工作重点
各级各部门要紧盯目标，一件一件抓。
"""
    assert groups_of(text) == [
        ("headings", ["强化组织领导", "突出工作重点"]),
        ("bodies", ["各级各部门要主动担责", "各级各部门要紧盯目标"]),
    ]


def test_headings_that_run_into_their_text() -> None:
    text = """（一）抓紧项目，扩大投资。今年要开工二十个项目。
（二）抓好招商，增添动能。全年到位资金不少于三十亿元。
"""
    assert groups_of(text) == [("headings", ["抓紧项目，扩大投资", "抓好招商，增添动能"])]


def test_spaces_of_blanked_markup_are_no_part_of_a_heading() -> None:
    text = """（一）  抓紧项目  。今年要开工二十个项目。
（二）  抓好招商  。全年到位资金不少于三十亿元。
"""
    assert groups_of(text) == [("headings", ["抓紧项目", "抓好招商"])]


def test_headings_inside_a_paragraph() -> None:
    text = "一要算好经济账。钱要花在刀刃上。二要算好民生账。群众满意才算数。\n"
    assert groups_of(text) == [("headings", ["算好经济账", "算好民生账"])]


def test_items_that_are_sentences_give_their_first_clauses() -> None:
    text = "一是坚持规划先行，一张蓝图干到底；二是坚持生态优先，守住绿水青山。\n"
    assert groups_of(text) == [("leads", ["坚持规划先行", "坚持生态优先"])]


def test_paragraphs_with_heads_that_begin_alike() -> None:
    text = """今年的工作千头万绪，要抓住重点。
统筹城乡规划，优化布局。各镇要按照规划安排用地，不得随意突破。
统筹城乡交通，畅通循环。新建和改造农村公路一百公里，通到村口。
统筹城乡供水，守护健康。新建水厂两座，管网覆盖所有行政村。
完成好这些任务，关键在人。
"""
    assert groups_of(text) == [
        (
            "paragraphs",
            [
                "统筹城乡规划，优化布局",
                "统筹城乡交通，畅通循环",
                "统筹城乡供水，守护健康",
            ],
        )
    ]


def test_paragraphs_that_open_with_a_dash() -> None:
    text = """要把握好三条：
——必须稳字当头。不翻烧饼，不折腾。
——必须实字托底。
"""
    assert groups_of(text) == [("bullets", ["必须稳字当头", "必须实字托底"])]


def test_short_sentences_that_divide_a_paragraph() -> None:
    text = (
        "全县上下要拧成一股绳。坚持规划引领。先规划后建设，一任接着一任干。坚持项目带动。"
        "以项目论英雄，以实绩用干部。坚持民生为本。把财力更多投向民生，办好十件实事。\n"
    )
    assert groups_of(text) == [("sentences", ["坚持规划引领", "坚持项目带动", "坚持民生为本"])]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "同志们：\n今天的会议很重要。\n",
        "一、提高认识\n",
        "坚持规划引领。先规划后建设。\n\n坚持项目带动。以项目论英雄。\n",
    ],
)
def test_no_groups(text: str) -> None:
    assert groups_of(text) == []


def test_a_sentence_ahead_of_the_first_or_behind_the_last_is_never_a_member() -> None:
    text = (
        "形势仍然严峻。抓好防汛备汛。巡查不漏一处。抓好森林防火。值守不断一刻。"
        "抓好安全生产。检查不留死角。责任重于泰山。\n"
    )
    kinds = [members for kind, members in groups_of(text) if kind == GroupKind.SENTENCES.value]
    assert all("形势仍然严峻" not in members for members in kinds)
    assert all("责任重于泰山" not in members for members in kinds)
