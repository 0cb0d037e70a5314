"""Lines of a draft with marks under them, cut to a width."""

import pytest
from wcwidth import wcswidth, wcwidth

from speechlint.reports.excerpt import column_width, cut_excerpt
from speechlint.source import Source, Span


def _show(text: str, span: Span, width: int = 40) -> tuple[str, str]:
    excerpt = cut_excerpt(Source("a", text), span, width)
    return excerpt.text, " " * excerpt.indent + "^" * excerpt.length


def test_chinese_characters_are_two_columns_wide() -> None:
    assert _show("一、提高认识。", Span(2, 4)) == ("一、提高认识。", "    ^^^^")
    assert _show("A、提高认识。", Span(2, 4)) == ("A、提高认识。", "   ^^^^")


def test_an_empty_span_has_a_mark() -> None:
    assert _show("认识", Span(1, 1)) == ("认识", "  ^")
    assert _show("", Span(0, 0)) == ("", "^")


def test_the_mark_ends_with_its_line() -> None:
    text = "甲乙\r\n丙丁"
    assert _show(text, Span(1, 6)) == ("甲乙", "  ^^")
    assert _show(text, Span(2, 4)) == ("甲乙", "    ^")
    assert cut_excerpt(Source("a", text), Span(5, 6), 40).line == 2


def test_what_cannot_be_seen_is_spelt_out() -> None:
    assert _show("甲\u200b乙\x1b[31m\t丙", Span(1, 2)) == (
        "甲<U+200B>乙<U+001B>[31m 丙",
        "  ^^^^^^^^",
    )


@pytest.mark.parametrize("start", [0, 1, 7, 500, 990, 999])
@pytest.mark.parametrize("length", [0, 1, 6, 300])
@pytest.mark.parametrize("width", [20, 41, 100])
def test_a_long_line_is_cut_around_the_mark(start: int, length: int, width: int) -> None:
    text = "".join(chr(0x4E00 + number) for number in range(1000))
    span = Span(start, min(1000, start + length))
    excerpt = cut_excerpt(Source("a", text), span, width)
    assert wcswidth(excerpt.text) <= width
    assert excerpt.indent + excerpt.length <= max(width, excerpt.indent + 1)
    before = excerpt.text.removeprefix("…")
    first = text[start : start + 1]
    assert (
        wcswidth(excerpt.text[: excerpt.text.index(first)] if first else before) == excerpt.indent
    )
    assert excerpt.text.startswith("…") == (excerpt.text[0] != text[0])


@pytest.mark.parametrize(
    "block",
    [
        range(0x20, 0x7F),
        range(0xA1, 0x180),
        range(0x300, 0x36F),
        range(0x2010, 0x2028),
        range(0x2460, 0x24FF),
        range(0x3000, 0x3029),
        range(0x4E00, 0x9FFF),
        range(0xFF01, 0xFF9F),
        range(0x20000, 0x20100),
    ],
)
def test_columns_are_those_of_terminals(block: range) -> None:
    unlike = [
        hex(point)
        for point in block
        if len(_show(chr(point), Span(0, 1))[0]) == 1
        and column_width(chr(point)) != wcwidth(chr(point))
    ]
    assert unlike == []
