"""Choosing and applying edits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.diagnostic import Applicability, Diagnostic, Edit, Fix, Severity
from speechlint.fixes import apply_edits, choose_fixes
from speechlint.source import Span

SAFE, UNSAFE = Applicability.SAFE, Applicability.UNSAFE


def _diagnostic(*edits: Edit, applicability: Applicability = SAFE) -> Diagnostic:
    fix = Fix(applicability, edits) if edits else None
    return Diagnostic("TST001", "name", Severity.ERROR, "", Span(0, 0), fix=fix)


def _edit(start: int, end: int, text: str = "") -> Edit:
    return Edit(Span(start, end), text)


def test_edits_are_applied_in_any_order() -> None:
    assert (
        apply_edits("甲乙丙丁", [_edit(2, 3, "三"), _edit(0, 1), _edit(4, 4, "。")]) == "乙三丁。"
    )


def test_overlapping_edits_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        apply_edits("甲乙丙丁", [_edit(0, 2), _edit(1, 3)])


def test_unsafe_fixes_wait_to_be_asked_for() -> None:
    safe, unsafe = _diagnostic(_edit(0, 1)), _diagnostic(_edit(2, 3), applicability=UNSAFE)
    assert choose_fixes([safe, unsafe, _diagnostic()], unsafe=False) == [safe]
    assert choose_fixes([safe, unsafe, _diagnostic()], unsafe=True) == [safe, unsafe]


def test_a_fix_goes_in_whole_or_not_at_all() -> None:
    first = _diagnostic(_edit(2, 4))
    second = _diagnostic(_edit(0, 1), _edit(3, 5))
    third = _diagnostic(_edit(0, 1))
    assert choose_fixes([first, second, third], unsafe=False) == [first, third]


def test_equal_fixes_are_one() -> None:
    first = _diagnostic(_edit(0, 1, "一"), _edit(2, 3, "二"))
    assert choose_fixes([first, first], unsafe=False) == [first, first]


def test_touching_edits_wait_for_the_next_round() -> None:
    first, second = _diagnostic(_edit(0, 1, "甲")), _diagnostic(_edit(1, 1, "乙"))
    assert choose_fixes([first, second], unsafe=False) == [first]


@st.composite
def _texts_and_fixes(draw: st.DrawFn) -> tuple[str, list[Diagnostic]]:
    text = draw(st.text("一二三，。\n", max_size=12))
    places = st.integers(0, len(text))
    spans = st.tuples(places, places).map(lambda ends: Span(min(ends), max(ends)))
    edits = st.builds(Edit, spans, st.text("甲乙", max_size=2))
    return text, draw(st.lists(st.builds(_diagnostic, edits, edits), max_size=6))


@given(_texts_and_fixes())
def test_chosen_fixes_can_be_applied(case: tuple[str, list[Diagnostic]]) -> None:
    text, diagnostics = case
    sound = []
    for one in diagnostics:
        assert one.fix is not None
        first, second = sorted(one.fix.edits)
        if first == second or first.span.end < second.span.start:
            sound.append(one)
    chosen = choose_fixes(sound, unsafe=False)
    assert bool(chosen) == bool(sound)
    edits = {edit for one in chosen if one.fix for edit in one.fix.edits}
    apply_edits(text, edits)
