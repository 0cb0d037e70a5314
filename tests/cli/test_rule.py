"""``speechlint rule``."""

import json
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests import sample
from tests.cli.conftest import Run


@pytest.mark.parametrize("name", ["TST001", "spoken-word"])
def test_a_rule_is_explained(repository: Path, run: Run, name: str) -> None:
    outcome = run("rule", name)
    assert outcome.code == 0
    for part in ("TST001 spoken-word", "口语。", 'the-word = "的话"', "领导⟦的话⟧", "领导的讲话"):
        assert part in outcome.out


def test_all_rules_are_listed(repository: Path, run: Run) -> None:
    assert "TST001  spoken-word  error\n" in run("rule", "--all", "--language", "en").out


def test_json(repository: Path, run: Run) -> None:
    (rule,) = json.loads(run("rule", "TST001", "--output-format", "json").out)["rules"]
    assert rule["code"] == "TST001"
    assert rule["message"]["en"] == "“{word}” occurs {count} times"
    assert rule["params"] == {"the-word": "的话", "better": "的讲话"}
    assert rule["examples"]["bad"] == ["领导⟦的话⟧\n"]
    assert rule["page"].startswith("file:///")


def test_the_page_of_a_rule_can_be_opened(repository: Path, run: Run) -> None:
    *_, last = run("rule", "TST001").out.splitlines()
    address = last.removeprefix("页面：")
    assert "口语。" in Path(unquote(urlsplit(address).path)).read_text(encoding="utf-8")
    assert (
        address
        == json.loads(run("rule", "TST001", "--output-format", "json").out)["rules"][0]["page"]
    )


@pytest.mark.parametrize("arguments", [("ABC001",), (), ("TST001", "--all")])
def test_a_wrong_call(repository: Path, run: Run, arguments: tuple[str, ...]) -> None:
    outcome = run("rule", *arguments)
    assert (outcome.code, outcome.out) == (2, "")


def test_rules_of_ones_own_are_tried(repository: Path, run: Run) -> None:
    outcome = run("rule", "--test", "rules")
    assert (outcome.code, outcome.out) == (0, "1 条规则，2 个例子，0 个不符\n")
    sample.write_rule(repository / "rules", sample.RULE.replace("领导⟦的话⟧", "⟦领导⟧的话"))
    outcome = run("rule", "--test", "rules")
    assert outcome.code == 1
    assert "TST001-bad-1" in outcome.out
    sample.write_rule(repository / "rules", "code = 1")
    assert run("rule", "--test", "rules").code == 2
