"""Words are found alike, word by word or by one pattern."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.checks import spotting
from speechlint.checks.spotting import Spotter, matches_near


@given(
    st.lists(st.text("甲乙丙.", min_size=1, max_size=3), min_size=1, max_size=6),
    st.text("甲乙丙.丁", max_size=30),
)
def test_both_ways_find_the_same(words: list[str], text: str) -> None:
    expected = sorted(
        (start, word)
        for word in set(words)
        for start in range(len(text))
        if text.startswith(word, start)
    )
    assert Spotter(words).spot(text) == expected
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spotting, "_WORTH_COMPILING", -1)
        assert Spotter(words).spot(text) == expected


def test_pattern_is_tried_near_places_only_and_once() -> None:
    text = "甲" * 1000
    found = matches_near(re.compile("甲{1,3}"), text, [500, 501, 510])
    starts = [match.start() for match in found]
    assert starts[0] == 500 - spotting.REACH
    assert len(starts) == len(set(starts))
    assert max(starts) < 510 + spotting.REACH
