"""Emphasis is blanked, a mask is left where it stands."""

import pytest

from speechlint.readers.markdown import mask


def shown(text: str) -> str:
    """What a reader of the prose sees, with single spaces."""
    return " ".join(mask(text).split())


@pytest.mark.parametrize(
    "line",
    [
        "刚才，**县、**县、**区作了发言。",
        "刚才，**县、**县作了发言，**同志通报了情况。",
        "完成投资**亿元，同比增长**%。",
        "总量达到**.**亿元，**县最低。",
        "20**年，全县生产总值增长**%；20**年增长**％。",
        "****年，**省长来调研。",
        "要以***同志的讲话为指引，落实***书记的要求。",
        "2024年*月*日",
        "*市*县*镇的同志",
        "**市**县**镇的同志们辛苦了",
        "出席会议的有**、**、**等同志。",
        "工业、**、文化等产业",
        "要立足**实际，突出问题导向。同时，**各县区要抓好落实。",
        "一要支持**的发展，二要支持**的改革。",
        "引进**集团、**公司等企业**家。",
        "**县工作扎实。**县进步很快。",
        "近三年**届常委会和**主任",
    ],
)
def test_masks_stay(line: str) -> None:
    assert mask(line) == line


@pytest.mark.parametrize(
    ("line", "prose"),
    [
        ("这是全年工作的**重点**。", "这是全年工作的 重点 。"),
        ("**一、提高思想认识**", "一、提高思想认识"),
        ("**一、**提高思想认识", "一、 提高思想认识"),
        ("**（一）抓项目。**各部门要主动上门。", "（一）抓项目。 各部门要主动上门。"),
        ("一是**坚持党的领导。**要把方向。", "一是 坚持党的领导。 要把方向。"),
        ("**重点**、**难点**、**热点**都要抓", "重点 、 难点 、 热点 都要抓"),
        ("要突出**重点工作**抓落实", "要突出 重点工作 抓落实"),
        ("完成**12**个项目", "完成 12 个项目"),
        ("**县域经济**是短板", "县域经济 是短板"),
        ("**市场主体**活力不够", "市场主体 活力不够"),
        ("**县委书记讲话提纲**", "县委书记讲话提纲"),
        ("**同志们：**", "同志们："),
        ("***特别要紧***：安全", "特别要紧 ：安全"),
        ("这里*稍慢*，那里稍快", "这里 稍慢 ，那里稍快"),
        ("**要点 *尤其* 是这一条**", "要点 尤其 是这一条"),
        ("我代表**县委、县政府**，向大家问好", "我代表 县委、县政府 ，向大家问好"),
        ("**首先，**要看到成绩", "首先， 要看到成绩"),
        ("** 标题 **", "标题"),
        ("要__注意__安全，__注意__，", "要__注意__安全， 注意 ，"),
        ("~~删去~~保留", "删去 保留"),
    ],
)
def test_emphasis_goes(line: str, prose: str) -> None:
    assert shown(line) == prose


def test_a_line_may_hold_both() -> None:
    text = "**一、肯定成绩**\n刚才，**县、**县作了发言。要抓住**关键环节**用力。\n"
    assert shown(text) == "一、肯定成绩 刚才，**县、**县作了发言。要抓住 关键环节 用力。"


def test_a_doubtful_pair_is_a_mask_where_the_draft_has_masks() -> None:
    doubtful = "要支持**先行先试，加快推动**跨越发展"
    assert "*" not in mask(doubtful)
    assert mask(f"{doubtful}\n完成**亿元") == f"{doubtful}\n完成**亿元"


def test_an_escaped_mask_stays_in_one_piece() -> None:
    assert mask(r"刚才，\*\*县、\*\*县发言") == "刚才，****县、****县发言"
    assert mask(r"联系人：\_\_\_\_") == "联系人：________"


def test_an_escaped_asterisk_emphasises_nothing() -> None:
    assert mask(r"\*重点\*") == "**重点**"


@pytest.mark.parametrize("blank", ["20__年", "___年___月___日", "召开____会议", "__月__日"])
def test_blanks_to_fill_in_stay(blank: str) -> None:
    assert mask(blank) == blank
