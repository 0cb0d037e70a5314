"""What is told in Chinese is told in English too, with the same blocks."""

import re
from pathlib import Path

import pytest

from tests.docs.blocks import Block, find_blocks, find_steps
from tests.docs.scene import ROOT

PAGES = ROOT / "docs" / "pages"
TWINS = [
    *((path, PAGES / "en" / path.relative_to(PAGES / "zh")) for path in PAGES.rglob("zh/**/*.md")),
    (ROOT / "README.zh-CN.md", ROOT / "README.md"),
    (ROOT / "editors" / "README.zh-CN.md", ROOT / "editors" / "README.md"),
]


def test_every_page_is_in_both_languages() -> None:
    chinese, english = (
        {path.relative_to(PAGES / language) for path in (PAGES / language).rglob("*.*")}
        for language in ("zh", "en")
    )
    assert chinese == english


@pytest.mark.parametrize("twins", TWINS, ids=lambda twins: twins[0].relative_to(ROOT).as_posix())
def test_twins_hold_the_same_blocks(twins: tuple[Path, Path]) -> None:
    chinese, english = (path.read_text(encoding="utf-8") for path in twins)
    assert kinds(chinese) == kinds(english)
    for one, other in zip(headings(chinese), headings(english), strict=True):
        assert one.count("#") == other.count("#"), (one, other)


def kinds(text: str) -> list[tuple[str, str, str]]:
    return [(block.kind, block.title, essence(block)) for block in find_blocks("", text)]


def essence(block: Block) -> str:
    """What a block says in either language: of a console, the commands."""
    if block.kind != "console":
        return block.text
    commands = (step.command for step in find_steps(block.text))
    return "\n".join(commands).replace(" --language en", "")


def headings(text: str) -> list[str]:
    return re.findall(
        r"^#+ .*", re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL), re.MULTILINE
    )
