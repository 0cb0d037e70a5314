"""Rules of a user's own: the worked example of the documentation, and files that are wrong."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import CHECKOUT, Run

PATTERN_RULE = """\
code = "OFC002"
severity = "info"
check = "pattern"
since = "1.0.0"

[params]
any-of = ["据悉", { find = "据(?:说|传)(?!达)", needs = ["据说", "据传"] }]
unless = ["“[^”]*”"]
reach = "sentence"

[message]
zh = "“{text}”：写明来源"
en = "“{text}”: name the source"

[explain]
zh = "讲话里的数字要有出处。"
en = "Figures in a speech have a source."

[examples]
bad = ['''
形势很好。⟦据说增长5%。⟧⟦据悉还会更好！⟧
''']
good = ['''
据统计局数据，增长5%；他说“据说很好”，据传达的精神办。
''']
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "speechlint.toml").write_text('rule-paths = ["our-rules"]\nselect = ["OFC"]\n')
    (tmp_path / "our-rules" / "office").mkdir(parents=True)
    return tmp_path / "our-rules" / "office"


def worked_example(name: str) -> str:
    text = (CHECKOUT / "docs" / "pages" / name).read_text("utf-8")
    blocks: list[str] = re.findall(r"```toml[^\n]*\n(.*?)```", text, re.DOTALL)
    return next(block for block in blocks if block.startswith("code ="))


@pytest.mark.parametrize("page", ["en/own-rules.md", "zh/own-rules.md"])
def test_worked_example(folder: Path, run: Run, page: str) -> None:
    (folder / "renamed-department.toml").write_text(worked_example(page), "utf-8")
    assert run("rule", "--test", "our-rules").code == 0
    draft = folder.parent.parent / "draft.txt"
    draft.write_text("同志们：\n请银保监分局牵头。\n", "utf-8")
    outcome = run("check", "draft.txt", "--language", "zh")
    assert outcome.code == 1
    assert "“银保监分局”已经改名：写“金融监管分局”" in outcome.out
    run("check", "draft.txt", "--fix")
    assert draft.read_text("utf-8") == "同志们：\n请金融监管分局牵头。\n"


def test_pattern_rule(folder: Path, run: Run) -> None:
    (folder / "no-hearsay.toml").write_text(PATTERN_RULE.replace("⟧⟦", ""), "utf-8")
    assert run("rule", "--test", "our-rules").code == 0


def test_example_that_differs_is_shown(folder: Path, run: Run) -> None:
    (folder / "no-hearsay.toml").write_text(PATTERN_RULE, "utf-8")
    outcome = run("rule", "--test", "our-rules")
    assert outcome.code == 1
    assert "OFC002-bad-1" in outcome.out
    assert "⟦据说增长5%。据悉还会更好！⟧" in outcome.out


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('check = "pattern"', 'check = "patern"', "check"),
        ("any-of", "any", "params.any"),
        ('"据悉"', '"据(悉"', "据(悉"),
        ('reach = "sentence"', 'reach = "page"', "params.reach"),
        ("{text}”：写明来源", "{texts}”：写明来源", "message.zh"),
        ('severity = "info"\n', "", "severity"),
        ("⟦", "", "examples.bad[0]"),
    ],
)
def test_wrong_file_is_refused(folder: Path, run: Run, old: str, new: str, key: str) -> None:
    (folder / "no-hearsay.toml").write_text(PATTERN_RULE.replace(old, new), "utf-8")
    outcome = run("rule", "--test", "our-rules", "--language", "en")
    assert outcome.code == 2
    (line,) = outcome.err.strip().splitlines()
    assert "no-hearsay.toml" in line
    assert key in line
