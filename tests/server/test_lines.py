"""Positions in the units of an editor, and back."""

import re

from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from speechlint.server.lines import LineIndex, Unit
from speechlint.source import Span

_TEXTS = st.text(st.sampled_from("a文é𠮷😀\r\n\u2028\u2029\x0b\x0c\x85\x1c\ud842"), max_size=30)
_UNITS = st.sampled_from(list(Unit))
_WIDTH = {Unit.UTF_8: 1, Unit.UTF_16: 2, Unit.UTF_32: 4}
_CODEC = {Unit.UTF_8: "utf-8", Unit.UTF_16: "utf-16-le", Unit.UTF_32: "utf-32-le"}


def count(text: str, unit: Unit) -> int:
    return len(text.encode(_CODEC[unit], "surrogatepass")) // _WIDTH[unit]


@given(_TEXTS, _UNITS, st.integers(0, 1200))
def test_positions_are_those_counted_by_hand(text: str, unit: Unit, filling: int) -> None:
    text += "文𠮷" * filling + text
    index = LineIndex(text, unit)
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
    offset = 0
    for number, line in enumerate(lines):
        written = line.rstrip("\r\n")
        for column in range(0, len(written) + 1, max(1, len(written) // 20)):
            position = types.Position(number, count(written[:column], unit))
            assert index.position(offset + column) == position
            assert index.offset(position) == offset + column
        offset += len(line)


@given(_TEXTS, _UNITS, st.integers(0, 50), st.integers(0, 50))
def test_positions_outside_are_taken_in(text: str, unit: Unit, line: int, column: int) -> None:
    index = LineIndex(text, unit)
    offset = index.offset(types.Position(line, column))
    assert 0 <= offset <= len(text)
    assert text[offset - 1 : offset + 1] != "\r\n"


def test_a_range_turned_round_is_put_right() -> None:
    index = LineIndex("一\n二", Unit.UTF_16)
    turned = types.Range(types.Position(1, 1), types.Position(0, 0))
    assert index.span(turned) == Span(0, 3)
