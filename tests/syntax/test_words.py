"""Words are cut as jieba cuts them."""

from __future__ import annotations

import logging

import jieba
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from speechlint.syntax.words import first_word, frequency, word_class, words

jieba.setLogLevel(logging.CRITICAL)

SENTENCES = [
    "三要素齐全，三要求真务实，三是抓落实。",
    "同志们，今天的会议十分重要，任务非常明确。",
    "一要提高站位；二要压实责任；三要严肃纪律。",
    "研究生命起源的青年教师，乒乓球拍卖完了。",
    "全年完成GDP 1200.5亿元，增长8.3%，R&D投入占2.1%。",
    "推进“互联网+政务服务”，5G基站达到3000个，B超、T恤、c#、AT&T。",
    "第一季度\r\n第二季度\n\u3000\u3000第三季度\t第四季度",
    "𠮷林省的龘靐齉爩㐂䶮，鿋鿯〇々",
    "干得好👍🏽👩‍👩‍👧，再接再厉！！！",
    "Speech-lint v0.1.0_beta is ready: 100% done",
    "１２３４ａｂｃｄ（一）①㈠",
    "é中é国à",
    "",
]


def jieba_words(text: str) -> list[str]:
    return list(jieba.cut(text, HMM=False))


@pytest.mark.parametrize("sentence", SENTENCES)
def test_cuts_are_those_of_jieba(sentence: str) -> None:
    assert words(sentence) == jieba_words(sentence)


@pytest.mark.parametrize("sentence", SENTENCES[:-1])
def test_first_word_is_the_first_of_the_cut(sentence: str) -> None:
    for start in range(len(sentence)):
        assert first_word(sentence[start:]) == jieba_words(sentence[start:])[0]


@given(
    st.text(
        st.sampled_from("的一是不了在人有我他这中大来上国发展经济社会稳定坚持a1 ，。-+&.𠮷鿕鿖龘"),
        max_size=60,
    )
)
def test_cuts_of_mixed_characters_are_those_of_jieba(text: str) -> None:
    assert words(text) == jieba_words(text)


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=40))
@example("中华人民共和国中央人民政府")
def test_cuts_of_any_han_are_those_of_jieba(text: str) -> None:
    assert words(text) == jieba_words(text)
    assert first_word(text) == (jieba_words(text) or [""])[0]


@given(st.text(max_size=40))
def test_cuts_of_anything_are_those_of_jieba(text: str) -> None:
    assert words(text) == jieba_words(text)
    assert "".join(words(text)) == text


def test_marker_lookalikes_are_told_from_markers() -> None:
    assert first_word("三要素齐全") == "三要素"
    assert first_word("三要求真务实") == "三"


def test_first_word_looks_at_a_bounded_part() -> None:
    assert first_word("一" * 1_000_000 + "。") == first_word("一" * 100)


def test_word_class() -> None:
    assert (word_class("坚持"), word_class("经济"), word_class("重要")) == ("v", "n", "a")
    assert word_class("坚持经济") == ""


def test_known_and_unknown_words() -> None:
    assert frequency("中国") > frequency("中国海") > 0
    for unknown in ("", "中国人民", "\ud842"):
        assert frequency(unknown) == 0
        assert word_class(unknown) == ""
