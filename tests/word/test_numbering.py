"""Numbers that Word draws, resolved."""

from __future__ import annotations

import pytest

from speechlint.readers.docx import read_docx
from speechlint.readers.docx.formats import format_number
from tests.word.drafts import docx, level, numbered, numbering, paragraph, start_override, wrap

LADDER = [
    level(0, "chineseCounting", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimal", "（%4）"),
    level(4, "decimalEnclosedCircle", "%5"),
]


def labels(body: str, lists: str, styles: str = "") -> list[str]:
    parts = {"numbering": lists, **({"styles": styles} if styles else {})}
    text = read_docx("讲话稿.docx", docx(body, parts)).text
    return [line.removesuffix("甲").rstrip() for line in text.splitlines()]


def places(*numbers: int | tuple[int, int]) -> str:
    """Paragraphs at levels of list 1, or of another list: ``(level, list)``."""
    return "".join(
        numbered("甲", *(place if isinstance(place, tuple) else (place,))) for place in numbers
    )


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("decimal", "1 9 10 21 30 99"),
        ("decimalFullWidth", "１ ９ １０ ２１ ３０ ９９"),
        ("decimalZero", "01 09 10 21 30 99"),
        ("chineseCounting", "一 九 十 二十一 三十 九十九"),
        ("chineseCountingThousand", "一 九 十 二十一 三十 九十九"),
        ("japaneseCounting", "一 九 十 二十一 三十 九十九"),
        ("ideographDigital", "一 九 一〇 二一 三〇 九九"),
        ("chineseLegalSimplified", "壹 玖 壹拾 贰拾壹 叁拾 玖拾玖"),
        ("decimalEnclosedCircle", "① ⑨ ⑩ ㉑ ㉚ 99"),
        ("decimalEnclosedParen", "⑴ ⑼ ⑽ 21 30 99"),
        ("decimalEnclosedFullstop", "⒈ ⒐ ⒑ 21 30 99"),
        ("upperLetter", "A I J U DD UUUU"),
        ("lowerLetter", "a i j u dd uuuu"),
        ("upperRoman", "I IX X XXI XXX XCIX"),
        ("lowerRoman", "i ix x xxi xxx xcix"),
        ("ideographTraditional", "甲 壬 癸 21 30 99"),
        ("ordinal", "1st 9th 10th 21st 30th 99th"),
        ("aFormatOfTheFuture", "1 9 10 21 30 99"),
    ],
)
def test_formats(name: str, written: str) -> None:
    values = (1, 9, 10, 21, 30, 99)
    assert [format_number(value, name) for value in values] == written.split()


def test_formats_above_a_hundred() -> None:
    def write(name: str) -> list[str]:
        return [format_number(value, name) for value in (100, 101, 110, 1020, 2003)]

    assert write("chineseCountingThousand") == [
        "一百",
        "一百零一",
        "一百一十",
        "一千零二十",
        "二千零三",
    ]
    assert write("chineseCounting") == ["一〇〇", "一〇一", "一一〇", "一〇二〇", "二〇〇三"]
    assert write("japaneseCounting") == ["百", "百一", "百十", "千二十", "二千三"]


@pytest.mark.parametrize("value", [-1, 0, 10_000, 2_000_000_000])
def test_odd_numbers_are_written_somehow(value: int) -> None:
    from speechlint.readers.docx.formats import _FORMATS

    for name in _FORMATS:
        assert len(format_number(value, name)) < 50


def test_levels_restart_below_every_item_above() -> None:
    found = labels(places(0, 1, 1, 2, 2, 1, 2, 0, 1, 2, 3, 4, 4), numbering(LADDER))
    expected = "一、 （一） （二） 1. 2. （三） 1. 二、 （一） 1. （1） ① ②"
    assert found == expected.split()


def test_text_that_stands_between_does_not_end_a_list() -> None:
    body = places(0) + paragraph("甲") + places(0)
    assert labels(body, numbering(LADDER)) == ["一、", "", "二、"]


def test_level_without_an_item_above_shows_the_first_number() -> None:
    lists = numbering([level(0, "decimal", "%1"), level(1, "decimal", "%1.%2")])
    assert labels(places(1, 1, 0, 1), lists) == ["1.1", "1.2", "2", "2.1"]


def test_lists_of_one_definition_count_together() -> None:
    lists = numbering(LADDER, ["", ""])
    assert labels(places(0, 0, (0, 2), 0), lists) == ["一、", "二、", "三、", "四、"]


