"""``python -m docs [--output FOLDER]``: build the site; a warning is an error.

Pages written by hand are in ``docs/pages``, a folder a language; those of rules, settings,
commands, editors and the grammar are made from what the program itself reads. The English site is
the folder ``en`` of the Chinese one. Both can be opened from a disk.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from docs.configuration import configuration_page
from docs.markdown import join_lines
from docs.navigation import write_configuration
from docs.reference import command_page, editor_page, grammar_page
from docs.rules import rule_index, rule_pages
from speechlint.rulebook import Language

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT / "docs" / "pages"
LANGUAGES: tuple[Language, ...] = get_args(Language)


def write_pages(folder: Path, language: Language) -> None:
    """Put all pages of the site of a language into a folder, those made included."""
    shutil.copytree(PAGES / language, folder, dirs_exist_ok=True)
    shutil.copy(PAGES / "style.css", folder)
    for name, page in _made_pages(folder, language):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8", newline="\n")
    for path in folder.rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(join_lines(text), encoding="utf-8", newline="\n")


def _made_pages(folder: Path, language: Language) -> Iterator[tuple[str, str]]:
    yield "rules/index.md", rule_index(language)
    yield "reference/configuration.md", configuration_page(language)
    yield "reference/commands.md", command_page(language)
    yield "editors.md", editor_page(ROOT / "editors", language, folder / "images")
    yield "how/grammar.md", grammar_page(ROOT / "grammar", language)
    for code, page in rule_pages(language):
        yield f"rules/{code}.md", page


def build(language: Language, output: Path) -> bool:
    """Build the site of a language; say whether there was nothing to complain about."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_pages(folder / "docs", language)
        configuration = folder / "zensical.toml"
        write_configuration(configuration, language)
        command = [sys.executable, "-m", "zensical", "build", "--strict", "-f", str(configuration)]
        done = subprocess.run(command, check=False)
        if done.returncode == 0:
            shutil.copytree(folder / "site", output, dirs_exist_ok=True)
    return done.returncode == 0


def main() -> int:
    """Build both sites."""
    parser = argparse.ArgumentParser(prog="python -m docs", description=__doc__)
    parser.add_argument("--output", type=Path, default=ROOT / "site", help="where to put the site")
    output: Path = parser.parse_args().output
    built = [build("zh", output), build("en", output / "en")]
    return 0 if all(built) else 1


if __name__ == "__main__":
    sys.exit(main())
