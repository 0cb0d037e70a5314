"""Which files are read."""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from speechlint.errors import SourceError
from speechlint.readers import find_drafts


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(*names: str) -> None:
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def names(*paths: str) -> list[str]:
    return shown(find_drafts(paths))


def shown(found: Iterable[Path]) -> list[str]:
    return [path.as_posix() for path in found]


def test_a_folder_is_walked_in_a_stable_order(folder: Path) -> None:
    make(
        "稿/乙.txt",
        "稿/甲.md",
        "稿/c/z.markdown",
        "稿/a/b.txt",
        "稿/图.png",
        "稿/.x.txt",
        "稿/.g/a.txt",
    )
    assert names("稿") == ["稿/乙.txt", "稿/甲.md", "稿/a/b.txt", "稿/c/z.markdown"]
    assert names(".") == names("稿")


def test_a_named_file_is_taken_once_whatever_its_suffix(folder: Path) -> None:
    make("a.docx", "稿/b.txt", "稿/c.txt")
    assert names("a.docx", "稿/c.txt", "稿", "./稿/b.txt") == ["a.docx", "稿/c.txt", "稿/b.txt"]


def test_a_missing_path_is_an_error(folder: Path) -> None:
    with pytest.raises(SourceError, match=r"^没有: no such file or folder$"):
        names("没有")


def test_ignore_files_hold_from_the_top_of_the_repository(folder: Path) -> None:
    make(
        "仓/稿/a.txt",
        "仓/稿/草/b.txt",
        "仓/稿/c.md",
        "仓/稿/d/e.md",
        "仓/稿/旧/f.txt",
        "仓/稿/d/旧/g.txt",
    )
    (folder / "仓/.git").mkdir()
    Path("仓/.gitignore").write_text("草/\n*.md\n/稿/旧\n", encoding="utf-8")
    Path("仓/稿/d/.gitignore").write_text("!e.md\n", encoding="utf-8")
    assert names("仓/稿") == ["仓/稿/a.txt", "仓/稿/d/e.md", "仓/稿/d/旧/g.txt"]
    assert len(shown(find_drafts(["仓/稿"], respect_ignore_files=False))) == 6


def test_an_ignored_folder_is_read_when_it_is_named(folder: Path) -> None:
    make("草/a.txt", "b.txt")
    (folder / ".git").mkdir()
    Path(".gitignore").write_text("草/\n", encoding="utf-8")
    assert names(".") == ["b.txt"]
    assert names("草") == ["草/a.txt"]


def test_dot_ignore_overrules_dot_gitignore(folder: Path) -> None:
    make("a.txt", "b.txt")
    Path(".gitignore").write_text("a.txt\n", encoding="utf-8")
    Path(".ignore").write_text("!a.txt\nb.txt\n", encoding="utf-8")
    assert names(".") == ["a.txt"]


def test_exclude_holds_for_named_files_only_by_force(folder: Path) -> None:
    make("稿/a.txt", "稿/范文/b.txt", "c.txt")
    excluded = ("范文/", "/c.txt")
    assert shown(find_drafts(["."], exclude=excluded)) == ["稿/a.txt"]
    assert shown(find_drafts(["稿/范文/b.txt", "c.txt"], exclude=excluded)) == [
        "稿/范文/b.txt",
        "c.txt",
    ]
    assert (
        shown(find_drafts(["稿/范文/b.txt", "c.txt"], exclude=excluded, force_exclude=True)) == []
    )


def test_include_says_what_a_folder_is_searched_for(folder: Path) -> None:
    make("a.txt", "b.text")
    assert shown(find_drafts(["."], include=("*.text",))) == ["b.text"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege")
def test_links_in_a_circle_end(folder: Path) -> None:
    make("稿/a.txt")
    Path("稿/圈").symlink_to(folder / "稿", target_is_directory=True)
    Path("稿/b.txt").symlink_to("a.txt")
    Path("稿/断.txt").symlink_to("没有.txt")
    assert names("稿") == ["稿/a.txt", "稿/断.txt"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root reads everything")
def test_a_folder_that_cannot_be_listed_is_an_error(folder: Path) -> None:
    make("稿/a.txt")
    Path("稿").chmod(0)
    with pytest.raises(SourceError, match=r"稿: you may not read it"):
        names("稿")


def test_pathspec_is_loaded_only_for_a_folder(folder: Path) -> None:
    make("a.txt")
    code = (
        "import sys; from speechlint.readers import find_drafts; print(*find_drafts(['a.txt']));"
        "assert 'pathspec' not in sys.modules"
    )
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert run.stdout == "a.txt\n"
