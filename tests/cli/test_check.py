"""``speechlint check``, as its users see it."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import CHECKOUT, Run, start


def test_findings_are_shown_in_their_line(repository: Path, run: Run) -> None:
    outcome = run("check")
    assert outcome.code == 1
    assert outcome.out == (
        "bad.txt:2:3: 错误 TST001 “的话”出现了 2 次\n"
        "    2 │ 领导的话，群众的话。\n"
        "      │     ^^^^\n"
        "      = 可用 --fix 改正\n"
        "\n"
        "bad.txt:2:8: 提示 TST001 又是“的话”\n"
        "    2 │ 领导的话，群众的话。\n"
        "      │               ^^^^\n"
        "      │     ---- 最先在这里\n"
        "      = 可用 --fix 改正\n"
        "\n"
        "检查了 2 个文件：错误 1 处，提示 1 处\n"
    )
    assert outcome.err == ""


def test_a_clean_draft(repository: Path, run: Run) -> None:
    assert run("check", "good.txt") == (0, "检查了 1 个文件，没有发现问题\n", "")


def test_concise(repository: Path, run: Run) -> None:
    outcome = run("check", "--output-format", "concise", "--language", "en", "bad.txt", "good.txt")
    assert outcome.out == (
        "bad.txt:2:3: error TST001 “的话” occurs 2 times\nbad.txt:2:8: info TST001 “的话” again\n"
    )


def test_json(repository: Path, run: Run) -> None:
    outcome = run("check", "--output-format", "json", "bad.txt", "good.txt")
    assert outcome.code == 1
    assert json.loads(outcome.out) == {
        "schema": 1,
        "files": [
            {
                "path": "bad.txt",
                "diagnostics": [
                    {
                        "code": "TST001",
                        "name": "spoken-word",
                        "severity": "error",
                        "message": "“的话”出现了 2 次",
                        "start": {"offset": 7, "line": 2, "column": 3},
                        "end": {"offset": 9, "line": 2, "column": 5},
                        "related": [],
                        "fix": {
                            "applicability": "safe",
                            "edits": [
                                {
                                    "start": {"offset": 7, "line": 2, "column": 3},
                                    "end": {"offset": 9, "line": 2, "column": 5},
                                    "text": "的讲话",
                                }
                            ],
                        },
                    },
                    {
                        "code": "TST001",
                        "name": "spoken-word",
                        "severity": "info",
                        "message": "又是“的话”",
                        "start": {"offset": 12, "line": 2, "column": 8},
                        "end": {"offset": 14, "line": 2, "column": 10},
                        "related": [
                            {
                                "start": {"offset": 7, "line": 2, "column": 3},
                                "end": {"offset": 9, "line": 2, "column": 5},
                                "message": "最先在这里",
                            }
                        ],
                        "fix": {
                            "applicability": "safe",
                            "edits": [
                                {
                                    "start": {"offset": 12, "line": 2, "column": 8},
                                    "end": {"offset": 14, "line": 2, "column": 10},
                                    "text": "的讲话",
                                }
                            ],
                        },
                    },
                ],
            },
            {"path": "good.txt", "diagnostics": []},
        ],
    }


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ((), 1),
        (("--exit-zero",), 0),
        (("--fail-level", "error"), 1),
        (("--fail-level", "info"), 1),
        (("--ignore", "TST001"), 0),
        (("--ignore", "spoken-word"), 0),
        (("--select", "ALL", "--ignore", "TST"), 0),
        (("--isolated", "--select", "ALL"), 0),
    ],
)
def test_the_exit_code_tells(
    repository: Path, run: Run, options: tuple[str, ...], code: int
) -> None:
    assert run("check", "bad.txt", *options).code == code


def test_a_lesser_finding_does_not_fail(repository: Path, run: Run) -> None:
    configuration = repository / "speechlint.toml"
    with configuration.open("a", encoding="utf-8") as file:
        file.write('[severity]\nTST001 = "info"\n')
    assert run("check", "bad.txt").code == 0
    assert run("check", "bad.txt", "--fail-level", "info").code == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere.txt",), "nowhere.txt"),
        (("bad.txt", "--select", "ABC"), "--select：没有“ABC”这条规则"),
        (("bad.txt", "--ignore", "NUM999"), "--ignore：没有“NUM999”这条规则"),
        (("bad.txt", "--config", "no.toml"), "no.toml：没有这个配置文件"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_exit_2(
    repository: Path, run: Run, arguments: tuple[str, ...], said: str
) -> None:
    outcome = run("check", *arguments)
    assert outcome.code == 2
    assert outcome.out == ""
    assert said in outcome.err
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize("arguments", [("check", "--colour"), ("chek",), ("check", "-", "bad.txt")])
def test_a_wrong_call_is_exit_2(repository: Path, run: Run, arguments: tuple[str, ...]) -> None:
    outcome = run(*arguments)
    assert outcome.code == 2
    assert outcome.out == ""


def test_a_fault_of_our_own_is_no_clean_run(
    repository: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr("tests.sample.Word.run", fail)
    outcome = run("check", "good.txt")
    assert outcome.code == 2
    assert "RuntimeError: broken" in outcome.err


def test_the_nearest_configuration_counts(repository: Path, run: Run) -> None:
    inner = repository / "inner"
    inner.mkdir()
    (inner / "bad.txt").write_bytes((repository / "bad.txt").read_bytes())
    (inner / "speechlint.toml").write_text("select = []", encoding="utf-8")
    outcome = run("check", "--output-format", "concise", "bad.txt", "inner/bad.txt")
    assert {line.split(":")[0] for line in outcome.out.splitlines()} == {"bad.txt"}


def test_language_follows_option_then_configuration_then_locale(
    repository: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def first_line(*options: str) -> str:
        return run("check", "bad.txt", "--output-format", "concise", *options).out.splitlines()[0]

    assert "出现了" in first_line()
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert "occurs" in first_line()
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "出现了" in first_line()
    with (repository / "speechlint.toml").open("a", encoding="utf-8") as file:
        file.write('language = "en"\n')
    assert "occurs" in first_line()
    assert "出现了" in first_line("--language", "zh")


def test_standard_input(repository: Path) -> None:
    done = start("check", "-", "--output-format", "concise", stdin="领导的话".encode())
    assert (done.returncode, done.stdout.decode()) == (
        1,
        "-:1:3: 错误 TST001 “的话”出现了 1 次\n",
    )
    done = start("check", "-", "--stdin-filename", "a/b.txt", stdin="领导的话".encode("gb18030"))
    assert done.returncode == 1
    assert done.stdout.decode().startswith("a/b.txt:1:3: ")


def test_programs_get_utf_8_whatever_the_console_speaks(repository: Path) -> None:
    console = {"PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0"}
    done = start("check", "bad.txt", "--output-format", "json", environment=console)
    assert "“的话”" in done.stdout.decode("utf-8")
    done = start("check", "bad.txt", environment=console)
    assert "“的话”" in done.stdout.decode("gbk")


def test_what_a_console_cannot_show_is_spelt_out(repository: Path) -> None:
    console = {"PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0"}
    done = start("check", "-", stdin="𠮷：领导的话".encode(), environment=console)
    assert (done.returncode, done.stderr) == (1, b"")
    assert rb"\U00020bb7" in done.stdout


def test_a_reader_that_goes_away_ends_it_quietly(repository: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = start("check", "bad.txt", stdout=writing)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


def test_github_actions_have_a_format_of_their_own(
    repository: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert run("check", "bad.txt").out.startswith("::error title=speechlint TST001,file=bad.txt")
    assert "│" in run("check", "bad.txt", "--output-format", "full").out


def test_statistics(repository: Path, run: Run) -> None:
    outcome = run("check", "--statistics")
    assert outcome.code == 1
    assert outcome.out.splitlines()[0] == "2  TST001  spoken-word  1 个文件"


def test_a_report_into_a_file(repository: Path, run: Run) -> None:
    outcome = run("check", "--output-format", "junit", "--output-file", "report.xml")
    assert (outcome.code, outcome.out) == (1, "")
    assert (repository / "report.xml").read_text(encoding="utf-8").startswith("<?xml")
    outcome = run("check", "--output-file", "nowhere/report.txt")
    assert outcome.code == 2
    assert "nowhere/report.txt" in outcome.err


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_the_users_interruption_ends_it_quietly(repository: Path) -> None:
    for number in range(400):
        (repository / f"{number}.txt").write_text("领导的话。\n" * 2_000, encoding="utf-8")
    chance = random.Random(1)
    for _ in range(8):
        process = subprocess.Popen(
            [sys.executable, "-m", "speechlint", "check", "--isolated", "--no-cache"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
            start_new_session=True,
        )
        time.sleep(chance.uniform(0.5, 2.5))
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to every process of the run
        out, err = process.communicate(timeout=60)
        # Python itself may still be starting, and is then ended by the signal.
        assert process.returncode in (130, -signal.SIGINT)
        assert (out, err.strip()) == (b"", b"")
        assert _is_gone(process.pid), "a process of the run goes on"


def _is_gone(group: int) -> bool:
    """Whether the processes of a group end within some seconds."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False
