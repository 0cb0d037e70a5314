"""Headings that Word styles mark: what would be guessed of a plain text is known."""

from __future__ import annotations

import pytest

from speechlint.linter import lint
from speechlint.readers.docx import WordSource, read_docx
from speechlint.readers.markdown import headings_of
from speechlint.reports.html.marking import mark_lines
from speechlint.settings import Settings
from speechlint.source import Source
from speechlint.syntax import parse
from speechlint.syntax.groups import GroupKind, find_groups
from speechlint.syntax.nodes import Item
from tests.word.drafts import docx, paragraph, wrap

STYLES = wrap(
    "styles",
    '<w:style w:type="paragraph" w:styleId="a5"><w:name w:val="Title"/></w:style>'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="{number}"><w:name w:val="heading {number}"/>'
        "</w:style>"
        for number in (1, 2, 3)
    )
    + '<w:style w:type="paragraph" w:styleId="own"><w:name w:val="公文二级"/><w:basedOn w:val="2"/>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="lvl"><w:name w:val="公文一级"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
)
RUN_IN = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"


def draft(*lines: str) -> WordSource:
    """A draft: ``2|（一）…`` has a style by its name, ``2>（一）…`` runs into the next line too."""
    body = ""
    for line in lines:
        for sign, mark in (("|", ""), (">", RUN_IN)):
            style, found, text = line.partition(sign)
            if found:
                body += paragraph(text, properties=f'<w:pStyle w:val="{style}"/>{mark}')
                break
        else:
            body += paragraph(line)
    return read_docx("讲话稿.docx", docx(body, {"styles": STYLES}))


def plain(source: WordSource) -> Source:
    return Source("讲话稿.txt", source.text)


def items(source: Source) -> list[Item]:
    [document] = parse(source).documents
    return [item for found in document.all_lists() for item in found.items]


def headings(source: Source) -> list[tuple[str, str, bool, bool | None]]:
    return [
        (one.heading.span.of(source.text), one.heading.stop, one.heading.run_in, one.heading.styled)
        for one in items(source)
    ]


def codes(source: Source, *selected: str) -> list[tuple[str, str]]:
    found = lint(source, Settings(select=selected or ("ALL",), preview=False))
    return [(one.code, one.span.of(source.text)) for one in found]


LONG = "坚持以人民为中心，着力办好教育、医疗、养老、托幼、就业、住房等群众天天有感的民生实事和难事"


@pytest.mark.parametrize("style", ["1", "2", "own", "lvl"])
def test_marked_line_is_a_heading_to_its_end(style: str) -> None:
    source = draft(
        f"{style}|一、为了谁？依靠谁？这是根本问题", "要学习。", f"{style}|二、抓好落实。", "要快。"
    )
    assert headings(source) == [
        ("为了谁？依靠谁？这是根本问题", "", False, True),
        ("抓好落实", "。", False, True),
    ]
    assert headings(plain(source))[0] == ("为了谁", "？", True, None)


def test_style_for_a_whole_paragraph_is_no_heading_to_its_end() -> None:
    """Writers give a heading style to a paragraph to find it in the navigation pane."""
    source = draft("2|（一）强化担当。各级干部要走到群众中去。", "2|（二）抓好落实。要细化措施。")
    assert headings(source) == headings(plain(source))
    assert headings(source)[0] == ("强化担当", "。", True, None)


def test_heading_that_runs_into_its_text_by_style() -> None:
    source = draft("3>1.强化担当", "各级干部要走到群众中去。", "3>2.抓好落实。", "要细化措施。")
    assert headings(source) == [
        ("强化担当", "", True, True),
        ("抓好落实", "。", True, True),
    ]


def test_missing_stop_of_a_marked_run_in_heading_is_sure() -> None:
    """What a plain text leaves open, whether a short sentence is a heading, is known."""
    lines = [
        *("3>1.强化担当。", "各级干部要走到群众中去解决问题。"),
        *("3>2.抓好落实", "，细化措施，倒排工期，挂图作战。"),
        *("3>3.严守纪律。", "各级干部要管好自己和身边的人。"),
    ]
    source = draft(*lines)
    assert codes(source, "NUM012") == [("NUM012", "2.抓好落实")]
    assert codes(plain(source), "NUM012") == []


def test_heading_on_a_line_of_its_own_lacks_no_stop() -> None:
    lines = [
        "（一）强化担当。各级干部要走到群众中去解决问题。",
        "2|（二）抓好落实各级各部门要细化各项措施，倒排每个工期，确保全年任务按时完成。",
        "各有关部门要各负其责。",
        "（三）严守纪律。各级干部要管好自己和身边的人。",
    ]
    source = draft(*lines)
    assert codes(source, "NUM012") == []
    assert len(codes(plain(source), "NUM012")) == 1


