"""What a draft announces."""

import pytest

from speechlint.syntax.announcement import Announcement, Lead
from speechlint.syntax.announcements import find_announcements


def announced(text: str) -> Announcement:
    found = find_announcements(text)
    assert len(found) == 1, [one.name(text) for one in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "name", "total", "lead"),
    [
        ("下面，我讲三点意见。", "三点意见", 3, Lead.SAYING),
        ("我再强调这样四个问题。", "四个问题", 4, Lead.SAYING),
        ("着力抓好以下七方面重点工作：", "七方面重点工作", 7, Lead.FOLLOWING),
        ("做好10个方面工作：", "10个方面工作", 10, Lead.NONE),
        ("主要做了十一个方面工作。\n", "十一个方面工作", 11, Lead.NONE),
        ("以上三点，请大家落实。", "三点", 3, Lead.REFERENCE),
        ("实施“六心工程”。\n", "六心工程", 6, Lead.NONE),
        ("持续推动“五个一体化”。\n", "五个一体化", 5, Lead.NONE),
        ("按照“五统一”（一至五项）", "五统一", 5, Lead.NONE),
        ("呈现“三进三超三快”态势。\n", "三进三超三快", 9, Lead.NONE),
        ("做到“五个突出、五个聚力”。\n", "五个突出、五个聚力", 10, Lead.NONE),
        ("打造“三通一码”：", "三通一码", 4, Lead.NONE),
        ("主要有四：", "有四", 4, Lead.NONE),
        ("做到三个“不漏”。\n", "三个不漏", 3, Lead.NONE),
        ("算好三笔账：", "三笔账", 3, Lead.NONE),
        ("下面，我讲几点意见。", "几点意见", None, Lead.SAYING),
    ],
)
def test_announced(text: str, name: str, total: int | None, lead: Lead) -> None:
    found = announced(text)
    assert (found.name(text), found.total, found.lead) == (name, total, lead)


@pytest.mark.parametrize(
    "text",
    [
        "第三个方面：",  # an ordinal
        "十有八九：",
        "建成2.5万亩良田。\n",
        "十几个方面。\n",
        "“十四五”：",  # the name of a plan
        "“八五”普法。\n",
        "“3+2”体系。\n",
        "用三个月：",
        "提高4个百分点：",
        "党的十八届三中全会：",
        "一体化、一系列、一方面：",
    ],
)
def test_numbers_that_announce_nothing(text: str) -> None:
    assert find_announcements(text) == []


def test_amount_in_the_middle_of_a_sentence_is_left_out() -> None:
    assert find_announcements("新建三个项目并投入使用，群众满意。") == []


def test_parts_of_a_name() -> None:
    text = "呈现“三进三超两快”态势。\n"
    found = announced(text)
    assert [(amount.number, amount.thing.of(text)) for amount in found.amounts] == [
        (3, "进"),
        (3, "超"),
        (2, "快"),
    ]
    assert found.span.of(text) == "“三进三超两快”"
    assert found.tail.of(text) == "态势"
    assert text[found.end] == "。"


def test_places_are_those_of_the_text() -> None:
    text = "会议提出三点要求：甲。\n下面，我讲三点要求：乙。"
    first, second = find_announcements(text)
    assert first.span.of(text) == second.span.of(text) == "三点要求"
    assert first.span.start < second.span.start
    assert text[second.start :].startswith("讲三点")


def test_a_line_says_the_same_wherever_it_stands() -> None:
    text = "有三：一是抓，二是管，三是干。\n"
    first, second = find_announcements(text + text)
    assert second == first.shift(len(text))
