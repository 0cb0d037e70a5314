"""Comments in a draft that silence rules."""

from pathlib import Path

import pytest

from speechlint.linter import Linter
from speechlint.readers import read_text
from speechlint.rulebook import Rulebook, load_rulebook
from speechlint.rulebook.loading import load_rule
from speechlint.settings import Settings
from speechlint.source import Comment, Source, Span
from tests import sample

UNUSED = """\
code = "SUP001"
severity = "warning"
check = "unused-suppression"
since = "0.1.0"
fix = "safe"
message = { zh = "没用：{rules}", en = "unused: {rules}" }
variants.enable.message = { zh = "没关：{rules}", en = "not disabled: {rules}" }
explain = { zh = "多余。", en = "Idle." }
examples = { bad = ["⟦⟧"], good = [""] }
"""


@pytest.fixture
def rulebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Rulebook:
    sample.install(monkeypatch)
    own = [
        load_rule(sample.write_rule(tmp_path)),
        load_rule(sample.write_rule(tmp_path, UNUSED, "unused-suppression")),
    ]
    unknown = load_rulebook().find("SUP002")
    assert unknown is not None
    return Rulebook([*own, unknown])


def _lint(rulebook: Rulebook, text: str, name: str = "draft.txt") -> list[tuple[str, int, str]]:
    """Code, line and message of everything found."""
    source = read_text(name, text)
    return _found(rulebook, source, Settings())


def _found(rulebook: Rulebook, source: Source, settings: Settings) -> list[tuple[str, int, str]]:
    return [
        (one.code, source.position(one.span.start).line, one.message)
        for one in Linter(rulebook, settings).examine(source).diagnostics
    ]


def _lines(rulebook: Rulebook, text: str, name: str = "draft.txt") -> list[tuple[str, int]]:
    return [(code, line) for code, line, _ in _lint(rulebook, text, name)]


@pytest.mark.parametrize("selector", ["TST001", "spoken-word", "TST", "NUM, TST001", "SUP、TST"])
@pytest.mark.parametrize("name", ["draft.txt", "draft.md"])
def test_the_next_line_with_text_is_silent(
    rulebook: Rulebook, monkeypatch: pytest.MonkeyPatch, selector: str, name: str
) -> None:
    selector = selector.replace("NUM", "SUP001")
    text = f"<!-- speechlint: ignore[{selector}] 原话 -->\n\n领导的话。\n群众的话。\n"
    assert _lines(rulebook, text, name) == [("TST001", 4)]


def test_a_comment_beside_text_is_on_its_own_line(rulebook: Rulebook) -> None:
    text = "领导的话。<!-- speechlint: ignore[TST001] -->\n群众的话。\n"
    assert _lines(rulebook, text) == [("TST001", 2)]


def test_comments_one_under_the_other_reach_the_same_line(rulebook: Rulebook) -> None:
    text = "<!-- speechlint: ignore[TST001] -->\n<!-- speechlint: ignore[SUP002] -->\n领导的话。\n"
    assert _lines(rulebook, text) == []


def test_a_whole_file(rulebook: Rulebook) -> None:
    assert (
        _lines(rulebook, "领导的话。\n群众的话。\n<!-- speechlint: ignore-file[TST001] -->") == []
    )


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("的话\n{disable}\n的话\n的话\n{enable}\n的话\n", [1, 6]),
        ("的话\n{disable}\n的话\n的话\n", [1]),
        ("的话\n{disable}\n的话\n{enable}\n的话\n{disable}\n的话", [1, 5]),
        ("的话{disable}的话{enable}的话", [1, 1]),
    ],
)
def test_a_stretch(rulebook: Rulebook, text: str, lines: list[int]) -> None:
    text = text.format(
        disable="<!-- speechlint: disable[TST] -->", enable="<!-- speechlint: enable[TST001] -->"
    )
    assert _lines(rulebook, text) == [("TST001", line) for line in lines]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<!-- speechlint: ignore[TST001] -->\n好\n", ("SUP001", 1, "没用：TST001")),
        ("<!-- speechlint: ignore[TST, SUP002] -->\n好\n", ("SUP001", 1, "没用：TST")),
        ("<!-- speechlint: ignore-file[TST001] -->", ("SUP001", 1, "没用：TST001")),
        ("好\n<!-- speechlint: disable[TST001] -->\n好", ("SUP001", 2, "没用：TST001")),
        ("好\n<!-- speechlint: enable[TST001] -->\n好", ("SUP001", 2, "没关：TST001")),
    ],
)
def test_a_comment_that_silences_nothing(
    rulebook: Rulebook, text: str, found: tuple[str, int, str]
) -> None:
    assert _lint(rulebook, text) == [found]


