"""``speechlint check --fix`` and its kin."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import CHECKOUT, Run, start

BEFORE = "同志们：\n领导的话，群众的话。\n"
AFTER = "同志们：\n领导的讲话，群众的讲话。\n"


def test_fix_writes_and_reports_what_is_left(repository: Path, run: Run) -> None:
    outcome = run("check", "--fix", "--language", "en")
    assert outcome == (0, "2 files checked, nothing found\n", "fixed in 1 file: TST001 2\n")
    assert (repository / "bad.txt").read_text(encoding="utf-8") == AFTER
    assert run("check", "--fix").err == ""


def test_fix_only_reports_nothing(repository: Path, run: Run) -> None:
    outcome = run("check", "--fix-only")
    assert outcome == (0, "", "改了 1 个文件：TST001 2 处\n")


def test_a_changed_file_may_be_a_failure(repository: Path, run: Run) -> None:
    assert run("check", "--fix", "--exit-non-zero-on-fix").code == 1
    assert run("check", "--fix", "--exit-non-zero-on-fix").code == 0


def test_diff_changes_nothing(repository: Path, run: Run) -> None:
    outcome = run("check", "--diff")
    assert outcome.code == 1
    assert outcome.out == (
        "--- bad.txt\n+++ bad.txt\n@@ -1,3 +1,3 @@\n 同志们：\n"
        "-领导的话，群众的话。\n+领导的讲话，群众的讲话。\n \n"
    )
    assert outcome.err == "会改 1 个文件：TST001 2 处\n"
    assert (repository / "bad.txt").read_text(encoding="utf-8") == BEFORE
    assert run("check", "--diff", "good.txt") == (0, "", "")


def test_unsafe_fixes_wait_to_be_asked_for(repository: Path, run: Run) -> None:
    rule = repository / "rules" / "test" / "spoken-word.toml"
    rule.write_text(rule.read_text(encoding="utf-8").replace('"safe"', '"unsafe"'), "utf-8")
    assert run("check", "--fix").code == 1
    assert (repository / "bad.txt").read_text(encoding="utf-8") == BEFORE
    assert run("check", "--fix", "--unsafe-fixes").code == 0
    assert (repository / "bad.txt").read_text(encoding="utf-8") == AFTER


def test_rules_that_may_not_fix(repository: Path, run: Run) -> None:
    with (repository / "speechlint.toml").open("a", encoding="utf-8") as file:
        file.write("fixable = []\n")
    assert run("check", "--fix").code == 1
    assert (repository / "bad.txt").read_text(encoding="utf-8") == BEFORE


def test_standard_input_is_fixed_to_standard_output(repository: Path) -> None:
    for encoding in ("utf-8", "gb18030", "utf-16"):
        done = start("check", "--fix", "-", stdin=BEFORE.encode(encoding))
        assert (done.returncode, done.stdout) == (0, AFTER.encode(encoding))


def test_other_files_are_fixed_when_one_cannot_be(repository: Path, run: Run) -> None:
    (repository / "broken.txt").write_bytes(b"\xff\xff\xff\x00")
    outcome = run("check", "--fix")
    assert outcome.code == 2
    assert "broken.txt" in outcome.err
    assert (repository / "bad.txt").read_text(encoding="utf-8") == AFTER


@pytest.mark.slow
def test_a_killed_run_leaves_every_file_old_or_new(repository: Path) -> None:
    names = [f"{number:02}.txt" for number in range(40)]
    script = (
        "from tests import sample; sample.register(); from speechlint.__main__ import main; main()"
    )
    chance = random.Random(1)
    kinds = set()
    longest = 0.5
    for turn in range(100):
        for name in names:
            (repository / name).write_text(BEFORE * 40, encoding="utf-8")
        process = subprocess.Popen(
            [sys.executable, "-c", script, "check", "--fix"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        )
        started = time.perf_counter()
        if turn == 0:
            process.wait()
            longest = time.perf_counter() - started
        else:
            time.sleep(chance.uniform(0.3 * longest, longest))
            process.send_signal(signal.SIGKILL)
            process.wait()
        texts = {(repository / name).read_text(encoding="utf-8") for name in names}
        assert texts <= {BEFORE * 40, AFTER * 40}
        kinds.add(len(texts))
    assert kinds == {1, 2}, "no run was killed half-way"
    assert start("check", "--fix").returncode == 0


def test_findings_are_silenced_by_comments(repository: Path, run: Run) -> None:
    outcome = run("check", "--add-ignore")
    assert outcome == (0, "", "2 处问题加了注释，不再报告\n")
    text = (repository / "bad.txt").read_text(encoding="utf-8")
    assert text == BEFORE.replace("领导", "<!-- speechlint: ignore[TST001] -->\n领导")
    assert run("check").code == 0
    assert run("check", "--add-ignore").err == "0 处问题加了注释，不再报告\n"
