"""How markers are named in messages."""

from __future__ import annotations

from speechlint.diagnostic import Partner
from speechlint.syntax.nodes import Marker, Style
from speechlint.syntax.numerals import format_numeral

_CONNECTIVES = ("首先", "其次", "再次", "最后")


def name_marker(text: str, marker: Marker) -> str:
    """The marker as it stands in the text, without a comma or colon after it."""
    return marker.span.of(text).rstrip("，,：: ")


def name_number(text: str, like: Marker, ordinal: int) -> str:
    """A marker with another number, in the form of one in the text: 四是 for 二是 and 4."""
    if like.style is Style.CONNECTIVE and 1 <= ordinal <= len(_CONNECTIVES):
        return _CONNECTIVES[ordinal - 1]
    numeral = format_numeral(ordinal, like.numeral.of(text))
    if like.style in {Style.CONNECTIVE, Style.SIDE} or numeral is None:
        return str(ordinal)
    before = text[like.span.start : like.numeral.start]
    return f"{before}{numeral}{text[like.numeral.end : like.span.end]}".rstrip("，,：: ")


def point_to(text: str, marker: Marker, role: str) -> Partner:
    """A marker as the partner of a finding."""
    return Partner(marker.span, role, (("marker", name_marker(text, marker)),))
