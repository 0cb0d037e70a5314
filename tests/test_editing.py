"""A draft that is read again and again: with a memory, every version says what it says anew."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechlint.draft import Draft
from speechlint.linter import Linter, make_linter
from speechlint.memory import VersionMemory
from speechlint.readers import read_text
from speechlint.settings import Settings

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
LINTER = make_linter(Settings(select=("ALL",), preview=True))
TYPED = (
    *("一、", "（二）", "3.", "（4）", "第一，", "其二，", "首先，", "一是", "二要", "一方面，"),
    *("提高认识", "着力稳增长", "六点意见", "讲三点意见。", "“四个自信”", "同志们：", "谢谢大家！"),
    *("。", "，", "；", "：", "“", "”", "《", "（", "）", "，，", ",", "?", " ", "\u3000"),
    *("**", "**县", "20**年", "XX", "×", "____", "【待补】", "截止目前", "克已", "\u200b", "\xa0"),
    *("𠮷", "🙂", "\n", "\r\n", "\r", "\n\n", "\u2028", "\x0b", "\x85", "##paidbegin##", "小编"),
    *("下面是小编为大家整理的讲话范文。", "责任编辑：", "第3页 共8页", "篇2", "附件：名单", "- "),
    "<!-- speechlint: ignore[NUM001, PLH] 暂缺 -->\n",
    "<!-- speechlint: disable[PUN001] -->",
    "<!-- speechlint: enable[PUN001] -->",
    "\n一、提高认识\n（一）学习。学习文件。\n（二）宣传。宣传政策。\n三、抓好落实\n一是抓。二是抓。四是抓。\n",
)
EDITS = st.lists(
    st.tuples(
        st.floats(0, 1),
        st.integers(0, 30),
        st.sampled_from(TYPED) | st.text(max_size=3) | st.just("") | st.floats(0, 1),
    ),
    min_size=1,
    max_size=8,
)
"""Where to edit, how much to take away, and what to put there: a float copies lines from there."""


class Versions:
    """Reads every version of a draft twice, with what is remembered of the last one and anew."""

    def __init__(self, name: str, linter: Linter = LINTER) -> None:
        self._name = name
        self._linter = linter
        self._memory = VersionMemory()

    def compare(self, text: str) -> None:
        source = read_text(self._name, text)
        remembered, anew = self._linter.read(source, self._memory), self._linter.read(source)
        assert remembered.outline == anew.outline
        assert self._examine(remembered) == self._examine(anew)

    def _examine(self, draft: Draft) -> list[object]:
        return list(self._linter.examine_draft(draft, alone=True).diagnostics)


def edit(text: str, place: float, taken: int, put: str | float) -> str:
    start = int(place * len(text))
    if isinstance(put, float):
        lines = text.splitlines(keepends=True)
        first = int(put * len(lines))
        put = "".join(lines[first : first + 4])
    return text[:start] + put + text[start + taken :]


def drafts() -> Iterator[tuple[str, str]]:
    for path in sorted(EXAMPLES.rglob("*.*")):
        if path.suffix in {".txt", ".md"}:
            yield path.name, path.read_text(encoding="utf-8")


@settings(max_examples=150)
@given(st.sampled_from(list(drafts())), st.sampled_from(["\n", "\r\n", "\r"]), EDITS)
def test_an_edited_draft_reads_as_it_does_anew(
    draft: tuple[str, str], line_end: str, edits: list[tuple[float, int, str | float]]
) -> None:
    name, text = draft
    versions = Versions(name)
    text = text.replace("\n", line_end)
    versions.compare(text)
    for change in edits:
        text = edit(text, *change)
        versions.compare(text)


@settings(max_examples=300)
@given(st.lists(st.lists(st.sampled_from(TYPED) | st.text(max_size=5), max_size=25), max_size=6))
def test_whatever_comes_after_whatever_reads_as_it_does_anew(texts: list[list[str]]) -> None:
    versions = Versions("draft.txt")
    for pieces in texts:
        versions.compare("".join(pieces))


def strings_in(kept: object) -> Iterator[str]:
    """Every string that a memory holds, in whatever it holds."""
    waiting, seen = [kept], set[int]()
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict):
            waiting += [*one, *one.values()]
        elif isinstance(one, list | tuple | set | frozenset):
            waiting += one
        elif isinstance(one, msgspec.Struct):
            waiting += [getattr(one, name) for name in one.__struct_fields__]
        elif type(one).__module__ == VersionMemory.__module__:
            waiting += vars(one).values()


def test_what_is_remembered_does_not_grow_with_the_edits() -> None:
    chance = random.Random(3)
    text = (EXAMPLES / "政府工作报告.txt").read_text(encoding="utf-8")
    memory = VersionMemory()
    held = []
    for _ in range(120):
        place = chance.randrange(len(text))
        text = text[:place] + chance.choice("一二三四五、，。“”") + text[place + 1 :]
        draft = LINTER.read(read_text("draft.txt", text), memory)
        LINTER.examine_draft(draft, alone=True)
        held.append(sum(map(len, strings_in(memory))))
    assert held[-1] < 1.2 * held[5]


def test_a_passage_that_was_deleted_is_soon_forgotten() -> None:
    text = (EXAMPLES / "讲话.txt").read_text(encoding="utf-8")
    passage = "\n七、着力办好此事，着力办好彼事\n（一）着力办好。截止目前，“此事”已经办好。"
    memory = VersionMemory()
    for version in (text + passage, *(text + count * "\n" for count in range(4))):
        LINTER.examine_draft(LINTER.read(read_text("draft.txt", version), memory), alone=True)
    assert not [one for one in strings_in(memory) if "着力办好" in one]


@pytest.mark.slow
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not there")
def test_published_drafts_read_as_they_do_anew_while_they_are_edited() -> None:
    chance = random.Random(5)
    for path in sorted(CORPUS.rglob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        versions = Versions(path.name)
        for _ in range(12):
            versions.compare(text)
            pieces: list[str | float] = [*TYPED, "", chance.random()]
            put = chance.choice(pieces)
            text = edit(text, chance.random(), chance.choice([0, 0, 1, 40]), put)
