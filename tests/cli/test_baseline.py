"""``speechlint baseline`` and ``check --baseline``."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

DRAFT = """\
关于加强作风建设的讲话
同志们：
一、提高认识
要听领导的话。
二、抓好落实
要听群众的话。
"""


@pytest.fixture
def known(repository: Path, run: Run) -> Path:
    """A repository whose findings are all known; its one draft is ``01.txt``."""
    for name in ("good.txt", "bad.txt"):
        (repository / name).unlink()
    path = repository / "01.txt"
    path.write_text(DRAFT, encoding="utf-8")
    outcome = run("baseline")
    assert (outcome.code, outcome.out) == (0, "speechlint-baseline.json 记下了 2 处\n")
    return path


def _check(run: Run, *options: str) -> tuple[list[int], str]:
    """The lines of the findings that are shown, and what else is said."""
    outcome = run(
        "check", "--baseline", "speechlint-baseline.json", "--output-format", "json-lines", *options
    )
    lines = [json.loads(line)["start"]["line"] for line in outcome.out.splitlines()]
    severities = [json.loads(line)["severity"] for line in outcome.out.splitlines()]
    assert outcome.code == (1 if "error" in severities else 0)
    return lines, outcome.err


def test_known_findings_are_hidden(known: Path, run: Run) -> None:
    assert run("check", "--output-format", "concise").code == 1
    assert _check(run) == ([], "speechlint-baseline.json 里已知的 2 处没有列出\n")


def test_a_baseline_is_easy_to_read(known: Path, run: Run) -> None:
    text = (known.parent / "speechlint-baseline.json").read_text(encoding="utf-8")
    findings = json.loads(text)["findings"]
    assert [(one["path"], one["code"]) for one in findings] == [("01.txt", "TST001")] * 2
    assert {one["text"] for one in findings} == {"要听领导的话。", "要听群众的话。"}
    assert text.count("\n") == 4


def test_what_is_added_above_is_no_matter(known: Path, run: Run) -> None:
    known.write_text(DRAFT.replace("同志们：", "同志们：\n今天开个会。\n"), encoding="utf-8")
    assert _check(run)[0] == []


def test_numbers_of_items_are_no_matter(known: Path, run: Run) -> None:
    known.write_text(DRAFT.replace("二、", "三、").replace("一、", "二、"), encoding="utf-8")
    assert _check(run)[0] == []


def test_a_renamed_file_is_known(known: Path, run: Run) -> None:
    known.rename(known.with_name("02.txt"))
    assert _check(run) == ([], "speechlint-baseline.json 里已知的 2 处没有列出\n")


def test_a_copy_is_not(known: Path, run: Run) -> None:
    known.with_name("02.txt").write_text(DRAFT, encoding="utf-8")
    assert _check(run)[0] == [4, 6]


def test_findings_that_change_places_are_new(known: Path, run: Run) -> None:
    text = DRAFT.replace("领导", "x").replace("群众", "领导").replace("x", "群众")
    known.write_text(text, encoding="utf-8")
    lines, said = _check(run)
    assert lines == [4, 6]
    assert "里有 2 处已经不在了" in said


def test_one_more_of_the_same_is_new(known: Path, run: Run) -> None:
    known.write_text(DRAFT.replace("要听领导的话。\n", "要听领导的话。\n" * 2), encoding="utf-8")
    assert len(_check(run)[0]) == 1


def test_what_is_gone_is_said_and_taken_out(known: Path, run: Run) -> None:
    known.write_text(DRAFT.replace("领导的话", "领导讲话"), encoding="utf-8")
    assert "里有 1 处已经不在了" in _check(run)[1]
    known.with_name("new.txt").write_text("新的话\n", encoding="utf-8")
    assert run("baseline", "--prune").out == "speechlint-baseline.json 记下了 1 处\n"
    lines, said = _check(run)
    assert lines == [1]
    assert "不在了" not in said


def test_a_rule_that_was_not_applied_is_not_gone(known: Path, run: Run) -> None:
    assert _check(run, "--select", "SUP") == ([], "")


def test_a_file_that_was_not_checked_is_not_gone(known: Path, run: Run) -> None:
    other = known.with_name("other.txt")
    other.write_text("好。\n", encoding="utf-8")
    assert _check(run, "other.txt") == ([], "")
    known.unlink()
    assert _check(run, "other.txt") == ([], "")
    assert "2 处已经不在了" in _check(run)[1]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "读不了"),
        ("{", "不是 JSON"),
        ("{}", "schema"),
        ('{"schema":1,"findings":[{}]}', "findings[0]"),
    ],
)
def test_what_is_no_baseline_is_exit_2(
    repository: Path, run: Run, text: str | None, said: str
) -> None:
    if text is not None:
        (repository / "b.json").write_text(text, encoding="utf-8")
    outcome = run("check", "--baseline", "b.json")
    assert (outcome.code, outcome.out) == (2, "")
    assert "b.json" in outcome.err
    assert said in outcome.err
