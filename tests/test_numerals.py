import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.syntax.numerals import format_numeral, parse_numeral


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一", 1),
        ("十", 10),
        ("十一", 11),
        ("二十", 20),
        ("九十九", 99),
        ("一百零三", 103),
        ("贰拾叁", 23),
        ("１２", 12),
        ("⑫", 12),
        ("㈣", 4),
        ("⒊", 3),
        ("㊿", 50),
        ("丙", 3),
    ],
)
def test_numerals_have_their_value(text: str, value: int) -> None:
    assert parse_numeral(text) == value


@pytest.mark.parametrize("text", ["", "一二", "十十", "二百十百", "三要", "2024", "百"])
def test_what_is_no_numeral_has_none(text: str) -> None:
    assert parse_numeral(text) is None


@given(st.integers(1, 999), st.sampled_from(["一", "壹", "1", "１"]))
def test_a_number_is_read_as_it_was_written(value: int, like: str) -> None:
    written = format_numeral(value, like)
    assert written is not None
    assert parse_numeral(written) == value


@given(st.integers(1, 60), st.sampled_from(["①", "㉜", "⑴", "⒈", "㈠", "甲"]))
def test_single_characters_keep_to_their_kind(value: int, like: str) -> None:
    written = format_numeral(value, like)
    assert written is None or parse_numeral(written) == value
