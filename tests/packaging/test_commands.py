"""What the README promises in commands."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
INSTALL_AND_TEST = re.compile(r"^python3 .*pytest$", re.MULTILINE)
INSTALL_AND_CHECK = re.compile(r"^python3 .*speechlint check examples$", re.MULTILINE)


def command(readme: str, pattern: re.Pattern[str]) -> str:
    found = pattern.findall((ROOT / readme).read_text(encoding="utf-8"))
    assert len(found) == 1, f"{readme} should have this command once: {pattern.pattern}"
    return str(found[0])


@pytest.mark.parametrize("pattern", [INSTALL_AND_TEST, INSTALL_AND_CHECK])
def test_both_readmes_give_the_same_command(pattern: re.Pattern[str]) -> None:
    assert command("README.md", pattern) == command("README.zh-CN.md", pattern)


@pytest.mark.skipif(not (ROOT / ".ci").is_dir(), reason="a distribution has no .ci")
@pytest.mark.parametrize("pattern", [INSTALL_AND_TEST, INSTALL_AND_CHECK])
def test_the_gate_runs_the_commands_of_the_readme(pattern: re.Pattern[str]) -> None:
    gate = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert command("README.md", pattern) in gate.splitlines()
