"""Lists that begin again: only where nothing accounts for it."""

import pytest

from speechlint.checks.ordinals import FaultKind
from speechlint.checks.sequence import Sequence
from speechlint.diagnostic import Finding
from speechlint.fixes import apply_edits
from tests.checks.reading import run

FIRST = """\
一、摸清底数
各村把台账建起来，一户不漏。
二、压实责任
包片干部每周到户一次，有事当面办。
"""
SECOND = """\
一、严格考核
考核结果按季通报，年底一并兑现。
二、强化保障
人手和经费优先保证，不让基层为难。
"""


def restarts(text: str) -> list[Finding]:
    found = run(Sequence(fault=FaultKind.DUPLICATE), text)
    return [one for one in found if one.variant == "restart"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\n\n"])
def test_a_list_that_begins_again_is_told_with_its_numbers(line_end: str) -> None:
    text = (FIRST + SECOND).replace("\n", line_end)
    (one,) = restarts(text)
    assert one.span.of(text) == "一、"
    assert one.span.start > text.index("有事当面办")
    assert dict(one.facts) == {"marker": "一、", "expected": "三、", "last": "二、"}
    fixed = apply_edits(text, one.edits)
    assert [fixed.count(number) for number in ("一、", "二、", "三、", "四、")] == [1, 1, 1, 1]
    assert restarts(fixed) == []


def test_items_with_their_text_on_the_same_line() -> None:
    lines = [f"（{number}）查清底数。查一户，清一户。" for number in "一二三"]
    assert len(restarts("\n".join([*lines, *lines]) + "\n")) == 1


@pytest.mark.parametrize(
    "between",
    [
        "就抓好落实，再强调两点。\n",
        "具体抓以下工作：\n",
        "下面，就考核工作作个说明。\n",
        "谢谢大家！\n",
        "保障措施\n",
        "在全县督查工作会议上的讲话\n\n同志们：\n今天开会，专门研究督查工作。\n",
        "附件\n考核办法\n",
        "# 保障措施\n",
    ],
)
def test_what_stands_between_may_account_for_it(between: str) -> None:
    assert restarts(FIRST + between + SECOND) == []


def test_a_table_of_contents_comes_first() -> None:
    assert restarts("一、摸清底数\n二、压实责任\n" + FIRST) == []


def test_other_sections_have_lists_of_their_own() -> None:
    inner = "（一）建台账。一户不漏。\n（二）勤走访。有事当面办。\n"
    assert restarts(f"一、摸清底数\n{inner}二、压实责任\n{inner}") == []
