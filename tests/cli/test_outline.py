"""``speechlint outline``."""

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_json(repository: Path, run: Run) -> None:
    outcome = run("outline", "good.txt", "--output-format", "json")
    assert outcome.code == 0
    report = json.loads(outcome.out)
    assert report["schema"] == 1
    (file,) = report["files"]
    assert file["path"] == "good.txt"
    (document,) = file["documents"]
    assert document.keys() == {"title", "genre", "start", "end", "items"}
    assert (document["start"], document["end"]) == (0, 7)


def test_a_tree_for_people(repository: Path, run: Run) -> None:
    outcome = run("outline", "good.txt", "bad.txt")
    assert outcome.code == 0
    assert outcome.out.splitlines()[0] == "good.txt"


def test_a_missing_file(repository: Path, run: Run) -> None:
    assert run("outline", "nowhere.txt").code == 2
