"""Departures: which phrase breaks the frame of the others, and what it lacks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.syntax.cutting import cut_phrases
from speechlint.syntax.departures import Departure, find_departure


def departure_of(*texts: str) -> Departure:
    found = find_departure(cut_phrases(texts))
    assert found is not None
    return found


def test_what_is_lacking_is_named_part_by_part() -> None:
    found = departure_of(
        "始终把安全作为底线", "始终把质量作为生命", "始终保持清醒头脑", "始终把信誉作为根本"
    )
    assert found.member == 2
    assert str(found.frame) == "始终把□作为□"
    assert (found.lead, found.kept_lead) == ("始终把", "始终")
    assert found.lacking == ("把", "作为")
    assert found.grammar == 2


def test_a_common_subject_is_no_pattern() -> None:
    found = find_departure(
        cut_phrases(["推进城乡基层治理", "夯实基层基础", "关心基层干部", "壮大集体经济"])
    )
    assert found is None


def test_two_that_depart_are_a_change_of_pattern() -> None:
    texts = ["突出项目建设", "突出招商引资", "突出城市更新", "聚力生态环保", "聚力民生改善"]
    assert find_departure(cut_phrases(texts)) is None


def test_numbers_are_no_pattern() -> None:
    texts = ["2023年工作回顾", "2023年主要成效", "2024年重点任务", "2023年经验体会"]
    assert find_departure(cut_phrases(texts)) is None


@pytest.mark.parametrize("place", range(5))
def test_the_place_of_the_odd_one_has_no_say(place: int) -> None:
    texts = [f"以{word}促发展" for word in ("党建", "项目", "改革", "开放")]
    texts.insert(place, "以实干求突破")
    found = departure_of(*texts)
    assert (found.member, found.lacking) == (place, ("促发展",))


@given(st.text("坚持以新发展理念为引领，“”", min_size=1, max_size=10), st.integers(3, 30))
def test_nothing_departs_among_equals(text: str, count: int) -> None:
    assert find_departure(cut_phrases([text] * count)) is None


@given(st.lists(st.text("坚持以新发展理念为引领，“”着力", max_size=8), min_size=3, max_size=6))
def test_what_is_lost_is_part_of_what_is_shared(texts: list[str]) -> None:
    found = find_departure(cut_phrases(texts))
    if found is not None:
        assert 0 < found.lost <= found.shared
        assert found.lead.startswith(found.kept_lead)
        assert 0 <= found.member < len(texts)
