"""The page, read as a program reads it."""

import base64
import hashlib
import re
from collections.abc import Sequence
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.corpus import make_draft
from speechlint.diagnostic import Diagnostic, Related, Severity
from speechlint.linter import lint_all
from speechlint.readers import read_text
from speechlint.reports import FORMATS, Look
from speechlint.reports.html.marking import mark_lines
from speechlint.reports.html.views import Note
from speechlint.runner import CheckedFile
from speechlint.source import Source, Span
from speechlint.syntax import parse

DRAFT = """在全市防汛工作会议上的讲话

同志们：
下面，我讲三点意见。
一、思想上要重视
**县汛情紧急，**区、**镇也不能大意。
二、措施上要扎实
一要备足物资。二要备足人手。四要备足预案。
同志们，让我们众志成城，夺取胜利！
"""


def page(*texts: str, language: str = "zh", name: str = "稿{}.txt") -> str:
    sources = [read_text(name.format(number), text) for number, text in enumerate(texts, 1)]
    found = lint_all(sources)
    files = [
        CheckedFile(source.path, tuple(diagnostics), source)
        for source, diagnostics in zip(sources, found, strict=True)
    ]
    look = Look(language="en" if language == "en" else "zh")
    return "\n".join(FORMATS["html"].render(files, look))


