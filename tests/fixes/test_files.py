"""Replacing a file: wholly or not at all, in its encoding, with its mode and its links."""

import stat
from pathlib import Path

import pytest

from speechlint.errors import SourceError
from speechlint.fixes import replace_file
from speechlint.readers import read, read_text
from speechlint.source import Source

TEXT = "同志们：\r\n一、提高认识\n二、抓好落实，\r"


def _rewritten(before: Source, text: str) -> Source:
    return read_text(before.path, text, encoding=before.encoding, bom=before.bom)


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_encoding_mark_and_line_ends_stay(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(TEXT.encode(encoding))
    source = read(path)
    replace_file(source, _rewritten(source, source.text.replace("抓好", "狠抓")), path.read_bytes())
    assert path.read_bytes() == TEXT.replace("抓好", "狠抓").encode(encoding)


def test_mode_and_link_stay(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(TEXT, encoding="utf-8", newline="")
    path.chmod(0o640)
    link = tmp_path / "link.txt"
    link.symlink_to(path)
    replace_file(read(link), _rewritten(read(link), "新稿"), path.read_bytes())
    assert link.is_symlink()
    assert path.read_text(encoding="utf-8") == "新稿"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert _names(tmp_path) == ["draft.txt", "link.txt"]


def test_a_file_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text("旧稿", encoding="utf-8")
    source, data = read(path), path.read_bytes()
    path.write_text("别人的稿", encoding="utf-8")
    with pytest.raises(SourceError, match="meanwhile"):
        replace_file(source, _rewritten(source, "新稿"), data)
    assert path.read_text(encoding="utf-8") == "别人的稿"
    assert _names(tmp_path) == ["draft.txt"]


def test_a_file_that_has_gone_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text("旧稿", encoding="utf-8")
    source, data = read(path), path.read_bytes()
    path.unlink()
    with pytest.raises(SourceError, match=r"draft\.txt"):
        replace_file(source, _rewritten(source, "新稿"), data)
    assert _names(tmp_path) == []


def test_bytes_that_would_not_survive_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text("旧稿", encoding="utf-8")
    source = read(path)
    with pytest.raises(SourceError, match="survive"):
        replace_file(source, _rewritten(source, "新稿"), b"\xfe" + path.read_bytes())
    assert path.read_text(encoding="utf-8") == "旧稿"


def test_a_long_chinese_name(tmp_path: Path) -> None:
    path = tmp_path / ("在全市工作会议上的讲话" * 7 + ".txt")
    path.write_text("旧稿", encoding="utf-8")
    replace_file(read(path), _rewritten(read(path), "新稿"), path.read_bytes())
    assert path.read_text(encoding="utf-8") == "新稿"
