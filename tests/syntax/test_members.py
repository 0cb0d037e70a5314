"""What the sentence of an announcement lists."""

import pytest

from speechlint.syntax.announcements import find_announcements
from speechlint.syntax.listed_after import members_after
from speechlint.syntax.listed_before import members_before
from speechlint.syntax.members import Members
from speechlint.syntax.unmarked import find_unmarked


def before(text: str) -> Members | None:
    found = find_announcements(text)
    return members_before(text, found[-1]) if found else None


def after(text: str) -> Members | None:
    found = find_announcements(text)
    return members_after(text, found[0]) if found else None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("谋划、储备、开工、投产“四个环节”", ["谋划", "储备", "开工", "投产"]),
        ("开展“强商、优品、活市”消费促进三大行动", ["强商", "优品", "活市"]),
        ("落实“对口”“对接”“互动”三项机制", ["“对口”", "“对接”", "“互动”"]),
        ("出台《意见》《办法》《细则》三个文件", ["《意见》", "《办法》", "《细则》"]),
        ("持续推进县、镇、村三级网格", ["持续推进县", "镇", "村"]),
        (
            "抓好供水（含管网、泵站）、供电、供气三件实事",
            ["抓好供水（含管网、泵站）", "供电", "供气"],
        ),
    ],
)
def test_members_ahead(text: str, found: list[str]) -> None:
    members = before(text)
    assert members is not None
    assert [span.of(text) for span in members.spans] == found
    assert members.differ_by(len(found)) == 0


@pytest.mark.parametrize(
    "text",
    [
        "坚定“四个自信”、做到“两个维护”",  # peers, each with its verb
        "新建便民路30条、改造水厂3个、建成两个中心",
        "落实“十条措施”、“三项机制”",
        "推进老城改造、新区建设等八大工程",  # the number is a total
        "落实技能培训、以工代赈的三项措施",
        "完成王庄渠道和李庄渠道，建设三大工程",
    ],
)
def test_no_members_ahead(text: str) -> None:
    assert before(text) is None


def test_joint_may_part_members_or_not() -> None:
    members = before("纺织鞋服、健康食品和新能源电池三大产业")
    assert members is not None
    assert [members.differ_by(number) for number in (1, 2, 3, 5)] == [1, 0, 0, 2]


def test_joint_ahead_of_the_first_member_parts_none() -> None:
    members = before("完善与派驻机构一起联合督办、群众评议、限期整改、回访问效“五位一体”")
    assert members is not None
    assert members.clear
    assert members.differ_by(5) == 1


@pytest.mark.parametrize(
    ("text", "clear"),
    [
        ("推动产业链、创新链、供应链“四链”", True),  # a character in common
        ("用好排查、交办、问责“四步工作法”", True),  # alike, one missing
        ("开展“净水、净气、净土”四大行动", True),
        ("净水、净气、净土七大行动", False),  # too far off: a part of them
        ("加快农村公路提升、电网改造延伸和水库除险加固、清淤四大工程", False),
        ("落实供水、供电两大行动和污水治理工程、厕所改造四项任务", False),
    ],
)
def test_only_a_plain_list_contradicts(text: str, clear: bool) -> None:
    members = before(text)
    assert members is not None
    assert members.clear is clear


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("绘制“三张图”（态势图、隐患图、资源图），", 3),
        ("推动六大产业(食品、医药、材料、丝绸、能源、装备)提质", 6),
        ("坚持“三个衔接”，即与规划衔接，与项目衔接，与资金衔接，推动发展。", 3),
        ("做到“三个必须”：必须守土有责，落到实处；必须守土负责；必须守土尽责。", 3),
        ("把握三个环节：调查、论证、决策。", 3),
        ("“四级”指省、市、县、乡，“三类”指其他。", 4),
    ],
)
def test_members_after(text: str, number: int) -> None:
    members = after(text)
    assert members is not None
    assert len(members.spans) == number
    assert members.clear


@pytest.mark.parametrize(
    "text",
    [
        "三大行动（以下简称行动）启动。",
        "三项任务（供水、供电等）完成。",
        "做好三件事：加快供水、供电、供气建设，改善环境，方便群众。",
        "提出两大类指标，包括3个约束性指标、8个预期性指标。",
        "以“三个年”为抓手、以项目为重点，",
    ],
)
def test_no_members_after(text: str) -> None:
    assert after(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "三个县（市、区）整体达标。",  # another name for the thing
        "抓好“三个年”，就是要突出重点、抓住关键。",
        "落实“三项政策、一项改革”，即敞开收购农民余粮、粮食顺价销售。",
    ],
)
def test_what_may_be_no_list_of_members(text: str) -> None:
    members = after(text)
    assert members is None or not members.clear


def test_keyed_members_stand_side_by_side() -> None:
    text = "做好三项工作：加快道路建设工作，推进厕所改造，抓好绿化工作。"
    assert after(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (
            "实施“三心工程”。实施“安心”就业工程。办好培训。实施“舒心”养老工程。建好驿站。实施“放心”用水工程。\n",
            3,
        ),
        (
            "做到“两个更加注重”：\n——更加注重实效。改作风。\n——更加注重长远。谋后劲。\n同志们，努力！",
            2,
        ),
        ("坚持“三个坚持”。\n坚持党建引领。建强支部。\n坚持群众路线。多进门。\n坚持真抓实干。\n", 3),
        ("改革分三步走：第一步，摸清底数；第二步，登记造册；第三步，颁发证书。", 3),
    ],
)
def test_unmarked_series(text: str, number: int) -> None:
    series = find_unmarked(text, find_announcements(text)[0])
    assert series is not None
    assert len(series.spans) == number
    assert series.clear or number < 3


def test_paragraphs_between_dashes_leave_a_doubt() -> None:
    text = "做好三件事：\n——修路。\n路要修好。\n——架桥。\n同志们，努力！\n"
    series = find_unmarked(text, find_announcements(text)[0])
    assert series is not None
    assert not series.clear
