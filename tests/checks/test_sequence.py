import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.checks.ordinals import FaultKind
from speechlint.checks.sequence import Sequence
from speechlint.draft import Draft
from speechlint.source import Source, Span
from speechlint.syntax import parse
from speechlint.syntax.numerals import format_numeral
from tests.checks.reading import mend, places, run

GAP, DUPLICATE, ORDER, START = (Sequence(fault) for fault in FaultKind)


def _lines(numerals: list[str], form: str = "{}、抓好第{}项工作") -> str:
    return "\n".join(form.format(numeral, n) for n, numeral in enumerate(numerals)) + "\n"


def test_renumbering_touches_only_the_numerals_of_the_list() -> None:
    text = (
        "一、办公用房清退三、五间\n一是腾得快。\n二是管得住。\n三、会议压减二、三成\n四、培训提质\n"
    )
    found = run(GAP, text)
    assert places(found, text) == ["三、"]
    assert mend(text, found) == (
        "一、办公用房清退三、五间\n一是腾得快。\n二是管得住。\n二、会议压减二、三成\n三、培训提质\n"
    )


@pytest.mark.parametrize(
    ("form", "first", "wrong", "right"),
    [
        ("（{}）抓好{}", "一二", "四", "三"),
        ("{}.抓好{}", "12", "4", "3"),
        ("（{}）抓好{}", "12", "4", "3"),
        ("{}抓好{}", "①②", "④", "③"),
        ("第{}，抓好{}", "一二", "四", "三"),
        ("其{}，抓好{}", "一二", "四", "三"),
        ("{}要抓好{}", "一二", "四", "三"),
    ],
)
def test_renumbering_keeps_the_style_of_the_digits(
    form: str, first: str, wrong: str, right: str
) -> None:
    text = _lines([*first, wrong], form)
    assert mend(text, run(GAP, text)) == _lines([*first, right], form)


@given(st.integers(4, 30), st.sampled_from(["gap", "repeat", "swap"]), st.data())
def test_renumbering_mends_whatever_was_wrong(length: int, slip: str, data: st.DataObject) -> None:
    ordinals = list(range(1, length + 1))
    at = data.draw(st.integers(1, length - 2))
    if slip == "gap":
        del ordinals[at]
    elif slip == "repeat":
        ordinals[at] = ordinals[at - 1]
    else:
        ordinals[at : at + 2] = reversed(ordinals[at : at + 2])
    text = _lines([format_numeral(ordinal, "一") or "" for ordinal in ordinals])
    for check in (GAP, DUPLICATE, ORDER, START):
        text = mend(text, run(check, text))
    assert [run(check, text) for check in (GAP, DUPLICATE, ORDER, START)] == [[], [], [], []]


def test_numbers_that_word_draws_are_not_edited() -> None:
    text = "一、压实责任\n二、抓好整改\n四、强化督查\n"
    source = Source("a.docx", text, automatic=(Span(14, 16),))
    found = list(GAP.run(Draft(source, parse(source))))
    assert places(found, text) == ["四、"]
    assert found[0].edits == ()


def test_an_item_that_a_word_marks_takes_any_place() -> None:
    text = "首先，要算好账。\n\n其次，要管好人。\n\n最后，要办好事。\n"
    assert run(GAP, text) == []


def test_lists_may_go_on_with_the_numbers_of_the_section_before() -> None:
    text = "一、目标\n（一）近期\n（二）远期\n二、任务\n（三）修路\n（四）架桥\n（六）通水\n"
    assert places(run(GAP, text), text) == ["（六）"]
    assert run(START, text) == []
    assert mend(text, run(GAP, text)).endswith("（四）架桥\n（五）通水\n")


def test_a_list_that_neither_begins_with_one_nor_goes_on_begins_late() -> None:
    text = "一、目标\n（一）近期\n（二）远期\n二、任务\n（四）架桥\n（五）通水\n"
    assert places(run(START, text), text) == ["（四）"]


def test_the_missing_numbers_are_named_in_the_style_of_the_list() -> None:
    text = "（一）修路\n（五）通水\n"
    facts = dict(run(GAP, text)[0].facts)
    assert facts == {"marker": "（五）", "expected": "（二）", "last": "（四）"}


def test_many_faults_of_one_list_stay_small() -> None:
    text = _lines([str(2 * n + 1) for n in range(400)], "{}.抓好{}")
    found = run(GAP, text)
    assert len(found) > 300
    assert len(msgspec.json.encode(found)) < 100 * len(text)
