"""The presets name rules that are there."""

from pathlib import Path

import pytest

from speechlint.rulebook import load_rulebook
from speechlint.settings import choose_rules
from speechlint.settings.files import read_configuration
from speechlint.settings.presets import PRESETS


def _codes(folder: Path, text: str) -> set[str]:
    path = folder / "speechlint.toml"
    path.write_text(text, encoding="utf-8")
    return {one.rule.code for one in choose_rules(load_rulebook(), read_configuration(path))}


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_can_be_used(tmp_path: Path, name: str) -> None:
    assert "NUM001" in _codes(tmp_path, f'extend = "{name}"')


def test_strict_applies_more_and_relaxed_less(tmp_path: Path) -> None:
    plain = _codes(tmp_path, "")
    strict = _codes(tmp_path, 'extend = "strict"')
    relaxed = _codes(tmp_path, 'extend = "relaxed"')
    assert relaxed < plain < strict
    assert strict == {rule.code for rule in load_rulebook()}
