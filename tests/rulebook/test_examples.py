"""Marks in examples, and what is said when a rule doesn't find what they show."""

from pathlib import Path

import pytest

from speechlint.rulebook import Rule, Rulebook
from speechlint.rulebook.examples import Example, Mismatch, examples_of, read_marks
from speechlint.rulebook.loading import load_rule
from speechlint.source import Span
from speechlint.trial import try_example
from tests import sample


def _try(rule: Rule, example: Example) -> Mismatch | None:
    return try_example(rule, example, Rulebook([rule]))


def test_marks_enclose_places_of_the_plain_text() -> None:
    assert read_marks("甲⟦乙⟧丙⟦⟧") == ("甲乙丙", [Span(1, 2), Span(3, 3)])
    assert read_marks("⟦甲⟦乙⟧⟧") == ("甲乙", [Span(0, 2), Span(1, 2)])


@pytest.mark.parametrize("marked", ["甲⟦乙", "甲⟧乙", "⟧⟦"])
def test_a_mark_alone_is_an_error(marked: str) -> None:
    with pytest.raises(ValueError, match="mark"):
        read_marks(marked)


def test_examples_are_named_and_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sample.install(monkeypatch)
    rule = load_rule(sample.write_rule(tmp_path))
    examples = list(examples_of(rule))
    assert [example.name for example in examples] == ["TST001-bad-1", "TST001-good-1"]
    assert [_try(rule, example) for example in examples] == [None, None]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("领导⟦的话⟧", "⟦领导的话⟧", ["not found: '⟦领导的话⟧", "not marked: '领导⟦的话⟧"]),
        ("领导⟦的话⟧", "领导⟦的话⟧，群众的话", ["not marked: '领导的话，群众⟦的话⟧"]),
        ("领导的讲话", "领导的话", ["not marked: '领导⟦的话⟧"]),
    ],
)
def test_a_mismatch_shows_the_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str, said: list[str]
) -> None:
    sample.install(monkeypatch)
    rule = load_rule(sample.write_rule(tmp_path, sample.RULE.replace(old, new)))
    mismatches = [mismatch for one in examples_of(rule) if (mismatch := _try(rule, one))]
    assert len(mismatches) == 1
    lines = mismatches[0].describe().splitlines()[1:]
    assert len(lines) == len(said)
    for line, part in zip(lines, said, strict=True):
        assert part in line
