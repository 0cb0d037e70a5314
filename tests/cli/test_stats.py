"""``speechlint stats``."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

DRAFT = """关于春耕的汇报

一、抢抓农时
早动手，早安排。
（一）备足种子。现在就调运。
（二）备足化肥。价格要平稳。
二、+压实责任
各乡镇要包到田块。
以上汇报，请批评指正。
"""


@pytest.fixture(autouse=True)
def draft(repository: Path) -> None:
    Path("春耕.txt").write_text(DRAFT, encoding="utf-8")


def test_a_table_for_people(run: Run) -> None:
    outcome = run("stats", "春耕.txt", "--speaking-rate", "60")
    assert outcome.code == 0
    lines = outcome.out.splitlines()
    assert lines[0] == "春耕.txt"
    assert "全文 76 字，念出来的 60 字，约 1:00（每分钟 60 字）" in lines[2]
    rows = [line.split() for line in lines if "%" in line and "█" in line]
    assert [row[0] for row in rows] == ["开头", "一、抢抓农时", "二、+压实责任", "结尾"]
    assert "█" * 24 in rows[1]


def test_levels_of_sections(run: Run) -> None:
    assert "（一）备足种子" not in run("stats", "春耕.txt").out
    assert "（一）备足种子" in run("stats", "春耕.txt", "--levels", "2").out


def test_english(run: Run) -> None:
    out = run("stats", "春耕.txt", "--language", "en").out
    assert "76 characters, 60 of them spoken: about 0:16 at 220 a minute" in out
    assert "closing" in out


def test_json(run: Run) -> None:
    report = json.loads(run("stats", "春耕.txt", "--output-format", "json").out)
    assert report["schema"] == 1
    (document,) = report["files"][0]["documents"]
    assert (document["characters"], document["spoken"]) == (76, 60)
    first = document["sections"][1]
    assert DRAFT[first["start"] : first["end"]].startswith("一、抢抓农时\n早动手")
    assert [one["heading"] for one in first["sections"]] == ["（一）备足种子", "（二）备足化肥"]
    assert sum(one["spoken"] for one in document["sections"]) == 60


def test_csv_is_safe_for_a_spreadsheet(run: Run) -> None:
    Path("春耕.txt").write_text("=1+1\n\n一、抢抓农时\n二、抓落实\n", encoding="utf-8")
    rows = list(csv.reader(io.StringIO(run("stats", "春耕.txt", "--output-format", "csv").out)))
    assert rows[0][:5] == ["path", "line", "level", "kind", "heading"]
    assert rows[1][:5] == ["春耕.txt", "1", "0", "document", "'=1+1"]
    assert [row[4] for row in rows[3:]] == ["一、抢抓农时", "二、抓落实"]


def test_the_speaking_rate_may_be_configured(run: Run) -> None:
    with Path("speechlint.toml").open("a", encoding="utf-8") as file:
        file.write("speaking-rate = 60\n")
    assert "约 1:00（每分钟 60 字）" in run("stats", "春耕.txt").out


def test_a_missing_file(run: Run) -> None:
    assert run("stats", "nowhere.txt").code == 2
