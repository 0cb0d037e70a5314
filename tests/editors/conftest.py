"""What the tests with other people's editors share: a program that records, and the snippets."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.blocks import find_blocks

CHECKOUT = Path(__file__).resolve().parents[2]
README = CHECKOUT / "editors" / "README.md"
RECORDER = Path(__file__).with_name("recorder.py")


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """``speechlint`` on the path of programs, which records what it says in the folder here."""
    folder = tmp_path / "bin"
    folder.mkdir()
    path = folder / "speechlint"
    path.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{RECORDER}" "{folder}" "$@"\n')
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(CHECKOUT))
    return folder


@pytest.fixture(scope="session")
def extension(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the extension for Visual Studio Code, with its libraries."""
    if shutil.which("npm") is None:
        pytest.skip("npm is not installed")
    folder = tmp_path_factory.mktemp("vscode") / "extension"
    source = CHECKOUT / "editors" / "vscode"
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns("node_modules", "dist"))
    done = subprocess.run(
        ["npm", "install", "--no-audit", "--no-fund"],
        cwd=folder,
        capture_output=True,
        check=False,
        timeout=600,
    )
    if done.returncode:
        pytest.skip("the libraries cannot be installed")
    return folder


def snippet(heading: str) -> str:
    """The one block under a heading of the page on editors."""
    if not README.exists():
        pytest.skip("runs in a checkout")
    blocks = find_blocks(README.name, README.read_text(encoding="utf-8"))
    (text,) = (block.text for block in blocks if block.heading == heading)
    return text
