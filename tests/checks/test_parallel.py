"""Parallelism: headings as writers set them, some of them broken, some of them meant so."""

from collections.abc import Callable

import pytest

from speechlint.checks.parallel_clauses import ParallelClauses
from speechlint.checks.parallel_frame import ParallelFrame
from speechlint.diagnostic import Finding
from speechlint.draft import Draft
from speechlint.source import Source
from speechlint.syntax import parse

Layout = Callable[[list[str]], str]

NUMERALS = "一二三四五六七八九十"
BODY = "各级各部门要提高认识，把这项工作抓紧抓好。"
CHECKS = {
    "clauses": ParallelClauses(),
    "lead": ParallelFrame(fault="lead"),
    "frame": ParallelFrame(fault="frame"),
}


def own_lines(headings: list[str]) -> str:
    return "".join(
        f"{NUMERALS[number]}、{heading}\n{BODY}\n" for number, heading in enumerate(headings)
    )


def run_in(headings: list[str]) -> str:
    return "".join(
        f"（{NUMERALS[number]}）{heading}。{BODY}\n" for number, heading in enumerate(headings)
    )


def inside_a_paragraph(headings: list[str]) -> str:
    parts = (f"{NUMERALS[number]}要{heading}。{BODY}" for number, heading in enumerate(headings))
    return "".join(parts) + "\n"


def findings(text: str) -> list[tuple[str, str, str]]:
    """Fault, passage and variant of all findings."""
    source = Source("draft.txt", text)
    draft = Draft(source, parse(source))
    return [
        (fault, finding.span.of(text), finding.variant)
        for fault, check in CHECKS.items()
        for finding in check.run(draft)
    ]


def one_finding(text: str, fault: str) -> Finding:
    source = Source("draft.txt", text)
    (finding,) = CHECKS[fault].run(Draft(source, parse(source)))
    return finding


BROKEN = {
    "clauses": [
        "聚焦项目建设，夯实发展支撑|聚焦产业升级，提升发展质量|*聚焦改革开放|聚焦生态环境，厚植发展底色",
    ],
    "lead": [
        "坚持党的领导|坚持人民至上|*突出改革创新|坚持底线思维|坚持系统观念",
        "着力稳增长|着力调结构|着力促改革|*改善民生|着力防风险",
    ],
    "frame": [
        "在创新上求突破，开创新局面|在服务上求突破，打造新环境|*围绕改善民生，提升生活|在作风上求突破，展现新形象",
        "以党建引领促振兴|以产业升级促振兴|*以生态建设促发展|以文化繁荣促振兴|以人才支撑促振兴",
        "坚持以规划为引领|坚持以项目为抓手|*坚持抓好基层基础|坚持以制度为保障",
        "完成从单一到多元的转变|完成从粗放到集约的转变|*完成治理水平的提升|完成从被动到主动的转变",
        "推动“交通一体化”建设|推动“供水一体化”建设|*推动供电保障工程|推动“环卫一体化”建设",
    ],
}

MEANT = [
    # another subject, not another pattern
    "深化经济体制改革|推进行政体制改革|加快社会体制改革|扩大对外开放",
    "加强干部队伍建设|加强人才队伍建设|加强社工队伍建设|加强基层组织建设",
    # near synonyms in turn
    "加强组织领导|加强宣传引导|强化资金保障|加强督查考核",
    # the last sums up, or closes
    "大力发展现代农业|大力发展先进制造业|大力发展现代服务业|切实加强基础设施建设",
    # patterns that change on purpose
    "突出党建引领|突出产业振兴|突出生态宜居|聚力乡风文明|聚力治理有效|聚力生活富裕",
    # slots of any length
    "强化责任|强化农村低收入人口常态化帮扶|强化保障|强化考核",
    "关于经济工作|关于三农工作|关于民生工作|关于党的建设",
    "过去一年工作回顾|当前面临的形势和任务|今年的重点工作",
]


@pytest.mark.parametrize("layout", [own_lines, run_in, inside_a_paragraph])
@pytest.mark.parametrize(
    ("fault", "headings"), [(fault, one) for fault, many in BROKEN.items() for one in many]
)
def test_the_broken_one_is_found(fault: str, headings: str, layout: Layout) -> None:
    members = headings.split("|")
    odd = next(member[1:] for member in members if member.startswith("*"))
    text = layout([member.removeprefix("*") for member in members])
    assert [(found, span) for found, span, _ in findings(text)] == [(fault, odd)]


@pytest.mark.parametrize("layout", [own_lines, run_in, inside_a_paragraph])
@pytest.mark.parametrize("headings", MEANT)
def test_what_may_be_meant_is_left_alone(headings: str, layout: Layout) -> None:
    assert findings(layout(headings.split("|"))) == []


def test_a_sibling_that_keeps_the_frame_is_pointed_at() -> None:
    text = own_lines(
        ["坚持以规划为引领", "坚持走好自己的路", "坚持以项目为抓手", "坚持以制度为保障"]
    )
    finding = one_finding(text, "frame")
    facts = dict(finding.facts)
    assert (facts["frame"], facts["lacking"], facts["count"]) == ("坚持以□为□", "以…为", 3)
    (sibling,) = finding.partners
    assert sibling.span.of(text) == "坚持以规划为引领"


def test_another_lead_at_the_end_is_only_a_hint() -> None:
    headings = ["突出规划引领", "突出项目带动", "突出招商引资", "突出城乡融合", "全面加强党的建设"]
    assert findings(run_in(headings)) == [("lead", "全面加强党的建设", "doubtful")]
    headings.insert(1, headings.pop())
    assert findings(run_in(headings)) == [("lead", "全面加强党的建设", "")]


def test_a_longer_last_and_a_bare_first_heading_are_no_fault() -> None:
    pairs = ["稳住农业，守牢底线", "做强工业，壮大支撑", "搞活商贸，释放潜力", "办好民生，增进福祉"]
    assert findings(own_lines([*pairs, "改进作风，提高效能，建设满意机关"])) == []
    assert findings(own_lines(["总体要求", *pairs])) == []
    assert findings(own_lines([pairs[0], "总体要求", *pairs[1:]])) == [("clauses", "总体要求", "")]


def test_halfwidth_commas_divide_clauses_and_quoted_ones_do_not() -> None:
    headings = [
        "稳住农业,守牢底线",
        "做强工业,壮大支撑",
        "落实“稳住,进好”要求",
        "搞活商贸,释放潜力",
    ]
    assert findings(own_lines(headings)) == [("clauses", "落实“稳住,进好”要求", "")]


def test_a_sentence_between_parallel_ones_need_not_belong_to_them() -> None:
    text = (
        "优化城市布局。一张蓝图绘到底，一任接着一任干。分类引导小镇发展。宜工则工，宜旅则旅。"
        "优化城市功能。补上停车、充电、菜市场的短板。优化城市管理。像绣花一样精细。\n"
    )
    assert findings(text) == []


def test_findings_come_in_the_order_of_the_text() -> None:
    broken = ["坚持党的领导", "坚持人民至上", "突出改革创新", "坚持底线思维", "坚持系统观念"]
    text = f"一、工作回顾\n{run_in(broken)}二、工作安排\n{run_in(broken)}三、工作保障\n{BODY}\n"
    source = Source("draft.txt", text)
    found = [finding.span for finding in CHECKS["lead"].run(Draft(source, parse(source)))]
    assert len(found) == 2
    assert found == sorted(found)
