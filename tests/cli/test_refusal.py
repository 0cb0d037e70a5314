"""What a command line that cannot be understood is answered."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from speechlint.reports.columns import measure
from tests.cli.conftest import Run

HINT = r"（用法见 speechlint[a-z ]* --help）| \(see speechlint[a-z ]* --help\)"


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (
            ("chekc",),
            "没有“chekc”这个命令，是不是 check？",
            "there is no command “chekc”; did you mean check?",
        ),
        (
            ("check", "--outputformat", "json"),
            "没有“--outputformat”这个选项，是不是 --output-format？",
            "there is no option “--outputformat”; did you mean --output-format?",
        ),
        (
            ("check", "--fail-level", "bad"),
            "“--fail-level”没有这个值；可用：error, warning, info",
            "“--fail-level” takes one of: error, warning, info",
        ),
        (
            ("check", "--select"),
            "“--select”用得不对：要么少了后面的值，要么多给了值",
            "“--select” lacks its value, or takes none",
        ),
        (
            ("stats", "--speaking-rate", "0", "good.txt"),
            "“--speaking-rate”要一个整数，不小于 1",
            "“--speaking-rate” takes a number, 1 or more",
        ),
        (
            ("clean", "甲", "乙"),
            "多了参数：甲 乙",
            "too much: 甲 乙",
        ),
        (
            ("report", "good.txt", "-o", "rules"),
            "“--output”：rules 是文件夹",
            "“--output”: rules is a folder",
        ),
    ],
)
def test_it_is_refused_in_one_line_of_the_users_language(
    arguments: tuple[str, ...],
    zh: str,
    en: str,
    repository: Path,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for language, line in (("zh_CN.UTF-8", zh), ("en_GB.UTF-8", en)):
        monkeypatch.setenv("LANG", language)
        outcome = run(*arguments)
        assert (outcome.code, outcome.out) == (2, "")
        assert re.fullmatch(rf"speechlint: {re.escape(line)}({HINT})?\n", outcome.err)


def test_what_is_missing_is_named(repository: Path, run: Run) -> None:
    outcome = run("annotate")
    assert outcome.code == 2
    assert outcome.err.startswith("speechlint: 没有给出“文稿”")


def test_without_a_command_the_help_is_shown_but_nothing_was_done(
    repository: Path, run: Run
) -> None:
    outcome = run()
    assert outcome.code == 2
    assert outcome.err.startswith("用法：speechlint [选项] 命令 [参数]...\n")
    assert "\n  check     检查文稿" in outcome.err


def test_the_columns_of_the_help_stand_under_one_another(repository: Path, run: Run) -> None:
    lines = run("check", "--help").out.splitlines()
    assert "选项：" in lines
    assert "  --output-file 文件              报告写进文件" in lines
    assert "  --statistics                    只数每条规则报了几处" in lines


def test_help_stays_inside_a_narrow_terminal(
    repository: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    lines = run("check", "--help").out.splitlines()
    explained = [line for line in lines if line.startswith(" " * 32)]
    assert max(map(measure, explained)) <= 60
    # No line begins with a stop, and what was broken is whole again without the breaks.
    assert not any(line.strip().startswith(tuple("，。；：、）”")) for line in explained)
    told = "".join(line.strip() for line in lines)
    assert "连可能改变意思的也改，如重排序号" in told


def test_where_nothing_could_be_read_only_that_is_said(repository: Path, run: Run) -> None:
    Path("坏.docx").write_bytes(b"no archive")
    refusal = "speechlint: 坏.docx：内容不是 Word 文档：是不是改过扩展名？\n"
    for arguments in (("check",), ("check", "--fix"), ("report", "-o", "page.html")):
        assert run(*arguments, "坏.docx") == (2, "", refusal)
    assert not Path("page.html").exists()
