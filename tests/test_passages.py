"""Knowing a finding again after the draft was edited."""

import pytest

from speechlint.linter import lint
from speechlint.readers import read_text
from speechlint.settings import Settings

DRAFT = """\
关于加强作风建设的讲话
同志们：
一、提高认识
要认清**形势，统一思想。
二、抓好落实
要落实**任务，压实责任。
"""


def _prints(text: str) -> list[str]:
    found = lint(read_text("a.txt", text), Settings(select=("PLH001",)))
    return [one.fingerprint for one in found]


def test_every_finding_has_its_own() -> None:
    first, second = _prints(DRAFT)
    assert first != second


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("同志们：", "同志们：\n今天开个会。"),
        ("\n", "\r\n"),
        ("要认清", "　　要认清"),
        ("一、提高", "（一）提高"),
        ("二、抓好", "三、抓好"),
        ("一、提高认识", "一、提高认识\n认识是前提。"),
        ("讲话", "发言"),
    ],
)
def test_it_stays_when_something_else_changes(old: str, new: str) -> None:
    assert _prints(DRAFT.replace(old, new)) == _prints(DRAFT)


@pytest.mark.parametrize(
    ("old", "new"), [("要认清", "要看清"), ("提高认识", "统一认识"), ("**形势", "**大势")]
)
def test_it_changes_with_the_passage_and_its_section(old: str, new: str) -> None:
    first, second = _prints(DRAFT.replace(old, new))
    assert first != _prints(DRAFT)[0]
    assert second == _prints(DRAFT)[1]


def test_passages_that_change_places_are_others() -> None:
    first, second = "要认清**形势，统一思想。", "要落实**任务，压实责任。"
    swapped = DRAFT.replace(first, "x").replace(second, first).replace("x", second)
    assert not set(_prints(swapped)) & set(_prints(DRAFT))


def test_one_endless_line_takes_no_longer() -> None:
    text = "一、提高认识，" + "要认清**形势，" * 20_000
    assert len(_prints(text)) == 20_000
