import pytest

from speechlint.checks.base import Check
from speechlint.draft import Draft
from speechlint.rulebook import load_rulebook
from speechlint.source import Source, Span
from speechlint.syntax import parse
from tests.checks.reading import mend, places, run


@pytest.fixture(scope="module")
def signs() -> Check:
    rule = load_rulebook().find("NUM009")
    assert rule is not None
    return rule.make_check()


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("（一）、修路\n（二）.架桥\n", "（一）修路\n（二）架桥\n"),
        ("一.修路\n二，架桥\n", "一、修路\n二、架桥\n"),
        ("1、修路\n2、架桥\n", "1.修路\n2.架桥\n"),
        ("①、修路\n②、架桥\n", "①修路\n②架桥\n"),
        ("第一、修路。\n第二、架桥。\n", "第一，修路。\n第二，架桥。\n"),
        ("一是：修路。\n二是，架桥。\n", "一是修路。\n二是架桥。\n"),
    ],
)
def test_a_fix_changes_the_sign_and_nothing_else(signs: Check, wrong: str, right: str) -> None:
    found = run(signs, wrong)
    assert len(found) == 1
    assert mend(wrong, found) == right
    assert run(signs, right) == []


@pytest.mark.parametrize(
    "text",
    [
        "1．修路\n2．架桥\n",
        "⒈修路\n⒉架桥\n",
        "第一：修路。\n第二：架桥。\n",
        "第一是修路。\n第二是架桥。\n",
        "一\n\n去年修了路。\n\n二\n\n今年要架桥。\n",
        "全县一、二、三产业都在增长。\n",
    ],
)
def test_accepted_forms_are_left_alone(signs: Check, text: str) -> None:
    assert run(signs, text) == []


def test_a_sign_that_word_draws_is_reported_without_a_fix(signs: Check) -> None:
    text = "1、修路\n2、架桥\n"
    source = Source("a.docx", text, automatic=(Span(0, 2), Span(5, 7)))
    found = list(signs.run(Draft(source, parse(source))))
    assert places(found, text) == ["1、"]
    assert found[0].edits == ()


def test_the_common_habits_of_offices_weigh_less(signs: Check) -> None:
    assert [one.variant for one in run(signs, "1、修路\n2、架桥\n")] == ["minor"]
    assert [one.variant for one in run(signs, "（一）、修路\n（二）架桥\n")] == [""]
