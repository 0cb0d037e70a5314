"""Configuration files: found up the tree, read strictly."""

from pathlib import Path

import pytest

from speechlint.diagnostic import Severity
from speechlint.errors import SettingsError
from speechlint.settings import Settings
from speechlint.settings.files import find_configuration, read_configuration


def _write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_file_counts(tmp_path: Path) -> None:
    outer = _write(tmp_path, "speechlint.toml", "")
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert find_configuration(inner) == outer
    _write(tmp_path / "a", "pyproject.toml", '[project]\nname = "other"')
    assert find_configuration(inner) == outer
    project = _write(tmp_path / "a", "pyproject.toml", "[tool.speechlint]\npreview = true")
    assert find_configuration(inner) == project
    hidden = _write(tmp_path / "a", ".speechlint.toml", "")
    assert find_configuration(inner) == hidden
    plain = _write(tmp_path / "a", "speechlint.toml", "")
    assert find_configuration(inner) == plain


def test_keys_are_read(tmp_path: Path) -> None:
    path = _write(
        tmp_path,
        "speechlint.toml",
        """
        select = ["NUM", "CNT001"]
        extend-select = ["PAR007"]
        ignore = ["NUM005"]
        preview = true
        genre = "report"
        exclude = ["archive/"]
        include = ["*.text"]
        rule-paths = ["ours"]
        slogans = ["四个意识"]
        language = "en"
        fixable = ["NUM009"]
        cache-dir = ".cache"
        severity = { NUM001 = "warning" }
        per-file-ignores = { "minutes/**" = ["CMP"] }

        [rules.CNT001]
        nearest = 3
        """,
    )
    settings = read_configuration(path)
    assert settings.select == ("NUM", "CNT001")
    assert settings.extend_select == ("PAR007",)
    assert settings.severity == {"NUM001": Severity.WARNING}
    assert settings.per_file_ignores == {"minutes/**": ("CMP",)}
    assert settings.rules == {"CNT001": {"nearest": 3}}
    assert (settings.language, settings.genre, settings.preview) == ("en", "report", True)
    assert settings.root == str(tmp_path)
    assert settings.origin("select") == f"{path}: select"


def test_a_table_of_a_project(tmp_path: Path) -> None:
    path = _write(tmp_path, "pyproject.toml", '[tool.speechlint]\nignore = ["NUM"]')
    settings = read_configuration(path)
    assert settings.ignore == ("NUM",)
    assert settings.origin("ignore") == f"{path}: tool.speechlint.ignore"


def test_a_preset_lies_under_the_file(tmp_path: Path) -> None:
    path = _write(tmp_path, "speechlint.toml", 'extend = "strict"')
    assert read_configuration(path).preview
    assert "strict" in read_configuration(path).origin("preview")
    path = _write(tmp_path, "speechlint.toml", 'extend = "strict"\npreview = false')
    assert not read_configuration(path).preview


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("colour = 1", ["colour", "unknown key; allowed: cache-dir, exclude, extend"]),
        ("root = 'x'", ["root", "unknown key"]),
        ("extend = 'loose'", ["extend", "strict, relaxed"]),
        ("language = 'fr'", ["language", "zh, en"]),
        ("select = 'NUM'", ["select", "wants a list, got a text"]),
        ("select = ['NUM', 1]", ["select[1]", "wants a text, got a whole number"]),
        ("preview = 1", ["preview", "true or false"]),
        ("severity = { NUM001 = 'fatal' }", ["severity.NUM001", "error, warning, info"]),
        ("per-file-ignores = { '*.md' = 'X' }", ["per-file-ignores.*.md", "wants a list"]),
        ("select = [", ["TOML", "end of document"]),
    ],
)
def test_what_does_not_fit_is_named(tmp_path: Path, text: str, said: list[str]) -> None:
    path = _write(tmp_path, "speechlint.toml", text)
    with pytest.raises(SettingsError) as caught:
        read_configuration(path)
    assert str(caught.value).startswith(f"{path}: ")
    for part in said:
        assert part in str(caught.value)


def test_a_key_of_a_project_is_named_in_full(tmp_path: Path) -> None:
    path = _write(tmp_path, "pyproject.toml", "[tool.speechlint]\ncolour = 1")
    with pytest.raises(SettingsError, match=r"tool\.speechlint\.colour"):
        read_configuration(path)
    path = _write(tmp_path, "pyproject.toml", "")
    with pytest.raises(SettingsError, match=r"\[tool\.speechlint\]"):
        read_configuration(path)


def test_defaults_are_those_of_an_empty_file(tmp_path: Path) -> None:
    path = _write(tmp_path, "speechlint.toml", "")
    assert read_configuration(path) == Settings(root=str(tmp_path))
