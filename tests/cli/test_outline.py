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


MARKED = """# 在全县工作会议上的讲话

## 工作回顾

### 主要成绩

一是快。二是好。

## 一、提高认识

### （一）学习

### 小结

## 结语
"""


def test_marked_headings_without_numbers_are_in_the_tree(repository: Path, run: Run) -> None:
    Path("marked.md").write_text(MARKED, encoding="utf-8")
    outcome = run("outline", "marked.md", "--bare")
    assert outcome.out.splitlines()[1:] == [
        "    工作回顾",
        "      主要成绩",
        "        一是快",
        "        二是好",
        "    一、提高认识",
        "      （一）学习",
        "      小结",
        "    结语",
    ]
    assert run("outline", "marked.md").out.splitlines()[2] == "    工作回顾  3"


def test_a_missing_file(repository: Path, run: Run) -> None:
    assert run("outline", "nowhere.txt").code == 2


HEADINGS = """一、坚持以规划为引领
先规划，后建设。
二、坚持走好自己的路
宜工则工，宜旅则旅。
三、坚持以项目为抓手
以项目论英雄。
四、坚持以制度为保障
用制度管人管事。
"""


def test_frames_for_people(repository: Path, run: Run) -> None:
    Path("frames.txt").write_text(HEADINGS, encoding="utf-8")
    outcome = run("outline", "frames.txt", "--frames", "--language", "zh")
    assert outcome.code == 0
    lines = [line.strip() for line in outcome.out.splitlines()]
    assert "坚持以□为□  ×4  1" in lines
    assert "不合：坚持走好自己的路  3" in lines


def test_frames_as_json(repository: Path, run: Run) -> None:
    Path("frames.txt").write_text(HEADINGS, encoding="utf-8")
    outcome = run("outline", "frames.txt", "--frames", "--output-format", "json")
    (file,) = json.loads(outcome.out)["files"]
    (frame,) = file["frames"]
    assert (frame["kind"], frame["frame"]) == ("headings", "坚持以□为□")
    fillers = [phrase["fillers"] for phrase in frame["phrases"]]
    assert fillers == [["规划", "引领"], None, ["项目", "抓手"], ["制度", "保障"]]
    first = frame["phrases"][0]
    assert HEADINGS[first["start"] : first["end"]] == first["text"] == "坚持以规划为引领"


def test_a_draft_without_frames(repository: Path, run: Run) -> None:
    outcome = run("outline", "good.txt", "--frames", "--language", "en")
    assert "none that headings or sentences share" in outcome.out
