"""Every block of the READMEs and of the site is run, and prints what is printed there."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
import tomli

from docs.configuration import configuration_page
from tests.docs.blocks import Block, find_blocks, find_steps, matches, run

ROOT = Path(__file__).resolve().parents[2]
PAGES = [
    *(ROOT / name for name in ("README.md", "README.zh-CN.md", "CONTRIBUTING.md")),
    *sorted((ROOT / "docs" / "pages").rglob("*.md")),
]
LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG", "GITHUB_ACTIONS")
GATE = ROOT / ".ci" / "run"

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder as the pages suppose it: the examples, a Word draft, a git repository."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    draft = docx.Document()
    for line in (
        "工作汇报",
        "尊敬的各位领导：",
        "现将有关情况汇报如下：",
        "一、主要做法",
        "抓早抓小。",
        "三、下步打算",
        "常抓不懈。",
        "汇报完毕，请批评指正。",
    ):
        draft.add_paragraph(line)
    draft.save(str(tmp_path / "汇报.docx"))
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    return tmp_path


@pytest.fixture
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Has ``speechlint`` and ``python`` on its path, and speaks Chinese."""
    programs = tmp_path_factory.mktemp("bin")
    for name, arguments in (("speechlint", "-m speechlint"), ("python", "")):
        program = programs / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" {arguments} "$@"\n')
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return {
        **{name: value for name, value in os.environ.items() if name not in LOCALE},
        "PATH": os.pathsep.join((str(programs), os.environ["PATH"])),
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_tells_the_truth(page: Path, folder: Path, environment: dict[str, str]) -> None:
    for block in find_blocks(page.read_text(encoding="utf-8")):
        try_block(block, folder, environment)


def test_the_configuration_shown_is_one(folder: Path, environment: dict[str, str]) -> None:
    (block,) = find_blocks(configuration_page())
    try_block(block, folder, environment)


def test_every_block_has_a_kind() -> None:
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        assert len(re.findall("^```", text, re.MULTILINE)) == 2 * len(find_blocks(text)), page


def try_block(block: Block, folder: Path, environment: dict[str, str]) -> None:
    if block.title:
        path = folder / block.title
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, encoding="utf-8")
    if block.kind == "console":
        for step in find_steps(block.text):
            printed = run(step.command, folder, environment)
            assert matches(step.output, printed), f"$ {step.command}\n{printed}"
    elif block.kind == "sh":
        for command in shell_commands(block.text):
            run(command, folder, environment)
    elif block.kind == "python":
        subprocess.run([sys.executable, "-c", block.text], cwd=folder, env=environment, check=True)
    elif block.kind == "toml":
        try_toml(block, folder, environment)
    elif block.kind == "yaml":
        hooks = set(
            re.findall(
                r"^- id: (\S+)", (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"), re.MULTILINE
            )
        )
        assert set(re.findall(r"- id: (\S+)", block.text)) <= hooks
    else:
        assert block.kind == "text"


def shell_commands(text: str) -> Iterator[str]:
    """The commands of a block, but for those that the gate runs: they install everything."""
    gate = GATE.read_text(encoding="utf-8") if GATE.exists() else text
    if text.strip() not in (*gate.splitlines(), ".ci/run"):
        yield text


def try_toml(block: Block, folder: Path, environment: dict[str, str]) -> None:
    """A configuration or a rule; a rule is tried on its examples."""
    if "examples" in tomli.loads(block.text):
        run(f"speechlint rule --test '{block.title}'", folder, environment)
    else:
        assert block.title == "speechlint.toml"
        run("speechlint config", folder, environment)
