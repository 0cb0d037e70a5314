"""Fixing markers with any signs after them, and texts with any marks between their words."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from speechlint.diagnostic import Applicability, Diagnostic
from speechlint.fixes import apply_edits, choose_fixes, fix_source
from speechlint.linter import make_linter
from speechlint.readers import read_text
from speechlint.settings import Settings

LINTER = make_linter(Settings())

SIGNS = "、，：.．"
POINTED = "、.．"
"""A digit with another sign after it may be a number in a text."""

# Three numbers, the signs that may come after them, and how many of these there are at least.
MARKERS = (
    (("一", "二", "三"), SIGNS, 1),
    (("1", "2", "3"), POINTED, 1),
    (("１", "２", "３"), POINTED, 1),
    (("（一）", "（二）", "（三）"), SIGNS, 0),
    (("(一)", "(二)", "(三)"), SIGNS, 0),
    (("（1）", "（2）", "（3）"), SIGNS, 0),
    (("①", "②", "③"), SIGNS, 0),
    (("第一", "第二", "第三"), SIGNS, 1),
    (("其一", "其二", "其三"), SIGNS, 1),
    (("首先", "其次", "再次"), SIGNS, 1),
    (("一是", "二是", "三是"), SIGNS, 0),
    (("一要", "二要", "三要"), SIGNS, 0),
)
TEXTS = (
    "把好入口关。新上项目先过环评。",
    "管住排放口。在线监测全覆盖。",
    "守牢底线。隐患逐个销号。",
)


@st.composite
def signed_lists(draw: st.DrawFn) -> str:
    """Three items, a paragraph each, with signs after their numbers."""
    markers, signs_after, least = draw(st.sampled_from(MARKERS))
    # Two points are no end of a number: they lead to the number of a page.
    signs = st.text(signs_after, min_size=least, max_size=3).filter(
        lambda run: run.count(".") + run.count("．") < 2
    )
    items = zip(markers, TEXTS, strict=True)
    return "".join(f"{marker}{draw(signs)}{text}\n" for marker, text in items)


marked_texts = st.lists(
    st.tuples(
        st.sampled_from(("抓好落实", "压实责任", "把政策讲透")),
        st.text("，、；：。！？,;:", min_size=1, max_size=4),
    ).map("".join),
    min_size=1,
    max_size=5,
).map(lambda pieces: "同志们：\n" + "".join(pieces) + "形成合力。\n")


def codes(diagnostics: tuple[Diagnostic, ...]) -> Counter[str]:
    return Counter(one.code for one in diagnostics)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(text=st.one_of(signed_lists(), marked_texts))
def test_each_safe_fix_removes_its_finding_and_adds_none(text: str) -> None:
    found = LINTER.examine(read_text("draft.txt", text)).diagnostics
    for one in found:
        if one.fix is None or one.fix.applicability is not Applicability.SAFE:
            continue
        after = apply_edits(text, one.fix.edits)
        left = codes(LINTER.examine(read_text("draft.txt", after)).diagnostics)
        assert left[one.code] < codes(found)[one.code], (one, after)
        assert left <= codes(found), (one, after)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(text=st.one_of(signed_lists(), marked_texts))
def test_one_round_of_fixes_is_enough(text: str) -> None:
    source = read_text("draft.txt", text)
    examined = LINTER.examine(source)
    chosen = choose_fixes(examined.diagnostics, unsafe=False)
    fixed = fix_source(source, examined, LINTER.examine)
    assert fixed.settled
    assert fixed.codes == tuple(one.code for one in chosen)
