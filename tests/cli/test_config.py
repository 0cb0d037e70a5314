"""``speechlint config`` and ``speechlint init``."""

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_settings_with_their_origins(repository: Path, run: Run) -> None:
    outcome = run("config", "bad.txt")
    assert outcome.code == 0
    lines = outcome.out.splitlines()
    assert f'select = ["TST"]  # {repository / "speechlint.toml"}: select' in lines
    assert "preview = false  # 默认" in lines


def test_settings_for_programs(repository: Path, run: Run) -> None:
    report = json.loads(run("config", "--output-format", "json").out)
    assert report["path"] == "."
    assert report["settings"]["select"] == {
        "value": ["TST"],
        "origin": f"{repository / 'speechlint.toml'}: select",
    }
    assert report["settings"]["genre"] == {"value": "", "origin": None}


def test_a_wrong_configuration_is_said(repository: Path, run: Run) -> None:
    (repository / "speechlint.toml").write_text('select = ["ABC"]', encoding="utf-8")
    outcome = run("config")
    assert (outcome.code, outcome.out) == (2, "")
    assert "speechlint.toml: select：没有“ABC”这条规则" in outcome.err


def test_schema(repository: Path, run: Run) -> None:
    schema = json.loads(run("config", "--schema").out)
    assert "TST001" in schema["properties"]["rules"]["properties"]


def test_init_writes_a_file_once(repository: Path, run: Run) -> None:
    folder = repository / "inner"
    folder.mkdir()
    assert run("init", "inner").code == 0
    assert run("config", "inner").out.count("# 默认") == run("config", "inner").out.count("\n")
    before = (folder / "speechlint.toml").read_bytes()
    outcome = run("init", "inner")
    assert (outcome.code, outcome.out) == (2, "")
    assert (folder / "speechlint.toml").read_bytes() == before


def test_an_inner_configuration_leaves_files_out(repository: Path, run: Run) -> None:
    inner = repository / "inner"
    (inner / "old").mkdir(parents=True)
    for place in (inner, inner / "old"):
        (place / "bad.txt").write_bytes((repository / "bad.txt").read_bytes())
    (inner / "speechlint.toml").write_text(
        'select = ["TST"]\nrule-paths = ["../rules"]\nexclude = ["old/"]', encoding="utf-8"
    )
    outcome = run("check", "--output-format", "concise")
    assert {line.split(":")[0] for line in outcome.out.splitlines()} == {
        "bad.txt",
        "inner/bad.txt",
    }
    assert run("check", "inner/old/bad.txt").code == 1
