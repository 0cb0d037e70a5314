"""Parts of a draft: what must be there, and the many texts that owe nothing."""

import pytest

from speechlint.checks.ending import Ending
from speechlint.checks.parts import Parts
from speechlint.checks.roadmap import Roadmap
from speechlint.draft import Draft
from speechlint.source import Source
from speechlint.syntax import parse

BODY = """\
一、任务怎么看
今年的任务比往年重，时间比往年紧，容不得半点等待。
二、工作怎么干
各单位要把任务拆到周、落到人，逐项建账，完成一件销号一件，年底统一交账。
"""
SPEECH = f"在工作会议上的讲话\n同志们：\n今天的会很重要，我讲两点意见。\n{BODY}"


def draft_of(text: str) -> Draft:
    source = Source("draft.txt", text)
    return Draft(source, parse(source))


def found(check: Parts | Ending, text: str) -> list[str]:
    return [finding.span.of(text) for finding in check.run(draft_of(text))]


CONCLUSION = Ending(fault="conclusion")
FORMULA = Ending(fault="formula")
CUT = Ending(fault="cut")
SALUTATION = Parts(part="salutation")
OPENING = Parts(part="opening")


@pytest.mark.parametrize("stop", range(len(SPEECH) - 25, len(SPEECH) - 2))
def test_a_text_that_stops_inside_a_sentence_is_cut_and_nothing_else(stop: int) -> None:
    text = SPEECH[:stop]
    assert len(found(CUT, text)) == (text[-1] != "；")
    assert found(CONCLUSION, text) == []


@pytest.mark.parametrize(
    "last",
    ["三", "三要", "（三）", "第三，", "三、加强领导", "各单位要", "各单位要拆解任务，并", "加强"],
)
def test_bare_markers_and_headings_at_the_end_are_cuts(last: str) -> None:
    assert len(found(CUT, f"{SPEECH}{last}")) == 1


@pytest.mark.parametrize(
    "last",
    [
        "县教育局\n2024年3月5日",
        "附件：任务清单",
        "附件：1.任务清单\n2.分工表\n3.联系表",
        "责任编辑：小周",
        "（此件公开发布）",
        "县政府办公室2024年3月5日印发",
        "张三",
        "欧 阳 明",
        "谢谢大家！",
    ],
)
def test_what_ends_without_a_stop_by_custom_is_no_cut(last: str) -> None:
    assert found(CUT, f"{SPEECH}{last}\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "参会名单\n张三\n李四\n王五",
        "指标\t去年\t今年\n产值\t12\t15\n税收\t3\t4",
        "# 说明\n- 支持文本\n- 支持文档\n- 支持表格",
        "一句没写完的话",
        "",
    ],
)
def test_lists_and_scraps_are_no_cuts(text: str) -> None:
    assert found(CUT, text) == []


def test_the_unfinished_end_of_one_document_in_a_collection_is_found() -> None:
    text = f"讲话篇1\n{SPEECH}最后一句没有说完，因为\n讲话篇2\n{SPEECH}"
    assert found(CUT, text) == ["因为"]


def test_a_speech_that_stops_with_its_body_lacks_a_conclusion() -> None:
    assert found(CONCLUSION, SPEECH) == ["年底统一交账。"]
    assert found(CONCLUSION, f"{SPEECH}同志们，让我们一起努力！") == []


@pytest.mark.parametrize(
    "text",
    [
        f"关于抓好落实的通知\n各科室：\n{BODY}",
        f"抓好落实工作方案\n{BODY}",
        f"在座谈会上的讲话（2018年6月5日）\n这次会议开得及时。\n{BODY}",
        f"尊敬的张老师：\n您好！\n{BODY}",
        BODY,
    ],
    ids=["notice", "plan", "printed speech", "letter", "nothing known"],
)
def test_what_is_not_read_aloud_owes_no_parts(text: str) -> None:
    for check in (CONCLUSION, FORMULA, SALUTATION, OPENING, Parts(part="title")):
        assert found(check, text) == []


def test_a_briefing_wants_its_formula_even_behind_a_fine_last_sentence() -> None:
    head = "工作情况汇报\n尊敬的各位领导：\n今年的情况是这样的。\n"
    text = f"{head}{BODY}下一步，我们将作出更大贡献。\n"
    (finding,) = FORMULA.run(draft_of(text))
    assert finding.variant == ""
    assert found(FORMULA, f"{text}以上汇报，请批评指正。\n") == []
    assert found(FORMULA, text.replace("是这样的", "如下，不妥之处，请批评指正")) == []


def test_a_written_briefing_is_a_lesser_matter() -> None:
    (finding,) = FORMULA.run(draft_of(f"工作情况汇报\n今年的情况是这样的。\n{BODY}"))
    assert finding.variant == "written"


def test_the_salutation_is_missed_at_the_first_own_line() -> None:
    teaser = "下面是小编为您整理的讲话稿，欢迎阅读！\n"
    text = SPEECH.replace("同志们：\n", teaser) + "同志们，让我们一起努力！"
    assert found(SALUTATION, text) == ["今天的会很重要"]


def test_an_address_at_the_end_stands_in_for_no_salutation() -> None:
    assert found(SALUTATION, f"{SPEECH}同志们，让我们一起努力！") == []
    text = f"今天的会很重要。\n{BODY}同志们，让我们一起努力！"
    assert found(SALUTATION, text) == ["今天的会很重要"]


def test_clauses_right_behind_the_salutation_are_an_opening_of_their_own() -> None:
    text = (
        "在会议上的讲话\n同志们：\n一是抓重点。抓住关键。\n二是抓难点。\n三是抓亮点。\n我就讲这些。"
    )
    assert found(OPENING, text) == []


def test_a_title_may_be_long() -> None:
    title = (
        "某某市推进高标准农田建设领导小组办公室关于做好"
        + "土地整治和农田水利建设" * 4
        + "工作的通知"
    )
    text = f"{title}\n各有关单位：\n{BODY}特此通知。\n"
    assert found(Parts(part="title"), text) == []
    assert found(Parts(part="title"), text.removeprefix(f"{title}\n")) == ["各有关单位"]


def test_topics_of_one_character_are_no_obstacle() -> None:
    text = f"同志们：\n我从“德”、“能”、“勤”三个方面讲。\n{BODY}三、最后谁来干\n大家来干。\n"
    assert list(Roadmap().run(draft_of(text))) == []


def test_a_user_may_want_a_part_of_other_genres() -> None:
    text = f"县长讲话\n{BODY}同志们，让我们一起努力！"
    assert found(Parts(part="salutation", genres=("notice",)), text) == []
    assert found(Ending(fault="conclusion", genres=("notice",)), f"关于落实的通知\n{BODY}") == [
        "年底统一交账。"
    ]


def test_a_spoken_briefing_greets_its_audience() -> None:
    text = f"在推进会上的汇报发言\n今年的情况是这样的。\n{BODY}汇报完毕，谢谢大家。\n"
    assert found(SALUTATION, text) == ["今年的情况是这样的"]


def test_an_office_that_a_briefing_goes_to_is_its_addressee() -> None:
    opening = "按照会议安排，我就整改工作汇报如下："
    text = f"关于整改工作的汇报\n\n{{}}\n{opening}\n{BODY}以上汇报，请审议。\n"
    assert found(SALUTATION, text.format("县人民政府：")) == []
    assert found(SALUTATION, text.format("市委、市政府：")) == []
    assert len(found(SALUTATION, text.format("今年的任务很重。"))) == 1
