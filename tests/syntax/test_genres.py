"""What a draft is taken for, and when one would rather not say."""

import re

import pytest

from speechlint.lexicon import load_lexicon
from speechlint.source import Source
from speechlint.syntax import parse
from speechlint.syntax.closings import ClosingLexicon
from speechlint.syntax.genres import all_genres, find_genre

BODY = """\
今年以来，各项工作平稳推进，成绩来之不易，问题也不容回避。
下半年任务依然很重，还要一件一件抓好落实。
"""


def genre_of(text: str) -> str:
    return parse(Source("draft.txt", text)).documents[0].genre


@pytest.mark.parametrize(
    ("title", "genre"),
    [
        ("在全镇防汛工作会议上的讲话", "speech"),
        ("在全镇防汛工作会议上的讲话稿（2篇）", "speech"),
        ("县长在半年工作会上的讲话提纲", "speech"),
        ("水利工作情况汇报", "briefing"),
        ("在调研座谈会上的汇报发言", "briefing"),
        ("在任职大会上的表态发言", "pledge"),
        ("在现场会上的经验交流材料", "experience"),
        ("2023年某镇政府工作报告", "government-report"),
        ("在商会年会上的致辞", "address"),
        ("职工运动会开幕词", "opening-address"),
        ("年度述职述廉报告", "duty-report"),
        ("工作推进会主持词", "host-script"),
        ("关于做好防汛工作的通知", "notice"),
        ("关于增加经费的请示", "request"),
        ("关于防汛准备情况的报告", "report"),
        ("防汛工作实施方案", "document"),
    ],
)
def test_a_title_tells_the_genre(title: str, genre: str) -> None:
    assert genre_of(f"{title}\n各位领导、同志们：\n{BODY}") == genre


def test_the_longest_kind_in_a_title_wins() -> None:
    assert genre_of(f"关于学习讲话精神的通知\n各科室：\n{BODY}") == "notice"


@pytest.mark.parametrize(
    ("head", "genre"),
    [
        ("各位代表：\n现在，我代表镇人民政府，向大会报告工作，请予审议。\n", "government-report"),
        ("同志们：\n我代表镇党委，向大会作工作报告，请予审议。\n", "congress-report"),
        ("各位来宾：\n我谨代表主办单位，向各位的到来表示热烈的欢迎！\n", "address"),
        ("尊敬的各位领导：\n现将有关工作汇报如下。\n", "briefing"),
        ("同志们：\n今天的会很重要。\n", "speech"),
        ("尊敬的张老师：\n您好！来信收到了。\n", ""),
        ("今天天气很好。\n", ""),
    ],
)
def test_without_a_title_the_first_lines_tell(head: str, genre: str) -> None:
    assert genre_of(head + BODY) == genre


@pytest.mark.parametrize(
    ("closing", "genre"),
    [("特此通知。", "notice"), ("汇报完毕，谢谢大家！", "briefing"), ("此致\n敬礼！", "letter")],
)
def test_without_a_title_the_closing_tells(closing: str, genre: str) -> None:
    assert genre_of(f"各位领导：\n{BODY}{closing}\n") == genre


def test_a_speech_printed_with_its_date_is_a_document() -> None:
    head = "在村务公开座谈会上的讲话（2018年6月5日）\n这次座谈会，我想讲三点意见。\n"
    assert genre_of(head + BODY) == "document"


@pytest.mark.parametrize(
    "text",
    [
        f"在座谈会上的讲话\n根据会议安排，我讲三点意见。\n{BODY}",
        f"在座谈会上的讲话（2018年6月5日）\n{BODY}同志们，让我们一起努力！\n",
        f"在座谈会上的讲话（2018年6月5日）\n{BODY}谢谢大家！\n",
    ],
    ids=["begins to speak", "turns to its audience", "thanks it"],
)
def test_a_speech_without_salutation_shows_that_it_is_spoken(text: str) -> None:
    assert genre_of(text) == "speech"


def test_a_briefing_without_an_audience_is_a_paper() -> None:
    assert genre_of(f"防汛工作情况汇报\n{BODY}") == "briefing-paper"


@pytest.mark.parametrize(
    ("first", "genre"),
    [
        ("现将我镇有关情况汇报如下。", "briefing-paper"),
        ("下面，我就有关情况作简要汇报，讲三个方面。", "briefing"),
        ("今天，我们在这里汇报工作。", "briefing"),
    ],
)
def test_we_report_on_paper_and_i_report_aloud(first: str, genre: str) -> None:
    assert genre_of(f"防汛工作情况汇报\n{first}\n{BODY}") == genre


def test_each_document_of_a_collection_has_its_own_genre() -> None:
    outline = parse(
        Source("draft.txt", f"座谈会讲话篇1\n同志们：\n{BODY}会议主持词篇2\n同志们：\n{BODY}")
    )
    assert [one.genre for one in outline.documents] == ["speech", "host-script"]


def test_the_lexicon_is_consistent() -> None:
    closings = {closing.name for closing in load_lexicon("closings", ClosingLexicon).closings}
    names = [genre.name for genre in all_genres()]
    assert len(set(names)) == len(names)
    for genre in all_genres():
        assert {*genre.closings, *genre.foreign} <= closings
        assert not genre.printed or find_genre(genre.printed)
        assert "formula" not in genre.needs or (genre.closings and genre.closing)
        assert "salutation" not in genre.needs or genre.salutation
        re.compile(genre.opening)