def test_long_headings_end_alike() -> None:
    lines = [f"1|{number}、{LONG}{stop}" for number, stop in (("一", ""), ("二", "。"), ("三", ""))]
    source = draft(*(one for line in lines for one in (line, "要抓紧抓好。")))
    assert codes(source, "NUM011") == [("NUM011", f"二、{LONG}。")]
    assert codes(plain(source), "NUM011") == []


def test_items_in_the_style_of_text_are_no_empty_sections() -> None:
    """The second section lists its measures in body text: none of them is a heading."""
    lines = [
        *("1|一、全年工作", "2|（一）强化担当", "要学习。", "2|（二）抓好落实", "要落实。"),
        *(
            "1|二、下步措施",
            "（一）建立工作专班",
            "县政府牵头。",
            "（二）建立包抓机制",
            "县委办牵头。",
        ),
        "（三）建立督查机制",
        "1|三、工作保障",
        "要加强领导。",
    ]
    source = draft(*lines)
    styled = [one.heading.styled for one in items(source)]
    assert styled == [True, True, True, True, True, False, False, False]
    assert codes(source, "NUM010") == []
    assert codes(plain(source), "NUM010") == [("NUM010", "（三）建立督查机制")]


def test_marked_heading_without_text_is_an_empty_section() -> None:
    long = f"1|二、{LONG}"
    source = draft("1|一、提高认识", "要学习。", long, "1|三、抓好落实", "要落实。")
    assert codes(source, "NUM010") == [("NUM010", long[2:])]
    assert codes(plain(source), "NUM010") == []


def test_section_without_a_number_is_no_byline() -> None:
    source = draft("a5|党建工作汇报", "党政办公室", "1|工作回顾", "1|下步打算", "要继续抓好落实。")
    [document] = parse(source).documents
    assert [one.of(source.text) for one in document.bylines] == ["党政办公室"]
    assert [one.span.of(source.text) for one in document.headings] == ["工作回顾", "下步打算"]
    [guessed] = parse(plain(source)).documents
    assert len(guessed.bylines) == 3


def test_section_without_a_number_is_no_signature() -> None:
    """The draft stops behind the heading of a section, which looks like an authority."""
    lines = ["a5|关于机构改革的汇报", "1|县财政局", *["完成了改革任务。"] * 4, "1|县农业农村局"]
    source = draft(*lines)
    assert codes(source, "CMP006") == [("CMP006", "县农业农村局")]
    assert codes(plain(source), "CMP006") == []


def test_text_that_stops_stands_out_from_sentences_not_from_headings() -> None:
    heads = ["1|工作回顾", "1|主要做法", "1|存在问题", "1|下步打算"]
    source = draft("a5|关于机构改革的汇报", "任务已经完成。", *heads, "要进一步压实责任，")
    assert codes(source, "CMP006") == [("CMP006", "要进一步压实责任，")]
    assert codes(plain(source), "CMP006") == []


@pytest.mark.parametrize(
    ("style", "below", "kind"),
    [("2|", "", GroupKind.HEADINGS), ("", "各单位参加。", GroupKind.LEADS)],
)
def test_what_is_compared_are_headings_or_sentences(
    style: str, below: str, kind: GroupKind
) -> None:
    """Whether items have headings is known by their style, whatever is under them."""
    marked = ["1|一、全年工作", "2|（一）强化担当", "要学习。", "2|（二）抓好落实", "要落实。"]
    items = [
        f"{style}（一）建立工作专班，县政府牵头",
        below,
        f"{style}（二）建立包抓机制，县委办牵头",
        below,
    ]
    source = draft(*marked, "1|二、下步措施", *items)
    start = source.text.index("（一）建立")
    groups = [
        one for one in find_groups(parse(source), source.text) if one.members[0].start > start
    ]
    assert groups[0].kind is kind


def test_page_shows_marked_headings_as_such() -> None:
    source = draft("a5|工作汇报", "1|工作回顾", "完成了任务。", "（一）第一项", "要落实。")
    roles = [line.role for line in mark_lines(source, parse(source), [], [])]
    assert roles == ["title", "heading", "", "heading", ""]


def test_markdown_marks_the_same() -> None:
    text = "# 讲话 #\n\n```\n# 不是标题\n```\n\n## 一、提高认识\n\n> ### 引文\n\n#话题\n"
    found = [(one.span.of(text), one.level) for one in headings_of(text)]
    assert found == [("讲话", 0), ("一、提高认识", 2)]
    twice = "## 一、甲\n\n# 二、乙\n"
    assert [one.level for one in headings_of(twice)] == [2, 1]
