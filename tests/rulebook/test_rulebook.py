"""Finding rules, and keeping the compiled rulebook."""

import os
from pathlib import Path

import pytest
import tomli

from speechlint.cache import cache_folder
from speechlint.errors import RuleError
from speechlint.rulebook import load_rulebook
from tests import sample


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    sample.install(monkeypatch)
    monkeypatch.setenv("SPEECHLINT_CACHE_DIR", str(tmp_path / "cache"))


def _refuse_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(text: str) -> dict[str, object]:
        raise AssertionError("a rule file was parsed")

    monkeypatch.setattr(tomli, "loads", refuse)


def test_rules_of_the_user_come_with_the_others(tmp_path: Path) -> None:
    sample.write_rule(tmp_path / "mine")
    rulebook = load_rulebook([tmp_path / "mine"])
    rule = rulebook.find("TST001")
    assert rule is not None
    assert rulebook.find("spoken-word") is rule
    assert len(rulebook) == len(load_rulebook()) + 1


def test_selectors(tmp_path: Path) -> None:
    sample.write_rule(tmp_path / "mine")
    rulebook = load_rulebook([tmp_path / "mine"])
    for selector in ("TST001", "TST", "spoken-word"):
        assert rulebook.select(selector) == {"TST001"}
    assert "TST001" in rulebook.select("ALL")
    for selector in ("TS", "TST002", "", "tst"):
        assert rulebook.select(selector) == frozenset()


def test_a_warm_cache_parses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sample.write_rule(tmp_path / "mine")
    cold = load_rulebook([tmp_path / "mine"])
    _refuse_to_read(monkeypatch)
    warm = load_rulebook([tmp_path / "mine"])
    assert list(warm) == list(cold)


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    path = sample.write_rule(tmp_path / "mine")
    load_rulebook([tmp_path / "mine"])
    path.write_text(sample.RULE.replace('"error"', '"warning"'), encoding="utf-8")
    os.utime(path, ns=(1, 1))
    rule = load_rulebook([tmp_path / "mine"]).find("TST001")
    assert rule is not None
    assert rule.severity == "warning"


@pytest.mark.parametrize("damage", [b"", b"\xc1", b"\x92\xa1x\x90"])
def test_a_damaged_cache_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    sample.write_rule(tmp_path / "mine")
    load_rulebook([tmp_path / "mine"])
    for stored in cache_folder().iterdir():
        stored.write_bytes(damage)
    assert load_rulebook([tmp_path / "mine"]).find("TST001") is not None


def test_a_cache_that_cannot_be_written_is_no_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("SPEECHLINT_CACHE_DIR", str(tmp_path / "file" / "cache"))
    sample.write_rule(tmp_path / "mine")
    assert load_rulebook([tmp_path / "mine"]).find("TST001") is not None


def test_a_missing_path_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="nowhere"):
        load_rulebook([tmp_path / "nowhere"])
