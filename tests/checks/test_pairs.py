"""Pairs: a lost mark is one finding where it was lost, and nothing after it."""

import pytest

from speechlint.checks.pairs import Pairs
from tests.checks.reading import run


def found(text: str) -> list[tuple[int, str]]:
    return [(finding.span.start, finding.variant) for finding in run(Pairs(), text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“甲”、“乙、“丙”和“丁”", [(4, "")]),
        ("“甲”、乙”、“丙”", [(5, "unopened")]),
        ("“甲“、“乙”", [(2, "reversed")]),
        ("抓”甲”、“乙”", [(1, "reversed")]),
        ("《甲》和《乙（丙）\n《丁》\n", [(4, "")]),
        ("（甲（乙）\n", [(0, "")]),
        ("“甲》和“乙”", [(0, "mismatched")]),
        ("甲。\n“乙、丙和丁都要抓好。\n“戊”也要抓好。\n" + "“己”。\n" * 30, [(3, "")]),
    ],
)
def test_fault(text: str, expected: list[tuple[int, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "“甲。\n“乙。\n“丙。”\n“丁”也抓。\n",
        "他写道：\n“甲。\n乙。\n丙。”\n",
        "“甲‘乙’丙”，《关于〈丁〉的通知》，（戊（己）），(庚)，【辛】，〔2024〕",
        "1）甲；2）乙；a)丙；一）丁。（1）戊，（表1）己。",
        '“甲"和“乙"，"丙"，it’s，teachers’ day',
        "（甲\n乙）丙\n",
    ],
)
def test_in_order(text: str) -> None:
    assert found(text) == []


def test_endless_openings_are_one_finding() -> None:
    assert len(found("（" * 100_000)) == 1
    assert len(found("“" * 100_000)) == 1
