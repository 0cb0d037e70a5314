"""Wheel, sdist and editable install carry the grammar and the rules.

A build that lost them would still succeed, so its list of files is compared with the checkout's.
"""

import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from speechlint.rulebook import load_rulebook

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("speechlint", "grammar", "rules")
HOME = {"grammar": "speechlint/_data/grammar", "rules": "speechlint/_data/rules"}

pytestmark = pytest.mark.slow


def files_below(root: Path) -> set[str]:
    return {
        path.relative_to(root).as_posix()
        for folder in FOLDERS
        for path in (root / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def run(*arguments: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("checkout") / "speechlint"
    outside = shutil.ignore_patterns(".*", "__pycache__", "dist", "build", "node_modules", "site")
    shutil.copytree(ROOT, copy, ignore=outside)
    return copy


@pytest.fixture(scope="module")
def built(checkout: Path) -> Path:
    """A folder with an sdist and a wheel that was built from it."""
    dist = checkout / "dist"
    run("-m", "build", "--no-isolation", "--outdir", dist, cwd=checkout)
    return dist


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    return next(built.glob("*.whl"))


def test_the_wheel_holds_every_file(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    expected = set()
    for name in files_below(ROOT):
        top, _, rest = name.partition("/")
        expected.add(f"{HOME.get(top, top)}/{rest}")
    assert {name for name in names if ".dist-info/" not in name} == expected


def test_the_sdist_holds_every_file(built: Path) -> None:
    archive = next(built.glob("*.tar.gz"))
    with tarfile.open(archive) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    assert files_below(ROOT) <= names
    assert {"README.md", "README.zh-CN.md", "LICENSE", "tests/packaging/__init__.py"} <= names


def test_an_installed_wheel_finds_its_rules(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    assert_it_runs(tmp_path / "site", tmp_path)


def test_an_editable_install_finds_the_rules_of_the_checkout(
    checkout: Path, tmp_path: Path
) -> None:
    build = "import sys, hatchling.build as build; build.build_editable(sys.argv[1])"
    run("-c", build, tmp_path, cwd=checkout)
    editable = next(tmp_path.glob("*.whl"))
    zipfile.ZipFile(editable).extractall(tmp_path / "site")
    place = assert_it_runs(tmp_path / "site", tmp_path)
    assert place == checkout / "grammar"


def assert_it_runs(site: Path, tmp_path: Path) -> Path:
    """Use what is installed in a folder, far from the checkout; return where the grammar was."""
    draft = tmp_path / "讲话.txt"
    draft.write_text("同志们：\n一、提高认识\n要重视。\n二、抓好落实\n要盯紧。\n", encoding="utf-8")
    program = tmp_path / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    grammar, rules, items = run(program, site, ROOT, draft, cwd=tmp_path).splitlines()
    assert int(rules) == len(load_rulebook())
    assert items == "一、 二、"
    return Path(grammar)


PROGRAM = """
import site, sys

folder, checkout, draft = sys.argv[1:]
sys.path = [path for path in sys.path if path != checkout]
known = len(sys.path)
site.addsitedir(folder)
sys.path = sys.path[known:] + sys.path[:known]

import speechlint
from speechlint.resources import data_folder
from speechlint.rulebook import load_rulebook

assert not speechlint.__file__.startswith(checkout)
print(data_folder("grammar"))
print(len(load_rulebook()))
source = speechlint.read(draft)
outline = speechlint.parse(source)
items = [item for list_ in outline.documents[0].lists for item in list_.items]
print(*(item.marker.span.of(source.text) for item in items))
"""
