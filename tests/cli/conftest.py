"""A repository of drafts with a rule of its own, and the command run in it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from speechlint.__main__ import main
from tests import sample

CHECKOUT = Path(__file__).resolve().parents[2]

CONFIGURATION = 'select = ["TST"]\nrule-paths = ["rules"]\n'


class Outcome(NamedTuple):
    """What a run of the command answered."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder of a test: a rule, a configuration, and two drafts."""
    sample.install(monkeypatch)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "drafts"
    sample.write_rule(folder / "rules")
    (folder / "speechlint.toml").write_text(CONFIGURATION, encoding="utf-8")
    (folder / "good.txt").write_text("领导的讲话。\n", encoding="utf-8")
    (folder / "bad.txt").write_text("同志们：\n领导的话，群众的话。\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs the command in this process."""

    def call(*arguments: str) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["speechlint", *arguments])
        monkeypatch.setattr(os, "_exit", sys.exit)
        with pytest.raises(SystemExit) as ended:
            main()
        sys.stdout.flush()
        sys.stderr.flush()
        captured = capfdbinary.readouterr()
        code = ended.value.code
        assert isinstance(code, int)
        return Outcome(code, captured.out.decode(), captured.err.decode())

    return call


def start(
    *arguments: str,
    stdin: bytes = b"",
    stdout: int = subprocess.PIPE,
    environment: dict[str, str] | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own, with the check of the tests."""
    script = (
        "from tests import sample; sample.register(); from speechlint.__main__ import main; main()"
    )
    return subprocess.run(
        [sys.executable, "-c", script, *arguments],
        input=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), **(environment or {})},
    )
