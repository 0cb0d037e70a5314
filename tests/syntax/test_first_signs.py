"""What can be told of the matches of a regular expression without running it."""

from __future__ import annotations

import pytest

from speechlint.syntax.first_signs import first_signs, needed_words


@pytest.mark.parametrize(
    ("pattern", "first", "needed"),
    [
        ("(?<!x)(?:ab|[cd]e?)f", "acd", {"f"}),
        ("a?b{0,2}(?!y)c(?=z)", "abc", {"c"}),
        (r"\d+[.．]", "0123456789", {".", "．"}),
        ("[^a]{2,}(?:bc|d)", None, {"bc", "d"}),
        (r"\s*x|.y", None, {"x", "y"}),
        (r"(?:a|\w)b?", None, None),
        ("(?i:a)", None, None),
        ("a*", None, None),
    ],
)
def test_what_a_match_begins_with_and_what_it_needs(
    pattern: str, first: str | None, needed: set[str] | None
) -> None:
    assert first_signs(pattern) == (None if first is None else set(first))
    assert needed_words(pattern) == needed
