"""Fixing a draft to a fixed point, with the rules that come with speechlint."""

from collections import Counter
from difflib import SequenceMatcher

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechlint.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from speechlint.fixes import Fixed, apply_edits, fix_source
from speechlint.linter import Examined, make_linter
from speechlint.readers import read_text
from speechlint.settings import Settings
from speechlint.source import Source, Span

LINTER = make_linter(Settings())

MARKERS = (
    *(
        "一、",
        "二、",
        "三、",
        "四、",
        "一.",
        "（一）",
        "（一）、",
        "（二）",
        "（四）、",
        "1、",
        "2.",
    ),
    *(
        "3．",
        "第一，",
        "第二、",
        "第三，",
        "一是",
        "二是",
        "四是",
        "首先，",
        "其次，",
        "<!-- x -->",
    ),
)
WORDS = (
    "提高认识",
    "抓好落实。",
    "加强领导，压实责任。",
    "狠抓，，落实",
    "县**",
    "",
    "落\u200b实",
    "“重点”(一)",
    "讲三点意见",
)
DIRECTIVES = ("<!-- speechlint: ignore[NUM001] -->", "<!-- speechlint: disable[NUM, NUM009] -->")

lines = st.tuples(
    st.sampled_from(("", "　　", " ")), st.sampled_from((*MARKERS, "")), st.sampled_from(WORDS)
).map("".join)
drafts = st.lists(st.one_of(lines, lines, lines, st.sampled_from(DIRECTIVES)), max_size=12).map(
    "\n".join
)


def _fix(text: str, *, unsafe: bool) -> Fixed:
    source = read_text("draft.txt", text)
    return fix_source(source, LINTER.examine(source), LINTER.examine, unsafe=unsafe)


@pytest.mark.parametrize("unsafe", [False, True])
@settings(max_examples=100, deadline=None, derandomize=True)
@given(text=drafts)
def test_fixing_twice_changes_nothing_more(unsafe: bool, text: str) -> None:
    fixed = _fix(text, unsafe=unsafe)
    assert fixed.settled
    again = _fix(fixed.source.text, unsafe=unsafe)
    assert again.source.text == fixed.source.text
    assert again.codes == ()


@settings(max_examples=100, deadline=None, derandomize=True)
@given(text=drafts)
def test_a_safe_fix_removes_its_finding_and_adds_none(text: str) -> None:
    found = LINTER.examine(read_text("draft.txt", text)).diagnostics
    for one in found:
        if one.fix is None or one.fix.applicability is not Applicability.SAFE:
            continue
        after = apply_edits(text, one.fix.edits)
        left = LINTER.examine(read_text("draft.txt", after)).diagnostics
        assert _codes(left)[one.code] < _codes(found)[one.code], one
        new = {code: n for code, n in _codes(left).items() if n > _codes(found)[code]}
        # A comment that was of use before the fix may be idle after it.
        assert new.keys() <= {"SUP001"}, one


def _codes(diagnostics: tuple[Diagnostic, ...]) -> Counter[str]:
    return Counter(one.code for one in diagnostics)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(text=drafts)
def test_edits_stay_apart_and_inside(text: str) -> None:
    for one in LINTER.examine(read_text("draft.txt", text)).diagnostics:
        if one.fix is not None:
            ends = [place for edit in one.fix.edits for place in (edit.span.start, edit.span.end)]
            assert ends == sorted(ends)
            assert ends[0] >= 0
            assert ends[-1] <= len(text)
            assert apply_edits(text, one.fix.edits) != text


def test_renumbering_mends_a_list_and_only_its_markers() -> None:
    text = "一、提高认识\n三、抓好落实\n四、加强领导，落实第三点要求\n五、转变作风\n"
    fixed = _fix(text, unsafe=True)
    changed = [
        (text[a:b], fixed.source.text[c:d])
        for kind, a, b, c, d in SequenceMatcher(None, text, fixed.source.text).get_opcodes()
        if kind != "equal"
    ]
    assert fixed.source.text == text.replace("三、", "二、").replace("四、", "三、").replace(
        "五、", "四、"
    )
    assert all(len(before) <= 1 and len(after) <= 1 for before, after in changed)
    assert [one.text for one in fixed.references] == ["第三点"]


def test_safe_fixes_leave_numbers_alone() -> None:
    text = "一、提高认识\n三、抓好落实\n"
    assert _fix(text, unsafe=False).source.text == text


def test_fixes_that_work_against_each_other_end() -> None:
    def examine(source: Source) -> Examined:
        other = {"甲": "乙", "乙": "丙", "丙": "甲"}[source.text]
        fix = Fix(Applicability.SAFE, (Edit(Span(0, 1), other),))
        return Examined((Diagnostic("A1", "a", Severity.ERROR, "", Span(0, 1), fix=fix),))

    source = read_text("a.txt", "甲")
    assert not fix_source(source, examine(source), examine).settled