def test_a_rule_that_was_not_applied_may_be_named(rulebook: Rulebook) -> None:
    source = read_text("a.txt", "<!-- speechlint: ignore[TST001] -->\n好\n")
    assert _found(rulebook, source, Settings(ignore=("TST001",))) == []


@pytest.mark.parametrize(
    "words", ["ignore", "ignore[]", "ignore TST001", "silence[TST001]", "", "ignore[TST001"]
)
def test_a_comment_that_cannot_be_understood(rulebook: Rulebook, words: str) -> None:
    found = _lint(rulebook, f"<!-- speechlint: {words} -->\n的话\n")
    assert [code for code, _, _ in found] == ["SUP002", "TST001"]
    assert "看不懂" in found[0][2]


@pytest.mark.parametrize("name", ["XYZ", "TST999", "ALL", "tst001"])
def test_a_comment_that_names_no_rule(rulebook: Rulebook, name: str) -> None:
    found = _lint(rulebook, f"<!-- speechlint: ignore[{name}, TST001] -->\n的话\n")
    assert [(code, line) for code, line, _ in found] == [("SUP002", 1)]
    assert f"“{name}”" in found[0][2]


def test_other_comments_are_left_alone(rulebook: Rulebook) -> None:
    assert _lines(rulebook, "<!-- 请办公室核对 speechlint 的结果 -->\n好\n") == []


def test_a_comment_may_be_written_the_chinese_way(rulebook: Rulebook) -> None:
    assert _lines(rulebook, "<!-- speechlint：ignore【TST001，SUP002】原话 -->\n的话\n") == []


def test_the_comment_itself_is_no_text(rulebook: Rulebook) -> None:
    text = "<!-- speechlint: ignore[SUP002] 这是领导的话 -->\n好\n"
    assert _lines(rulebook, text) == []


def test_a_comment_in_word_silences_its_passage(rulebook: Rulebook) -> None:
    text = "领导的话。\n群众的话。\n"
    comment = Comment(Span(0, 2), "王", "speechlint: ignore[TST001] 原话")
    source = Source("a.docx", text, comments=(comment,))
    assert _found(rulebook, source, Settings()) == [("TST001", 2, "又是“的话”")]
    idle = Comment(Span(0, 2), "王", "speechlint: ignore[TST001]")
    source = Source("a.docx", "好。\n", comments=(idle,))
    (found,) = Linter(rulebook, Settings()).examine(source).diagnostics
    assert (found.code, found.fix) == ("SUP001", None)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("好\n<!-- speechlint: ignore[TST001] -->\n好\n", "好\n好\n"),
        ("好\n<!-- speechlint: ignore[TST001] -->", "好\n"),
        ("好<!-- speechlint: ignore[TST001] -->\n好\n", "好\n好\n"),
        (
            "<!-- speechlint: ignore[TST001, SUP002] 原话 -->\n好\n",
            "<!-- speechlint: ignore[SUP002] 原话 -->\n好\n",
        ),
    ],
)
def test_an_idle_comment_can_be_taken_out(rulebook: Rulebook, before: str, after: str) -> None:
    (found,) = Linter(rulebook, Settings()).examine(read_text("a.txt", before)).diagnostics
    assert found.fix is not None
    (edit,) = found.fix.edits
    assert before[: edit.span.start] + edit.text + before[edit.span.end :] == after


def test_time_is_linear(rulebook: Rulebook) -> None:
    for text in (
        "<!-- speechlint: " * 20_000,
        "<!-- speechlint: ignore[" * 20_000,
        "<!--" * 50_000,
    ):
        assert _lines(rulebook, text) == []


def test_rules_are_left_out_by_path(rulebook: Rulebook, tmp_path: Path) -> None:
    settings = Settings(
        root=str(tmp_path), per_file_ignores={"minutes/**": ("TST",), "*.md": ("SUP",)}
    )
    linter = Linter(rulebook, settings)

    def count(name: str) -> int:
        return len(linter.examine(read_text(str(tmp_path / name), "领导的话")).diagnostics)

    assert (count("minutes/a.txt"), count("minutes/deep/a.txt")) == (0, 0)
    assert (count("a.txt"), count("a.md"), count("other/minutes.txt")) == (1, 1, 1)
