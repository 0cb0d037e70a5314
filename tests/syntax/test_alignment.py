"""Alignment: what phrases share, whatever their order, in work that grows with their number."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.syntax import alignment
from speechlint.syntax.alignment import (
    Phrase,
    common_words,
    places,
    shared_words,
    words_without_each,
)

WORDS = st.sampled_from(["坚持", "以", "为", "发展", "，", "新"])
PHRASES = st.lists(st.lists(WORDS, max_size=7).map(tuple), min_size=2, max_size=6)


def is_within(words: Phrase, phrase: Phrase) -> bool:
    rest = iter(phrase)
    return all(word in rest for word in words)


def test_common_words_prefer_words_to_marks() -> None:
    assert common_words(("稳", "，", "增长"), ("增长", "，", "稳")) in {("稳",), ("增长",)}
    assert common_words(("，", "高质量"), ("高质量", "，")) == ("高质量",)


@given(PHRASES)
def test_every_phrase_has_what_all_share(phrases: list[Phrase]) -> None:
    shared = shared_words(phrases)
    assert all(is_within(shared, phrase) for phrase in phrases)


@given(PHRASES, st.randoms(use_true_random=False))
def test_order_has_no_say(phrases: list[Phrase], chance: random.Random) -> None:
    mixed = chance.sample(phrases, len(phrases))
    assert shared_words(mixed) == shared_words(phrases)
    before = dict(zip(phrases, words_without_each(phrases), strict=True))
    assert dict(zip(mixed, words_without_each(mixed), strict=True)) == before


@given(PHRASES)
def test_what_is_shared_without_one(phrases: list[Phrase]) -> None:
    for number, words in enumerate(words_without_each(phrases)):
        others = phrases[:number] + phrases[number + 1 :]
        assert all(is_within(words, other) for other in others)


@given(PHRASES)
def test_places_are_those_of_the_words(phrases: list[Phrase]) -> None:
    shared = shared_words(phrases)
    for phrase in phrases:
        found = places(shared, phrase)
        assert [phrase[place] for place in found] == list(shared)
        assert found == sorted(set(found))


def test_places_keep_together() -> None:
    assert places(("推动", "城乡"), ("要", "推动", "产业", "推动", "城乡", "融合")) == [3, 4]


def test_work_grows_with_the_number_of_phrases(monkeypatch: pytest.MonkeyPatch) -> None:
    count = 0

    def counted(one: Phrase, other: Phrase) -> Phrase:
        nonlocal count
        count += 1
        return common_words(one, other)

    monkeypatch.setattr(alignment, "common_words", counted)
    words_without_each([("坚持", str(number), "发展") for number in range(400)])
    assert count <= 3 * 400
