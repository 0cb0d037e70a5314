"""Word lists: strict, and read from TOML only once."""

from pathlib import Path

import msgspec
import pytest

from speechlint import lexicon
from speechlint.errors import RuleError
from speechlint.lexicon import load_lexicon


class Greetings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: tuple[str, ...]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of word lists in place of the real one, and an empty cache."""
    (tmp_path / "lexicon").mkdir()
    monkeypatch.setattr(lexicon, "data_folder", lambda _: tmp_path)
    monkeypatch.setenv("SPEECHLINT_CACHE_DIR", str(tmp_path / "cache"))
    lexicon._load.cache_clear()
    return tmp_path / "lexicon"


def test_a_word_list_is_decoded(folder: Path) -> None:
    (folder / "greetings.toml").write_text('words = ["同志们"]', encoding="utf-8")
    assert load_lexicon("greetings", Greetings).words == ("同志们",)


def test_an_unknown_key_is_refused_with_path_and_key(folder: Path) -> None:
    (folder / "greetings.toml").write_text('words = []\nwrods = ["同志们"]', encoding="utf-8")
    with pytest.raises(RuleError, match=r"greetings\.toml: wrods: unknown key"):
        load_lexicon("greetings", Greetings)


def test_a_missing_list_is_named(folder: Path) -> None:
    with pytest.raises(RuleError, match=r"greetings\.toml: is missing"):
        load_lexicon("greetings", Greetings)


def test_a_changed_list_is_read_again(folder: Path) -> None:
    path = folder / "greetings.toml"
    path.write_text('words = ["同志们"]', encoding="utf-8")
    load_lexicon("greetings", Greetings)
    path.write_text('words = ["各位代表"]', encoding="utf-8")
    lexicon._load.cache_clear()
    assert load_lexicon("greetings", Greetings).words == ("各位代表",)


def test_an_unchanged_list_comes_from_the_cache(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "greetings.toml").write_text('words = ["同志们"]', encoding="utf-8")
    load_lexicon("greetings", Greetings)
    lexicon._load.cache_clear()
    monkeypatch.setattr("speechlint.decoding.read_toml", lambda *_: pytest.fail("read again"))
    assert load_lexicon("greetings", Greetings).words == ("同志们",)


def test_a_damaged_cache_is_no_obstacle(folder: Path) -> None:
    (folder / "greetings.toml").write_text('words = ["同志们"]', encoding="utf-8")
    load_lexicon("greetings", Greetings)
    (stored,) = (folder.parent / "cache").glob("*.msgpack")
    stored.write_bytes(stored.read_bytes()[:-3])
    lexicon._load.cache_clear()
    assert load_lexicon("greetings", Greetings).words == ("同志们",)
