"""Markup is blanked without moving anything."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from speechlint.readers.markdown import mask

MARKUP = st.text(st.sampled_from("县重点、。 \t\r\n\\`*_~#<>!-+=|[](){}^:.1/a\0"), max_size=60)


def shown(text: str) -> list[str]:
    return [" ".join(line.split()) for line in mask(text).split("\n")]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("# 讲话\n## 一、提高认识 ##", ["讲话", "一、提高认识"]),
        ("#没有空格不是标题", ["#没有空格不是标题"]),
        ("##paidbegin##二要抓落实", ["##paidbegin##二要抓落实"]),
        ("- 一是抓早\n  * 二是抓小\n+ 三是抓实", ["一是抓早", "二是抓小", "三是抓实"]),
        ("- [ ] 会场\n- [x] 席卡", ["会场", "席卡"]),
        ("1. 抓项目\n2. 抓环境", ["1. 抓项目", "2. 抓环境"]),
        ("> 原话\n> > 再引", ["原话", "再引"]),
        ("标题\n====\n\n---\n***\n_ _ _", ["标题", "", "", "", "", ""]),
        ("- 3 -", ["- 3 -"]),
        ("见[附件](附件一.md)和![图](a.png)。", ["见 附件 和 。"]),
        ("见[附件][甲]。\n\n[甲]: https://example.org/a", ["见[附件][甲]。", "", ""]),
        ("某政办[2024](3号)", ["某政办[2024](3号)"]),
        ("【会议名称】[待补]", ["【会议名称】[待补]"]),
        ("说明[^1]。\n\n[^1]: 口径有变", ["说明 。", "", "口径有变"]),
        ("上网查 <https://example.org> 即可<br>换行", ["上网查 即可 换行"]),
        ("<会议名称>于今日召开", ["<会议名称>于今日召开"]),
        ("用 `**县` 代替，`` a`b ``完", ["用 代替， 完"]),
        ("前\n```\n**县\n```\n后", ["前", "", "", "", "后"]),
        ("前<!-- speechlint: ignore[NUM001]\n原稿 -->后", ["前", "后"]),
        ("---\ntitle: x\n---\n正文", ["", "", "", "正文"]),
        ("|事项|时限|\n|---|:-:|\n|甲|**月|\n乙|丙", ["事项 时限", "", "甲 **月", "乙 丙"]),
        ("党政|群团", ["党政|群团"]),
    ],
)
def test_markup_goes_and_text_stays(text: str, lines: list[str]) -> None:
    assert shown(text) == lines


def test_what_is_never_closed_stays_in_sight() -> None:
    assert shown("```\n一、抓落实") == ["", "一、抓落实"]
    assert shown("<!-- 一、抓落实") == ["<!-- 一、抓落实"]
    assert shown("---\n一、抓落实") == ["", "一、抓落实"]


def test_lines_may_end_with_carriage_returns() -> None:
    assert mask("# 讲话\r## 一、抓\r\n- 甲\r") == "  讲话\r   一、抓\r\n  甲\r"


def test_plain_text_is_left_alone() -> None:
    text = "同志们：\n一、提高认识。"
    assert mask(text) is text


@given(MARKUP | st.text())
@example("1* *")
def test_masking_only_blanks(text: str) -> None:
    prose = mask(text)
    assert len(prose) == len(text)
    for index, (old, new) in enumerate(zip(text, prose, strict=True)):
        escaped = old == "\\" and new in "*_" and text[index + 1] == new
        assert new == old or (new == " " and old not in "\r\n") or escaped


@pytest.mark.parametrize(
    "unit",
    [
        "*",
        "**县",
        "`",
        "```\n",
        "[",
        "[](",
        "![",
        "<!--",
        "<a",
        "_a ",
        "~~a",
        "\\",
        "- ",
        "> ",
        "#",
        " #",
        "|-",
        "|\n",
        "[a]: .",
    ],
)
def test_masking_is_linear(unit: str) -> None:
    text = unit * (400_000 // len(unit))
    assert len(mask(text)) == len(text)
