"""Pages on commands, editors and the grammar, from the program and its files."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from speechlint.cli.group import COMMANDS
from speechlint.rulebook import Language

_LOCALES = {"zh": "zh_CN.UTF-8", "en": "en_GB.UTF-8"}

_EXIT_CODES = {
    "zh": """## 退出码

0 没有问题；1 有警告或错误（`--fail-level` 可改）；2 没法检查：文件读不了、配置写错、规则不存在。
""",
    "en": """## Exit codes

0: nothing found; 1: warnings or errors (`--fail-level` sets from which severity on); 2: checking
was not possible: a file cannot be read, the configuration is wrong, a rule doesn't exist.
""",
}


def command_page(language: Language) -> str:
    """What every command says of itself."""
    parts = ["# 命令" if language == "zh" else "# Commands", ""]
    for name in COMMANDS:
        parts += [f"## speechlint {name}", "", "```text", command_help(name, language), "```", ""]
    return "\n".join((*parts, _EXIT_CODES[language]))


def command_help(name: str, language: Language) -> str:
    """What a command prints with ``--help``."""
    locale = _LOCALES[language]
    environment = {**os.environ, "LC_ALL": locale, "PYTHONUTF8": "1", "COLUMNS": "90"}
    done = subprocess.run(
        [sys.executable, "-m", "speechlint", name, "--help"],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.strip()


EDITOR_PAGES = {"zh": "README.zh-CN.md", "en": "README.md"}
"""The pages on editors, which are kept beside their files."""

_PICTURE = re.compile(r"!\[([^\]]*)\]\((?!https?:)([^)]*)\)")
_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\((?!https?:)[^)]*\)")


def editor_page(folder: Path, language: Language, pictures: Path) -> str:
    """The page on editors; its pictures are copied.

    Its links lead into the repository, where a reader of the site isn't.
    """

    def copy(found: re.Match[str]) -> str:
        name = found[2].replace("/", "-")
        shutil.copyfile(folder / found[2], pictures / name)
        return f"![{found[1]}]({pictures.name}/{name})"

    pictures.mkdir(exist_ok=True)
    text = (folder / EDITOR_PAGES[language]).read_text(encoding="utf-8")
    return _PICTURE.sub(copy, _LINK.sub(r"\1", text))


_GRAMMAR = {
    "zh": "# 语法文件\n\n程序读的就是这几个文件；[文稿怎样读成提纲](outline.md)讲它们的意思。",
    "en": "# The grammar\n\nThe program reads these files; [How a draft is parsed](outline.md)"
    " explains them.",
}


def grammar_page(folder: Path, language: Language) -> str:
    """The grammar files, whole."""
    parts = [_GRAMMAR[language]]
    for path in sorted(folder.glob("*.lark")):
        text = path.read_text(encoding="utf-8").strip()
        parts += ["", f"## {path.name}", "", "````lark", text, "````"]
    return "\n".join(parts) + "\n"
