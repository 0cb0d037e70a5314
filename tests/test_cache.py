"""The folder of kept files."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from speechlint.cache import cache_folder, keep_file, kept_files
from speechlint.cache_place import FOLDER_VARIABLE


def test_folder_is_named_by_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    assert cache_folder() == tmp_path


def test_folder_is_the_users_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FOLDER_VARIABLE, raising=False)
    assert cache_folder().is_absolute()
    assert "speechlint" in cache_folder().parts


def test_file_is_replaced_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "deep" / "down"))
    assert keep_file("result", b"old") == tmp_path / "deep" / "down" / "result"
    keep_file("result", b"new")
    assert [path.read_bytes() for path in kept_files("result")] == [b"new"]
    assert len(list((tmp_path / "deep" / "down").iterdir())) == 1


def test_folder_of_others_is_not_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os = pytest.importorskip("posix")
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be")
    monkeypatch.setenv(FOLDER_VARIABLE, str(blocked))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    shared = tmp_path / f"speechlint-{os.getuid()}"
    shared.mkdir()
    shared.chmod(0o777)
    assert keep_file("result", b"content") is None
    (shared / "result").write_bytes(b"planted")
    assert not list(kept_files("result"))


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="systems with other customs")
def test_the_folder_is_the_systems_custom(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SPEECHLINT_CACHE_DIR")
    for base in ("", "relative", str(tmp_path)):
        monkeypatch.setenv("XDG_CACHE_HOME", base)
        expected = tmp_path / "speechlint" if base == str(tmp_path) else None
        assert cache_folder() == (expected or Path.home() / ".cache" / "speechlint")
    monkeypatch.setenv("SPEECHLINT_CACHE_DIR", str(tmp_path / "own"))
    assert cache_folder() == tmp_path / "own"