class Reader(HTMLParser):
    """Collects the text inside of elements of a class, and all tags with their attributes."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(document)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = dict(attributes)
        self.tags.append((tag, found))
        if tag not in ("meta", "input"):
            self.open.append(f"{tag}.{found.get('class') or ''}")
            self.texts.setdefault(self.open[-1], []).append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().startswith(f"{tag}.")
        if tag in ("td", "th"):
            self.handle_data(" ")

    def handle_data(self, data: str) -> None:
        for name in self.open:
            self.texts[name][-1] += data

    def find(self, name: str) -> list[str]:
        """The texts of elements such as ``mark.error``, without blanks at the ends."""
        return [" ".join(text.split()) for text in self.texts.get(name, [])]

    def ids(self) -> list[str]:
        return [found["id"] or "" for _, found in self.tags if "id" in found]

    def targets(self) -> list[str]:
        return [found["href"] or "" for tag, found in self.tags if tag == "a"]


def test_a_draft_is_shown_with_marks_and_notes() -> None:
    read = Reader(page(DRAFT))
    assert read.find("mark.error") == ["1三点意见", "2**", "3**", "4**", "5四要"]
    notes = read.find("div.note error")
    assert [note.partition("：")[0] for note in notes] == [
        "1 错误 CNT001 这里说的是“三点意见”，接着列出的却是2项",
        "2 3 4 错误 PLH001 “**”还没有填",
        "5 错误 NUM001 “四要”前面缺了“三要”",
    ]
    assert "第 8 行：" in notes[-1]


def test_the_outline_has_lengths_and_the_findings_at_their_sections() -> None:
    read = Reader(page(DRAFT))
    names = read.find("a.name")
    assert names[:3] == ["开头", "一、思想上要重视", "二、措施上要扎实"]
    assert names[-1] == "结尾"
    findings = read.find("li.finding error")
    assert [finding.split()[0] for finding in findings] == ["1", "2", "5"]
    assert read.find("span.figures")[0] == "24 字 · 0:07 · 29%"
    assert read.find("h3.")[0] == "在全市防汛工作会议上的讲话"


def test_what_is_announced_stands_beside_what_is_delivered() -> None:
    read = Reader(page(DRAFT))
    assert read.find("tr.broken") == ["三点意见 3 2 ✗"]
    kept = Reader(page(DRAFT.replace("三点", "两点")))
    assert "tr.broken" not in kept.texts
    assert "两点意见 2 2" in " ".join(kept.find("tr."))


def test_the_signs_of_markdown_are_kept_out_of_sight() -> None:
    body = "**一要抓早。**各区都要抓，**县也要抓。"
    text = f"# 主持词\n\n同志们：\n\n## 小结\n\n{body}\n\n<!-- 备注 -->\n"
    document = page(text, name="稿{}.md")
    assert '<span class="markup"># </span>主持词' in document
    assert Reader(document).find("span.markup") == ["#", "##", "**", "**", "<!-- 备注 -->"]
    assert Reader(document).find("div.line heading") == ["## 小结"]
    assert Reader(document).find("mark.error") == ["1**"]
    assert Reader(document).find("div.line markup") == ["<!-- 备注 -->"]


def test_several_items_on_a_line_are_no_heading() -> None:
    lines = ("一、抓落实", "一要抓早，二要抓小。", "二、讲纪律", "三要守正，四要清廉。")
    text = "\n".join(("讲话", "", "同志们：", "今天讲两点意见。", *lines))
    assert Reader(page(text)).find("div.line heading") == ["一、抓落实", "二、讲纪律"]


def test_many_of_a_kind_are_counted() -> None:
    found = Reader(page("讲话\n\n同志们：\n好，，的，坏。。的。\n")).find("li.finding warning")
    assert "1 2 “，，”叠用了标点：只留一个（另有 1 处同类的）" in found


def test_every_link_has_its_target() -> None:
    read = Reader(page(DRAFT, "同志们：\n" + DRAFT))
    ids = read.ids()
    assert len(ids) == len(set(ids))
    assert {target.removeprefix("#") for target in read.targets()} <= set(ids)


def test_rules_explain_themselves_below() -> None:
    document = page(DRAFT)
    assert {"rCNT001", "rNUM001", "rPLH001"} <= set(Reader(document).ids())
    assert "五要”" in document or "序号" in document


def test_rules_are_chosen_by_what_they_say() -> None:
    labels = [label for label in Reader(page(DRAFT)).find("label.error") if "NUM001" in label]
    assert labels == ["NUM001 “四要”前面缺了“三要”：补上这一条，或把后面的序号往前改 1"]
    labels = [one for one in Reader(page(DRAFT, language="en")).find("label.error") if "NUM" in one]
    assert labels == ["NUM001 sequence-gap 1"]


def test_an_index_of_many_drafts() -> None:
    read = Reader(page(DRAFT, "干净的一句话。\n"))
    rows = [row for row in read.find("tr.") if row.startswith("稿")]
    assert rows == ["稿1.txt 102 0:22 5", "稿2.txt 7 0:02"]


def test_nothing_of_a_draft_is_taken_for_markup() -> None:
    evil = "<script>alert(1)</script>'\"&amp;<b>**县</b>"
    document = page(f"讲话\n\n一、{evil}\n二、{evil}四\n讲两点意见：{evil}\n", f"{evil}\n{DRAFT}")
    assert "<script>alert" not in document
    assert len(re.findall("<script", document)) == 1
    read = Reader(document)
    plain = [re.sub(r"[0-9]", "", text) for text in read.find("p.")]
    assert re.sub(r"[0-9]", "", f"一、{evil}") in plain


def test_a_file_name_is_text_too() -> None:
    source = Source("<img src=x onerror=alert(1)>.txt", "一句话。\n")
    document = "".join(FORMATS["html"].render([CheckedFile(source.path, (), source)], Look()))
    assert "<img" not in document


def test_the_page_needs_nothing_from_elsewhere() -> None:
    document = page(DRAFT)
    assert not re.search(r"""\b(?:src|url|href)\s*[=(]\s*(?!"#)""", document)
    script = document.partition("<script>")[2].partition("</script>")[0]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in document


def test_it_speaks_english() -> None:
    read = Reader(page(DRAFT, language="en"))
    assert read.find("h1.") == ["Report on drafts"]
    assert read.find("a.name")[-1] == "closing"
    assert ("html", {"lang": "en"}) in read.tags


def test_a_clean_draft_has_a_page() -> None:
    assert "没有发现问题" in page("干净的一句话。\n")
    assert "没有发现问题" in page("")


def test_the_page_stays_small() -> None:
    text = make_draft(1, 110_000).replace("完成投资", "完成投资X")
    assert len(page(text).encode()) < 3 * len(text.encode()) + 200_000


def note(number: int) -> Note:
    return Note(number, "error", "错误", "NUM001", "缺", 1, (), fixable=False)


def diagnostic(span: Span) -> Diagnostic:
    related = (Related(span, "前一条"),)
    return Diagnostic("NUM001", "gap", Severity.ERROR, "缺", span, related)


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted), max_size=8)


@given(st.text(st.sampled_from("县、一二\r\n "), max_size=30), SPANS)
def test_marks_cut_a_line_without_losing_anything(text: str, spans: Sequence[list[int]]) -> None:
    source = Source("a.txt", text)
    found = [diagnostic(Span(min(start, len(text)), min(end, len(text)))) for start, end in spans]
    notes = [note(number) for number in range(1, len(found) + 1)]
    lines = list(mark_lines(source, parse(source), found, notes))
    for line in lines:
        joined = "".join(piece.text for piece in line.pieces)
        assert joined == source.line_span(line.number).of(text)
    numbers = [number for line in lines for group in line.notes for number in group.numbers]
    assert sorted(numbers) == list(range(1, len(found) + 1))
    labels = [label for line in lines for piece in line.pieces for label in piece.label.split()]
    assert sorted(map(int, labels)) == sorted(numbers)


@pytest.mark.parametrize("unit", ["**县", "“", "<b>"])
def test_many_findings_on_one_line_take_no_quadratic_time(unit: str) -> None:
    assert page(unit * 20_000)
