"""The kept dictionary: built once, rebuilt when damaged, never in the way."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from speechlint.cache_place import FOLDER_VARIABLE
from speechlint.errors import ResourceError
from speechlint.syntax import dictionary as module
from speechlint.syntax.dictionary_file import encode
from speechlint.syntax.words import words

SENTENCE = "坚持稳中求进"
CUT = ["坚持", "稳中求进"]


@pytest.fixture(scope="module")
def whole() -> bytes:
    """The file of the dictionary."""
    return encode(module._word_list())


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache folder of this test's own, and a process that has opened nothing yet."""
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "cache"))
    module._open.cache_clear()
    yield tmp_path / "cache"
    module._open.cache_clear()


def forbid_building(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path) -> bytes:
        raise AssertionError(f"{path} was read again")

    monkeypatch.setattr(module, "encode", fail)


def test_built_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert words(SENTENCE) == CUT
    assert len(list(folder.iterdir())) == 1
    module._open.cache_clear()
    forbid_building(monkeypatch)
    assert words(SENTENCE) == CUT


@pytest.mark.parametrize("damage", ["empty", "cut short", "one byte", "other file"])
def test_damaged_file_is_rebuilt(
    folder: Path, whole: bytes, damage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "encode", lambda words: whole)
    words(SENTENCE)
    module._open.cache_clear()
    [path] = folder.iterdir()
    middle = len(whole) // 2
    path.write_bytes(
        {
            "empty": b"",
            "cut short": whole[:middle],
            "one byte": whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :],
            "other file": b"not a dictionary" * 10,
        }[damage]
    )
    assert words(SENTENCE) == CUT
    assert path.read_bytes() == whole


def test_folder_that_cannot_be_written(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.write_text("a file where the folder should be")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    assert words(SENTENCE) == CUT
    assert len(list(temporary.rglob("*.trie"))) == 1
    module._open.cache_clear()
    forbid_building(monkeypatch)
    assert words(SENTENCE) == CUT


def test_no_folder_at_all(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.write_text("a file where the folder should be")
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    assert words(SENTENCE) == CUT
    assert list(tmp_path.iterdir()) == [folder]


def test_missing_word_list(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    with pytest.raises(ResourceError, match="jieba"):
        words(SENTENCE)
    assert not folder.exists()


def test_threads_build_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built = []

    def count(path: Path) -> bytes:
        built.append(path)
        return encode(path)

    monkeypatch.setattr(module, "encode", count)
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(words, [SENTENCE] * 8)) == [CUT] * 8
    assert len(built) == 1


def test_processes_build_at_once(folder: Path) -> None:
    program = (
        "import sys; from speechlint.syntax.words import words; "
        f"assert words({SENTENCE!r}) == {CUT!r}; "
        "assert not {'jieba', 'jieba.finalseg'} & set(sys.modules)"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", program], stderr=subprocess.PIPE) for _ in range(2)
    ]
    assert [process.communicate()[1] for process in running] == [b"", b""]
    assert [path.suffix for path in folder.iterdir()] == [".trie"]
