"""The encodings of drafts, and what isn't a draft at all."""

import codecs
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.errors import SourceError
from speechlint.readers import encode, read, read_bytes
from speechlint.source import Source

DRAFT = "同志们：\r\n今天召开这次会议，主要任务是研究部署下一阶段的重点工作。\n"


@pytest.mark.parametrize(
    ("data", "encoding", "bom"),
    [
        (DRAFT.encode(), "utf-8", False),
        (codecs.BOM_UTF8 + DRAFT.encode(), "utf-8", True),
        (codecs.BOM_UTF16_LE + DRAFT.encode("utf-16-le"), "utf-16-le", True),
        (codecs.BOM_UTF16_BE + DRAFT.encode("utf-16-be"), "utf-16-be", True),
        (DRAFT.encode("gb18030"), "gb18030", False),
        (b"", "utf-8", False),
    ],
)
def test_encodings_are_told_apart_and_kept(data: bytes, encoding: str, bom: bool) -> None:
    source = read_bytes("讲话.txt", data)
    assert (source.encoding, source.bom) == (encoding, bom)
    assert source.text == (DRAFT if data else "")
    assert encode(source, source.text) == data


@pytest.mark.parametrize("text", ["标题", "一、", "附件：略", "XX县", "汇报提纲（第三稿）"])
def test_a_short_draft_may_be_in_gb18030(text: str) -> None:
    assert read_bytes("a.txt", text.encode("gb18030")).text == text


OTHERS = {
    "utf-8 with a lost byte": DRAFT.encode()[:31] + DRAFT.encode()[32:],
    "utf-8 cut short": (DRAFT * 3).encode()[:-20],
    "big5": "各位同志，今天召開會議，主要任務是研究部署下一階段的工作。".encode("big5"),
    "shift-jis": "これは日本語の文章です。明日の会議で話し合います。".encode("shift-jis"),
    "euc-kr": "내일 회의에서 새로운 계획에 대해 이야기할 것입니다".encode("euc-kr"),
    "euc-jp": "これは日本語の文章です。明日の会議で話し合います。".encode("euc-jp"),
    "latin-1": "l'été dernier, à côté des idées".encode("latin-1"),
    "cp1251": "Сегодня мы обсуждаем план развития".encode("cp1251"),
    "utf-16 without a mark": DRAFT.encode("utf-16-le"),
    "a lone surrogate": b"\xed\xa0\x80" + DRAFT.encode(),
    "utf-16 with a lone surrogate": codecs.BOM_UTF16_LE + b"\x00\xd8\x41\x00",
    "utf-16 with half a unit": codecs.BOM_UTF16_LE + b"\x41",
    "nul": b"a\0b",
    "utf-32": codecs.BOM_UTF32_LE + DRAFT.encode("utf-32-le"),
    "random": random.Random(1).randbytes(4000),
    "word": b"PK\x03\x04rest",
    "old word": b"\xd0\xcf\x11\xe0rest",
    "pdf": b"%PDF-1.7",
}


@pytest.mark.parametrize("data", OTHERS.values(), ids=OTHERS.keys())
def test_what_is_no_draft_is_refused_on_one_line(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"^稿件\.txt: [^\n]+$") as caught:
        read_bytes("稿件.txt", data)
    assert caught.value.wording("zh").startswith("稿件.txt：")


def test_missing_and_unreadable_files_are_named(tmp_path: Path) -> None:
    for path in (tmp_path / "没有.txt", tmp_path):
        with pytest.raises(SourceError, match=str(path)):
            read(path)


def test_markdown_is_masked_and_plain_text_is_not(tmp_path: Path) -> None:
    for name, prose in (("a.md", "  讲话"), ("a.MARKDOWN", "  讲话"), ("a.txt", "# 讲话")):
        (tmp_path / name).write_text("# 讲话", encoding="utf-8")
        source = read(tmp_path / name)
        assert (source.text, source.prose) == ("# 讲话", prose)


def test_a_lone_surrogate_cannot_be_written() -> None:
    with pytest.raises(SourceError, match=r"a\.txt: character 2"):
        encode(Source("a.txt", ""), "县\ud800")


# Little beside the draft itself: a text of rare characters alone is rightly not taken for Chinese.
HAN = st.text(
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5) | st.sampled_from("\r\n ，。"),
    max_size=20,
)


@given(
    HAN | st.text(max_size=20),
    st.sampled_from(["utf-8", "utf-16-le", "utf-16-be", "gb18030"]),
    st.booleans(),
)
def test_what_is_written_is_read_again(text: str, encoding: str, bom: bool) -> None:
    text = DRAFT + text.replace("\0", "")
    bom = encoding != "gb18030" and (bom or encoding != "utf-8")
    data = encode(Source("a.txt", text, encoding=encoding, bom=bom), text)
    again = read_bytes("a.txt", data)
    assert (again.text, again.encoding, again.bom) == (text, encoding, bom)
    assert encode(again, again.text) == data
