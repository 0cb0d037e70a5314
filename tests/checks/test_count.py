"""Announcements that are not kept, and those that are."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechlint.checks.count import Count
from speechlint.checks.counting import Fault
from speechlint.diagnostic import Finding
from speechlint.draft import Draft
from speechlint.source import Source
from speechlint.syntax import parse


def draft(text: str) -> Draft:
    source = Source("draft.txt", text)
    return Draft(source, parse(source))


def findings(text: str, slogans: tuple[str, ...] = ()) -> Iterator[tuple[str, Finding]]:
    one = draft(text)
    for fault in Fault:
        for finding in Count(fault=fault, slogans=slogans).run(one):
            yield fault.value, finding


def faults(text: str, slogans: tuple[str, ...] = ()) -> list[tuple[str, str, object]]:
    """Kind, place and number found of every complaint."""
    return [
        (kind, finding.span.of(text), dict(finding.facts)["found"])
        for kind, finding in findings(text, slogans)
    ]


def test_members_are_shown() -> None:
    text = "重点抓好三项工作：一是修渠，二是补苗。\n"
    ((_, finding),) = findings(text)
    assert dict(finding.facts) == {"phrase": "三项工作", "announced": 3, "found": 2}
    assert [(partner.span.of(text), partner.role) for partner in finding.partners] == [
        ("一是修渠", "member"),
        ("二是补苗", "member"),
    ]


POINTS = ("修渠补漏。抢在雨季前完工。", "备足种子。统一采购。", "培训农机手。分片包干。")
MARKERS = {
    "一、": ("一、", "二、", "三、"),
    "（一）": ("（一）", "（二）", "（三）"),
    "一是": ("一是", "二是", "三是"),
    "第一，": ("第一，", "第二，", "第三，"),
    "首先": ("首先，", "其次，", "最后，"),
    "第一句话：": ("第一句话：", "第二句话：", "第三句话："),
    "——": ("——", "——", "——"),
}


def as_paragraphs(markers: tuple[str, ...]) -> str:
    points = "".join(f"{marker}{point}\n" for marker, point in zip(markers, POINTS, strict=True))
    return points + "同志们，春耕不等人。\n"


@pytest.mark.parametrize("markers", MARKERS.values(), ids=MARKERS)
@pytest.mark.parametrize(
    "lead",
    [
        "下面，我讲{}点意见：\n",
        "今年重点抓好以下{}个方面工作。\n",
        "要办好{}件事。\n",
        "想同大家聊{}句话。\n",
    ],
)
def test_series_of_every_kind(lead: str, markers: tuple[str, ...]) -> None:
    body = as_paragraphs(markers)
    assert faults(lead.format("三") + body) == []
    ((kind, _, found),) = faults(lead.format("四") + body)
    assert (kind, found) == ("series", 3)
    ((kind, _, found),) = faults(lead.format("两") + body)
    assert (kind, found) == ("series", 3)


def test_a_series_continued_after_other_paragraphs() -> None:
    text = (
        "下面，我讲三点意见。\n"
        "一、修渠补漏\n抢在雨季前完工。\n"
        "二、备足种子\n一是统一采购，二是登记造册。\n各村都要去人。\n"
        "三、培训农机手\n分片包干。\n"
    )
    assert faults(text) == []


def test_a_promise_kept_after_a_digression() -> None:
    body = "稍后，王书记还要讲话，请大家认真领会。\n一、修渠补漏\n二、备足种子\n三、培训农机手\n"
    assert faults("按照安排，我先讲三点意见。" + body) == []
    assert [kind for kind, _, _ in faults("按照安排，我先讲四点意见。" + body)] == ["series"]


def test_heading_with_one_list_below() -> None:
    body = "农时不等人。一是早安排。提前动员。二是早动手。趁墒播种。三是早见效。抓好管护。\n"
    body += "二、守住底线\n防汛不松懈。\n"
    assert faults("一、把握三个原则\n" + body) == []
    assert faults("一、把握四个原则\n" + body) == [("series", "四个原则", 3)]


def test_what_a_list_under_a_named_heading_says_may_be_how() -> None:
    text = "（一）深化“四水”共治。一是强责任，二是补短板，三是严考核。\n（二）推进绿化。多种树。\n"
    assert faults(text) == []


def test_larger_difference_is_another_matter() -> None:
    text = "全年新建二十个项目。一是渠道项目。二是道路项目。三是水厂项目。\n"
    assert faults(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "要增强“四个意识”、坚定“四个自信”、做到“两个维护”。一是学，二是查，三是改。\n",
        "坚持“三农”优先。一是抓粮，二是抓路。\n",
        "增强“四个意识”，（一）（二）两条都要做到。\n",
        "围绕“五位一体”总体布局，建设美丽乡村、平安乡村、文明乡村。\n",
    ],
)
def test_fixed_phrases_announce_nothing(text: str) -> None:
    assert faults(text) == []


def test_fixed_phrase_with_its_members_beside_it() -> None:
    text = "坚决纠治形式主义、官僚主义、享乐主义“四风”，改进作风。\n"
    assert faults(text) == [("sentence", "“四风”", 3)]


def test_slogans_of_the_user() -> None:
    text = "大力弘扬“三种精神”。一是能吃苦，二是肯钻研。\n"
    assert faults(text) == [("series", "“三种精神”", 2)]
    assert faults(text, slogans=("三种精神",)) == []


def test_parts_of_a_name_are_added_up() -> None:
    heads = ["突出修渠", "突出备种", "聚力农机", "聚力培训"]
    items = "".join(
        f"（{n}）{head}。抓紧落实。\n" for n, head in zip("一二三四", heads, strict=True)
    )
    assert faults("做到“两个突出、两个聚力”。\n" + items) == []
    assert faults("做到“两个突出、三个聚力”。\n" + items) == [("series", "“两个突出、三个聚力”", 4)]


def test_each_part_of_a_name_delivered_by_itself() -> None:
    text = (
        "春耕呈现“两早两快”态势。\n"
        "“两早”：一是整地早，二是育秧早。\n"
        "“两快”：一是机耕快，二是插秧快，三是返青快。\n"
    )
    assert faults(text) == [("series", "“两快”", 3)]


def test_looking_back() -> None:
    body = "一、修渠补漏。抓紧动工。\n二、备足种子。统一采购。\n三、培训农机手。分片包干。\n"
    assert faults(body + "以上三点意见，请大家抓好落实。\n") == []
    ((kind, place, found),) = faults(body + "以上四点意见，请大家抓好落实。\n")
    assert (kind, place, found) == ("series", "四点意见", 3)


def test_promise_of_a_number_left_open() -> None:
    assert faults("下面，我讲几点意见。\n一、修渠\n二、备种\n") == []
    ((kind, place, _),) = faults("下面，我讲几点意见。\n春耕不等人，要早安排。\n")
    assert (kind, place) == ("missing", "几点意见")


@pytest.mark.parametrize(
    "text",
    [
        "会上，省长提出三点要求。\n会后，各地迅速行动。\n",  # somebody else's
        "下面，我讲两点意见。\n要早安排，早动手。要细管护，多增收。\n",  # begin alike
        "我主要讲两个问题。\n渠道漏水，不修不行。\n种子不足，不买不行。\n",  # a paragraph each
        "以下三个方面的工作，大家都很辛苦。\n",
    ],
)
def test_no_plain_promise_or_some_list(text: str) -> None:
    assert faults(text) == []


def test_nothing_is_said_of_an_amount_that_is_masked() -> None:
    assert faults("从X个方面提出了要求，讲X点意见。\n一、修渠\n二、备种\n") == []


@pytest.mark.parametrize(
    "text",
    [
        # A named set at the end of an opening, ahead of the first heading.
        "奋力谱写“三个走在前”新篇章。\n一、统一思想\n二、突出重点\n三、压实责任\n四、严格考核\n",
        "大家要发扬“三牛”精神。\n——讲政治。\n——抓落实。\n同志们，春耕不等人。\n",
        # The last words govern the amount instead of being a member.
        "加强组织领导、强化督查考核、严格执行“四项制度”。",
        "做到思想不松、力度不减、标准不降、牢牢守住“三条底线”。",
        "推进财政统筹、预算改革、基层“四保”，",
        # The amount is itself one of several things.
        "学习借鉴产业联合体、庭院经济、集体“四资”监管等做法，",
        "深化整治校园餐、殡葬、农田建设、集体“五资”管理、基金管理等问题。",
        "先后走访王庄、李庄、赵庄两个乡镇三个村。",
        # Somebody stands between, or the number counts something else.
        "刚才，王庄镇、李庄镇、赵庄镇和水利局四个单位作了发言，",
        "王庄、李庄等三个村通了自来水。",
        "坚持“产业兴旺、生态宜居、乡风文明”十二字方针，",
        "全县划出河道、林地、湿地三类保护地，新建桥梁四座。",
        # Ordered by other words than markers.
        "下面，我讲三个方面的意见。第一个方面，讲认识。第二个方面，讲任务。第三个方面，讲责任。\n",
        "改革分两个阶段进行：第一阶段从三月到五月；第二阶段从六月到八月。\n",
        "突出“三个强化”，即强化领导，健全机制；强化要素，增加投入；强化考核，兑现奖惩。\n",
        # A summary number with parts of its own.
        "概括起来就是“一二三四”：一个目标、两个重点、三项任务、四个保障。\n",
        "明确了15个方面的重点任务和4个方面的保障措施。一是突出质量。二是突出民生。\n",
    ],
)
def test_silent_where_the_evidence_is_weak(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("出台《意见》《办法》《细则》四个文件，", "四个文件", 3),
        ("做好“四篇文章”：特色文章、品牌文章、融合文章。\n", "“四篇文章”", 3),
        ("抓好教育、卫生、文化、体育三项工作。\n", "三项工作", 4),
        ("推动产业链、创新链、资金链“四链”融合，", "“四链”", 3),
        ("完善与村组一起联合巡查、群众评议、限期整改、回访问效“五位一体”机制，", "“五位一体”", 4),
        ("突出“三个强化”：强化领导、强化保障，推动落实。\n", "“三个强化”", 2),
    ],
)
def test_members_in_the_sentence(text: str, place: str, found: int) -> None:
    assert faults(text) == [("sentence", place, found)]


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("要做强“四项主业”。一要抓粮，二要抓菜，三要抓果。\n", "“四项主业”", 3),
        ("会议有四项议程：一是传达精神，二是通报情况，三是安排工作。\n", "四项议程", 3),
        (
            "推动“四个一体化”。推动“供水一体化”。通好水。推动“供电一体化”。推动“环卫一体化”。\n",
            "“四个一体化”",
            3,
        ),
        ("改革分三步走：第一步，摸清底数；第二步，登记造册。\n", "三步走", 2),
    ],
)
def test_series(text: str, place: str, found: int) -> None:
    assert faults(text) == [("series", place, found)]


PIECES = [
    *("一是", "二是", "一、", "（一）", "讲三点意见", "以下", "三个", "五大工程", "几点", "第一步"),
    *("“四化”", "“三进三超”", "“", "”", "《", "》", "、", "，", "。", "：", "（", "）", "——"),
    *("以上两点", "位一体", "和", "等", "即", "甲", "十二", "X", "12个", "\n", "\r\n", "𠮷"),
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_text_is_judged_and_places_lie_inside(text: str) -> None:
    for _, finding in findings(text):
        for span in (finding.span, *(partner.span for partner in finding.partners)):
            assert 0 <= span.start <= span.end <= len(text)


def test_stages_by_what_is_counted() -> None:
    lead = "整治工作分{}个阶段进行。\n"
    body = "（一）排查阶段。逐户登记。\n（二）整改阶段。逐项销号。\n（三）巩固阶段。回头看。\n"
    assert faults(lead.format("三") + body) == []
    assert [found for _, _, found in faults(lead.format("四") + body)] == [3]


def test_paragraphs_that_end_with_what_was_announced() -> None:
    lead = "他们身上体现了{}种精神：\n"
    body = "忠诚担当的精神；\n勤勉务实的精神；\n甘于奉献的精神。\n全县干部要向他们学习。\n"
    assert faults(lead.format("三") + body) == []
    assert [found for _, _, found in faults(lead.format("四") + body)] == [3]
