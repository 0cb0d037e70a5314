"""Commands that pages mention in passing: they exist, and take the options that are named."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import tomli

from speechlint.cli.group import COMMANDS, speechlint
from tests.docs.scene import ROOT
from tests.docs.test_blocks import PAGES

INLINE = re.compile(r"`([^`\n]+)`")
BLOCK = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
OPTION = re.compile(r"(?<!\S)--[a-z][a-z-]*")


def mentioned(page: Path) -> Iterator[str]:
    """The inline code of a page."""
    yield from INLINE.findall(BLOCK.sub("", page.read_text(encoding="utf-8")))


def options_of(command: click.Command) -> set[str]:
    return {name for option in command.params for name in (*option.opts, *option.secondary_opts)}


def find_command(name: str) -> click.Command:
    found = speechlint.get_command(click.Context(speechlint), name)
    assert found, f"there is no command {name}"
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_what_is_mentioned_exists(page: Path) -> None:
    everywhere = set().union(*(options_of(find_command(name)) for name in COMMANDS))
    extras = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for code in mentioned(page):
        words = code.split()
        if words[0] == "speechlint" and len(words) > 1:
            assert set(OPTION.findall(code)) <= options_of(find_command(words[1])), code
        elif words[0].startswith("--"):
            assert words[0] in everywhere, code
        elif code.startswith("python -m benchmarks"):
            parts = [ROOT / "benchmarks" / f"{name}.py" for name in words[3:]]
            assert all(part.exists() for part in parts), code
        for extra in re.findall(r"\[([a-z,]+)\]'", code):
            assert set(extra.split(",")) <= set(extras["optional-dependencies"]), code


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    made = {"rules", "reference", "editors.md", "grammar.md"}
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", BLOCK.sub("", page.read_text("utf-8"))):
        inside_site = "docs/pages" in page.as_posix()
        if not (inside_site and made & set(Path(target).parts)):
            assert (page.parent / target).exists(), target
