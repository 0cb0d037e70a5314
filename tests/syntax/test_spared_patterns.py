"""Where a sign or a length spares a text a pattern, the pattern would not have matched it."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from speechlint.checks import markers, truncation
from speechlint.checks.counting import wording
from speechlint.syntax import genres, listed_after, listed_before

_FEW = settings(max_examples=150, deadline=None)


@_FEW
@given(st.from_regex(listed_after._OPENER))
def test_a_list_after_an_announcement_opens_with_a_known_sign(text: str) -> None:
    found = re.match(listed_after._OPENER, text)
    assert not found or text[0] in listed_after._OPENS


@_FEW
@given(st.from_regex(listed_before._WHOLE) | st.from_regex(listed_before._EACH))
def test_a_list_in_quotation_marks_ends_with_one(text: str) -> None:
    if re.search(listed_before._WHOLE, text):
        assert "”" in text[-listed_before._LONGEST_TAIL :]
    if re.search(listed_before._EACH, text):
        assert not listed_before._ENDS_OF_EACH.isdisjoint(text[-2:])


@_FEW
@given(st.from_regex(wording._ANOTHER_AMOUNT))
def test_an_amount_has_a_measure(text: str) -> None:
    assert wording._has_amount(text) == bool(re.search(wording._ANOTHER_AMOUNT, text))


@_FEW
@given(st.from_regex(genres._BEHIND))
def test_a_title_with_a_tail_is_known_by_its_end(text: str) -> None:
    assert not re.search(genres._BEHIND, text) or genres._has_tail(text)


@_FEW
@given(st.from_regex(truncation._BARE_MARKER, fullmatch=True))
def test_a_bare_marker_is_short(text: str) -> None:
    assert len(text) <= truncation._LONGEST_MARKER


@_FEW
@given(st.from_regex(markers._LONE_NUMERAL, fullmatch=True))
def test_a_lone_numeral_is_short(text: str) -> None:
    assert len(text) <= markers._LONGEST_NUMERAL
