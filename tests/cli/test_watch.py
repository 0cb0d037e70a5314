"""``speechlint check --watch``, in a process of its own."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import CHECKOUT, Run

pytest.importorskip("watchfiles")


def _wait_for(output: Path, text: str, times: int = 1) -> None:
    deadline = time.monotonic() + 30
    while output.read_text(encoding="utf-8").count(text) < times:
        assert time.monotonic() < deadline, output.read_text(encoding="utf-8")
        time.sleep(0.05)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_a_change_is_checked(repository: Path, tmp_path: Path) -> None:
    script = (
        "from tests import sample; sample.register(); from speechlint.__main__ import main; main()"
    )
    output = tmp_path / "output.txt"
    with output.open("wb") as stream:
        process = subprocess.Popen(
            [sys.executable, "-c", script, "check", "--watch", "--output-format", "concise"],
            stdout=stream,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONPATH": str(CHECKOUT), "PYTHONUNBUFFERED": "1"},
        )
    try:
        _wait_for(output, "Ctrl-C")
        assert "bad.txt:2:3" in output.read_text(encoding="utf-8")
        time.sleep(0.5)  # the watcher sets out after the first run
        (repository / "good.txt").write_text("群众的话\n", encoding="utf-8")
        _wait_for(output, "good.txt:1:3")
        (repository / "speechlint.toml").write_text("colour = 1", encoding="utf-8")
        _wait_for(output, "speechlint.toml：colour")
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 2


def test_without_the_library_it_says_what_to_install(
    repository: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    outcome = run("check", "--watch")
    assert outcome.code == 2
    assert "speechlint[watch]" in outcome.err
