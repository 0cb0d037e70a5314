"""Every block of every page is tried, and prints what is printed there."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from docs.__main__ import LANGUAGES, write_pages
from speechlint.rulebook import Language
from tests.docs.blocks import find_blocks
from tests.docs.scene import ROOT, Scene, make_environment, make_folder
from tests.docs.ways import try_block

FOLDERS = ((".", "*.md"), ("docs/pages", "**/*.md"), ("editors", "**/*.md"), ("rules", "*.md"))
PAGES = sorted(
    path
    for folder, pattern in FOLDERS
    for path in (ROOT / folder).glob(pattern)
    if "node_modules" not in path.parts
)
CHINESE = re.compile(r"/zh/|zh-CN")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository as a server holds it; not there in a distribution, which has none."""
    bare = tmp_path_factory.mktemp("clone") / "speechlint.git"
    if (ROOT / ".git").exists():
        command = ("git", "clone", "--quiet", "--bare", "--no-local", str(ROOT), str(bare))
        subprocess.run(command, check=True)
    return bare


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps what it has installed."""
    return tmp_path_factory.mktemp("pre-commit")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_tells_the_truth(page: Path, tmp_path: Path, clone: Path, hooks: Path) -> None:
    name = page.relative_to(ROOT).as_posix()
    language: Language = "zh" if CHINESE.search(name) else "en"
    try_page(name, page.read_text(encoding="utf-8"), language, (tmp_path, clone, hooks))


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_that_are_made_tell_the_truth(
    language: Language, tmp_path: Path, clone: Path, hooks: Path
) -> None:
    site, place = tmp_path / "site", tmp_path / "scene"
    write_pages(site, language)
    made = {path.relative_to(site) for path in site.rglob("*.md")}
    for page in sorted(made):
        if not (ROOT / "docs" / "pages" / language / page).exists():
            folder = place / page.stem
            folder.mkdir(parents=True)
            text = (site / page).read_text(encoding="utf-8")
            try_page(page.as_posix(), text, language, (folder, clone, hooks))


def try_page(name: str, text: str, language: Language, places: tuple[Path, Path, Path]) -> None:
    """Try the blocks of a page, one after the other, in one folder."""
    blocks = list(find_blocks(name, text))
    if not blocks:
        return
    folder, clone, hooks = places
    programs, work = folder / "bin", folder / "work"
    programs.mkdir()
    work.mkdir()
    make_folder(work)
    environment = make_environment(programs, language) | {"PRE_COMMIT_HOME": str(hooks)}
    for number, block in enumerate(blocks, 1):
        rest = "".join(later.text for later in blocks[number:])
        try_block(block, Scene(work, environment, clone, rest))
