"""Patterns: what is found, how far a finding reaches, what is exempt."""

import pytest

from speechlint.checks.pattern import Pattern
from speechlint.checks.patterns import Form
from tests.checks.reading import places, run


def test_line_ends_of_every_kind_end_a_line() -> None:
    text = "甲乙\r\n甲丙\r甲丁\n"
    assert places(run(Pattern(any_of=("^甲.$",)), text), text) == ["甲乙", "甲丙", "甲丁"]


def test_reach() -> None:
    text = "第一句。有某词，也有某词。第三句。\n"
    check = Pattern(any_of=("某词",))
    assert places(run(check, text), text) == ["某词", "某词"]
    check = Pattern(any_of=("某词",), reach="sentence")
    assert places(run(check, text), text) == ["有某词，也有某词。"]
    check = Pattern(any_of=("某词",), reach="line")
    assert places(run(check, text), text) == ["第一句。有某词，也有某词。第三句。"]
    check = Pattern(any_of=("某词",), reach="line", line_limit=12)
    assert places(run(check, text), text) == ["有某词，也有某词。"]


def test_exempt_passage() -> None:
    text = "某词，他说“某词”，某词"
    check = Pattern(any_of=("某词",), unless=("“[^”]*”",))
    assert [finding.span.start for finding in run(check, text)] == [0, 10]


def test_longest_of_overlapping_matches_is_one_finding() -> None:
    text = "贯彻落实到位"
    check = Pattern(any_of=("贯彻落实", Form("贯彻落实到位", ("到位",)), "落实到位"))
    assert places(run(check, text), text) == ["贯彻落实到位"]


def test_once_a_document_counts_all() -> None:
    findings = run(Pattern(any_of=("某词",), once=True), "某词某词\n某词\n")
    assert [dict(finding.facts)["count"] for finding in findings] == [3]


def test_blanked_markup_is_not_what_a_pattern_means() -> None:
    check = Pattern(any_of=("（ *）",))
    assert not run(check, "见（![](a.png)）", prose="见（          ）")
    assert run(check, "见（  ）", prose="见（  ）")


@pytest.mark.parametrize("expression", ["(", "a*", ""])
def test_expression_that_cannot_serve_is_refused(expression: str) -> None:
    with pytest.raises(ValueError, match=r"regular expression|empty"):
        Pattern(any_of=(expression,)).verify()
