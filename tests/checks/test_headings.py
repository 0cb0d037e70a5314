import pytest

from speechlint.checks.headings import HeadingFault, Headings
from speechlint.readers.markdown import mask
from tests.checks.reading import places, run

EMPTY = Headings(fault=HeadingFault.EMPTY)


def _places(below: str) -> list[str]:
    lines = ("## 一、工作进展", "进展顺利。", "## 二、主要数据", below, "## 三、打算", "抓好收尾。")
    text = "\n\n".join(lines)
    return places(run(EMPTY, text, prose=mask(text)), text)


@pytest.mark.parametrize(
    "below",
    [
        "![各乡镇完成率](完成率.png)\n",
        "```text\n【在此处插入报表】\n```\n",
        "<!-- 数据由统计局提供 -->\n\n![完成率](完成率.png)\n",
    ],
)
def test_a_picture_or_a_form_under_a_heading_is_content(below: str) -> None:
    assert _places(below) == []


def test_a_form_that_ends_the_draft_is_content_too() -> None:
    text = "一、进展\n\n进展顺利。\n\n二、打算\n\n抓好收尾。\n\n三、报表\n\n```\n月报\n```\n"
    assert run(EMPTY, text, prose=mask(text)) == []


@pytest.mark.parametrize("below", ["", "<!-- 数据还没有来\n再等等 -->\n", "---\n"])
def test_a_comment_or_a_rule_under_a_heading_is_no_content(below: str) -> None:
    assert _places(below) == ["二、主要数据"]


def test_a_list_that_begins_anew_under_the_last_heading_is_its_content() -> None:
    text = (
        "1.开场串词\n\n1.暖场\n2.介绍来宾\n\n"
        "2.节目串词\n\n1.收束上一个节目\n2.引入下一个节目\n3.提示亮点\n\n"
        "3.颁奖串词\n\n1.宣布开始\n2.介绍嘉宾\n"
    )
    assert run(EMPTY, text) == []
