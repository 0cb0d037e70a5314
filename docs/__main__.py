"""``python -m docs [--output FOLDER]``: build the site; a warning is an error.

Pages written by hand are in ``docs/pages``; those of rules, settings, commands and the grammar are
made from what the program itself reads.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from docs.configuration import configuration_page
from docs.navigation import write_configuration
from docs.reference import command_page, editor_page, grammar_page
from docs.rules import rule_index, rule_pages

ROOT = Path(__file__).resolve().parents[1]


def write_pages(folder: Path) -> None:
    """Put all pages of the site into a folder, those made included."""
    shutil.copytree(ROOT / "docs" / "pages", folder, dirs_exist_ok=True)
    pages = {
        "rules/index.md": rule_index("zh"),
        "en/rules.md": rule_index("en"),
        "reference/configuration.md": configuration_page(),
        "reference/commands.md": command_page(),
        "editors.md": editor_page(ROOT / "editors", folder / "images"),
        "how/grammar.md": grammar_page(ROOT / "grammar"),
        **{f"rules/{code}.md": page for code, page in rule_pages()},
    }
    for name, page in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8", newline="\n")


def main() -> int:
    """Build the site."""
    parser = argparse.ArgumentParser(prog="python -m docs", description=__doc__)
    parser.add_argument("--output", type=Path, default=ROOT / "site", help="where to put the site")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_pages(folder / "docs")
        configuration = folder / "zensical.toml"
        write_configuration(configuration)
        command = [sys.executable, "-m", "zensical", "build", "--strict", "-f", str(configuration)]
        done = subprocess.run(command, check=False)
        if done.returncode == 0:
            shutil.copytree(folder / "site", options.output, dirs_exist_ok=True)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
