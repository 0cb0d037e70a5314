"""Where the blocks of a page are tried: what the pages suppose to be there."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import docx
import pytest

ROOT = Path(__file__).resolve().parents[2]
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG", "GITHUB_ACTIONS")
_ADDRESS = "ADDRESS"
_DRAFT = (
    "工作汇报",
    "尊敬的各位领导：",
    "现将有关情况汇报如下：",
    "一、主要做法",
    "抓早抓小。",
    "三、下步打算",
    "常抓不懈。",
    "汇报完毕，请批评指正。",
)


class Scene(NamedTuple):
    """A working folder and the environment of commands in it.

    Attributes:
        folder: has the examples, a Word draft and a git repository.
        environment: has the commands on its path, and speaks the language of the page.
        clone: the repository as a server holds it.
        rest: the blocks of the page that are still to come.
    """

    folder: Path
    environment: Mapping[str, str]
    clone: Path
    rest: str = ""

    def run(self, command: str, codes: tuple[int, ...] = (0,), **more: str) -> str:
        """What a shell prints for a command, with what it says on standard error at the end."""
        done = subprocess.run(
            ["bash", "-ec", command],
            cwd=self.folder,
            env={**self.environment, **more},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode in codes, f"{command}\n{done.stdout}{done.stderr}"
        return done.stdout + done.stderr

    def fill(self, text: str) -> str:
        """A text with a real address and a real version of the repository."""
        if _ADDRESS not in text:
            return text
        if not self.clone.exists():
            pytest.skip("needs the repository")
        commit = subprocess.run(
            ["git", "rev-parse", "HEAD"], cwd=self.clone, capture_output=True, text=True, check=True
        )
        address = self.clone.as_uri()
        return text.replace(_ADDRESS, address).replace("VERSION", commit.stdout.strip())


def make_folder(folder: Path) -> None:
    """Put into a folder what the pages suppose to be in it."""
    shutil.copytree(ROOT / "examples", folder / "examples")
    draft = docx.Document()
    for line in _DRAFT:
        draft.add_paragraph(line)
    draft.save(str(folder / "汇报.docx"))
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)


def make_environment(programs: Path, language: str) -> dict[str, str]:
    """An environment with ``speechlint``, ``python`` and ``pip`` in front of its path."""
    for name, arguments in (("speechlint", "-m speechlint"), ("python", ""), ("pip", "-m pip")):
        program = programs / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" {arguments} "$@"\n')
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return {
        **{name: value for name, value in os.environ.items() if name not in _LOCALE},
        "LANG": "zh_CN.UTF-8" if language == "zh" else "en_GB.UTF-8",
        "PATH": os.pathsep.join((str(programs), os.environ["PATH"])),
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
    }
