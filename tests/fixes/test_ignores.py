"""Silencing what is found by comments in the draft."""

from pathlib import Path

import pytest

from speechlint.fixes.ignores import silence
from speechlint.linter import make_linter
from speechlint.readers import read, read_text
from speechlint.settings import Settings
from speechlint.source import Source

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"

LINTER = make_linter(Settings())

DRAFT = """\
关于加强作风建设的讲话
同志们：
一、提高认识
　　要认清**形势，，统一思想。
三、抓好落实
要落实XX任务
"""


def _left(source: Source) -> list[str]:
    return [f"{one.code} {one.message}" for one in LINTER.examine(source).diagnostics]


@pytest.mark.parametrize("name", ["draft.txt", "draft.md"])
@pytest.mark.parametrize("text", [DRAFT, DRAFT.replace("\n", "\r\n"), DRAFT.rstrip("\n"), "**县"])
def test_nothing_is_left(name: str, text: str) -> None:
    source = read_text(name, text)
    found = LINTER.examine(source).diagnostics
    assert found
    silenced = silence(source, found)
    assert _left(silenced) == []
    lines = [line for line in silenced.text.splitlines() if "speechlint" not in line]
    assert lines == source.text.splitlines()
    assert ("\r\n" in silenced.text) == ("\r\n" in text)


def test_a_line_gets_one_comment() -> None:
    source = read_text("draft.txt", DRAFT)
    text = silence(source, LINTER.examine(source).diagnostics).text
    assert "<!-- speechlint: ignore[PLH001, PUN003] -->\n　　要认清**形势" in text


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.*")), ids=lambda path: path.name)
def test_examples_can_be_silenced(path: Path) -> None:
    if path.suffix not in (".txt", ".md"):
        pytest.skip("no text")
    source = read(path)
    assert _left(silence(source, LINTER.examine(source).diagnostics)) == []
