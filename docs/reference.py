"""Pages on commands, editors and the grammar, from the program and its files."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from speechlint.cli.group import COMMANDS


def command_page() -> str:
    """What every command says of itself."""
    parts = ["# 命令", ""]
    for name in COMMANDS:
        parts += [f"## speechlint {name}", "", "```text", _help(name), "```", ""]
    parts += [
        "## 退出码",
        "",
        "0 没有问题；1 有警告或错误（`--fail-level` 可改）；",
        "2 没法检查：文件读不了、配置写错、规则不存在。",
        "",
    ]
    return "\n".join(parts)


def _help(name: str) -> str:
    environment = {**os.environ, "LC_ALL": "zh_CN.UTF-8", "PYTHONUTF8": "1", "COLUMNS": "90"}
    done = subprocess.run(
        [sys.executable, "-m", "speechlint", name, "--help"],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.strip()


_PICTURE = re.compile(r"!\[([^\]]*)\]\((?!https?:)([^)]*)\)")
_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\((?!https?:)[^)]*\)")


def editor_page(folder: Path, pictures: Path) -> str:
    """The page on editors, which is kept beside their files; its pictures are copied.

    Its links lead into the repository, where a reader of the site isn't.
    """

    def copy(found: re.Match[str]) -> str:
        name = found[2].replace("/", "-")
        shutil.copyfile(folder / found[2], pictures / name)
        return f"![{found[1]}]({pictures.name}/{name})"

    text = (folder / "README.md").read_text(encoding="utf-8")
    return _PICTURE.sub(copy, _LINK.sub(r"\1", text))


def grammar_page(folder: Path) -> str:
    """The grammar files, whole."""
    parts = [
        "# The grammar",
        "",
        "The program reads these files; [How a draft is parsed](outline.md) explains them.",
    ]
    for path in sorted(folder.glob("*.lark")):
        text = path.read_text(encoding="utf-8").strip()
        parts += ["", f"## {path.name}", "", "````lark", text, "````"]
    return "\n".join(parts) + "\n"
