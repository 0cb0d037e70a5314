"""The figures of drafts."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from speechlint.source import Source
from speechlint.statistics import DocumentFigures, Section, SectionKind, measure
from speechlint.syntax import parse

SPEECH = """在全市春耕生产会议上的讲话

同志们：
今天的会议很重要。下面，我讲两点意见。
一、抢抓农时，备足农资
要盯紧天气。种子化肥要备足。
（一）抢时间。早动手，早安排。
（二）保供应。货源充足、质量可靠。
二、压实责任，抓好落实
各乡镇要包到田块。
同志们，让我们不误农时，夺取丰收！
附件：
1.种子调运表
2.化肥调运表
"""


def measured(text: str) -> DocumentFigures:
    source = Source("a.txt", text)
    return measure(source, parse(source))[0]


def test_a_draft_falls_into_opening_items_closing_and_appendix() -> None:
    figures = measured(SPEECH)
    assert [(one.kind, one.heading.of(SPEECH)) for one in figures.sections] == [
        (SectionKind.OPENING, ""),
        (SectionKind.ITEM, "一、抢抓农时，备足农资"),
        (SectionKind.ITEM, "二、压实责任，抓好落实"),
        (SectionKind.CLOSING, ""),
        (SectionKind.APPENDIX, ""),
    ]
    closing = figures.sections[3].span.of(SPEECH)
    assert closing == "同志们，让我们不误农时，夺取丰收！\n"
    assert [one.heading.of(SPEECH) for one in figures.sections[1].sections] == [
        "（一）抢时间",
        "（二）保供应",
    ]


def test_punctuation_is_counted_but_not_spoken() -> None:
    figures = measured("要盯紧天气，\n种子 化肥（3 吨）要备足。\n")
    assert (figures.characters, figures.spoken) == (18, 14)


def test_speaking_time_leaves_out_the_appendix() -> None:
    figures = measured(SPEECH)
    appendix = figures.sections[-1].spoken
    assert appendix == len("附件1种子调运表2化肥调运表")
    assert figures.seconds(60) == figures.spoken - appendix
    assert figures.seconds(240) == figures.seconds(60) / 4


def test_sentences_and_four_character_phrases() -> None:
    figures = measured("抢抓农时，备足农资。早动手、早安排！\n")
    assert figures.sentences.count == 2
    assert figures.sentences.mean == 8
    assert figures.sentences.longest.start == 0
    assert (figures.four_character, figures.phrases) == (2, 4)
    assert figures.four_character_density == 0.5


def test_items_are_counted_by_level() -> None:
    assert measured(SPEECH).items == (2, 2)


@given(st.text(st.sampled_from("一二三、（）是要同志们：。！\n农时附件1.")))
def test_sections_divide_the_draft(text: str) -> None:
    figures = measured(text)
    for section in figures.sections:
        assert inside(section)
    assert sum(one.spoken for one in figures.sections) == figures.spoken
    assert all(a.span.end <= b.span.start for a, b in pairs(figures.sections))


def inside(section: Section) -> bool:
    return all(
        section.span.start <= one.span.start and one.span.end <= section.span.end and inside(one)
        for one in section.sections
    )


def pairs(sections: tuple[Section, ...]) -> list[tuple[Section, Section]]:
    return list(pairwise(sections))