def test_list_with_a_start_of_its_own_begins_anew_once() -> None:
    lists = numbering(LADDER, ["", start_override(0, 1), start_override(0, 5)])
    found = labels(places(0, 0, (0, 2), (0, 2), (0, 3), (0, 2)), lists)
    assert found == ["一、", "二、", "一、", "二、", "五、", "六、"]


def test_list_with_a_level_of_its_own() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "第%1条", start=3)}</w:lvlOverride>'
    assert labels(places((0, 2), (0, 2)), numbering(LADDER, ["", own])) == ["第3条", "第4条"]


def test_restarts_that_a_level_asks_for() -> None:
    never = level(1, "decimal", "%2)", extra='<w:lvlRestart w:val="0"/>')
    after_first = level(2, "decimal", "%3]", extra='<w:lvlRestart w:val="1"/>')
    lists = numbering([level(0, "decimal", "%1"), never, after_first])
    found = labels(places(0, 1, 2, 1, 2, 0, 1, 2), lists)
    assert found == ["1", "1)", "1]", "2)", "2]", "2", "3)", "1]"]


def test_legal_numbering_shows_digits() -> None:
    legal = level(1, "decimal", "%1.%2", extra="<w:isLgl/>")
    lists = numbering([level(0, "chineseCounting", "第%1章"), legal])
    assert labels(places(0, 1, 0, 1), lists) == ["第一章", "1.1", "第二章", "2.1"]


def test_number_zero_takes_a_paragraph_out() -> None:
    properties = '<w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    place = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    listed = f'<w:style w:type="paragraph" w:styleId="L">{place}</w:style>'
    body = paragraph("甲", properties='<w:pStyle w:val="L"/>') + paragraph(
        "甲", properties=properties
    )
    assert labels(body, numbering(LADDER), wrap("styles", listed)) == ["一、", ""]


def test_style_gives_the_level_that_is_tied_to_it() -> None:
    tied = [
        level(number, "chineseCounting", text, extra=f'<w:pStyle w:val="{style}"/>')
        for number, text, style in [(0, "%1、", "H1"), (1, "（%2）", "H2")]
    ]
    numbers = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = wrap(
        "styles",
        f'<w:style w:type="paragraph" w:styleId="H1">{numbers}</w:style>'
        f'<w:style w:type="paragraph" w:styleId="H2">{numbers}</w:style>'
        '<w:style w:type="paragraph" w:styleId="My"><w:basedOn w:val="H2"/></w:style>',
    )
    body = "".join(
        paragraph("甲", properties=f'<w:pStyle w:val="{style}"/>')
        for style in ("H1", "H2", "My", "H1")
    )
    assert labels(body, numbering(tied), styles) == ["一、", "（一）", "（二）", "二、"]


def test_list_style_leads_to_the_definition() -> None:
    lists = wrap(
        "numbering",
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="S"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="S"/>{LADDER[0]}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>',
    )
    named = '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'
    styles = wrap("styles", f'<w:style w:type="numbering" w:styleId="S">{named}</w:style>')
    assert labels(places(0, (0, 2)), lists, styles) == ["一、", "二、"]


def test_bullets_are_no_numbers() -> None:
    lists = numbering([level(0, "bullet", "\uf0b7")])
    found = read_docx("讲话稿.docx", docx(places(0), {"numbering": lists}))
    assert (found.text, found.automatic) == ("甲\n", ())


@pytest.mark.parametrize(
    ("text", "suffix", "line"),
    [
        ("%1、", "", "1、甲"),
        ("（%1）", "space", "（1）甲"),
        ("%1.", "", "1. 甲"),
        ("%1.", "nothing", "1.甲"),
        ("第%1章", "space", "第1章 甲"),
    ],
)
def test_space_after_a_number(text: str, suffix: str, line: str) -> None:
    lists = numbering([level(0, "decimal", text, suffix=suffix)])
    found = read_docx("讲话稿.docx", docx(places(0), {"numbering": lists}))
    assert found.text == f"{line}\n"
    assert [span.of(found.text) for span in found.automatic] == [line.removesuffix("甲")]


def test_damaged_numbering_does_not_stop_the_reading() -> None:
    lists = wrap(
        "numbering",
        '<w:abstractNum><w:lvl w:ilvl="x"/><w:lvl w:ilvl="0"><w:start w:val="y"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"/>',
    )
    styles = wrap(
        "styles",
        '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>',
    )
    body = places(0, (99, 1), (0, 7)) + paragraph("甲", properties='<w:pStyle w:val="A"/>')
    assert labels(body, lists, styles) == ["", "", "", ""]
