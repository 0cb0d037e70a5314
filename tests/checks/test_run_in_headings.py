import pytest

from speechlint.checks.run_in_headings import RunInHeadings
from tests.checks.reading import places, run

CHECK = RunInHeadings(openers=frozenset({"坚持", "推动", "加大", "全力"}))
SIBLINGS = [
    "（一）抓好粮食收购。随到随收，现款结算，不打一张白条。",
    "（二）抓好农机检修。一台一台过，不带病下田，不误农时。",
    "（三）抓好种子储备。良种备足五成以上，专库专人保管。",
]


def _list_with(item: str) -> str:
    return "\n".join([*SIBLINGS, f"（四）{item}"]) + "\n"


@pytest.mark.parametrize(
    "item",
    [
        "抓好水利建设坚持建管并重，疏浚沟渠三百公里。管护经费列入预算。",
        "抓好疫病防控防疫是养殖业的命根子。春秋两季集中免疫。",
        "抓好农资供应全力打击假冒伪劣。查处一起，曝光一起。",
        "抓好技术培训全年要办班六十期，培训农民五千人次，编印资料两万份。送课到村。",
        "抓好灌区改造大型灌区节水工程全面完工。水到田头，跑冒滴漏明显少了。",
        "抓好粮油加工加快粮油加工园区的招商。一次签约九家。",
        "抓好防火值守这是冬春两季的头等大事。人在岗，责上肩。",
        "抓好农田建设新增高标准农田一百二十亩。当年建成，当年见效。",
    ],
)
def test_a_heading_glued_to_its_text_is_found(item: str) -> None:
    text = _list_with(item)
    assert [place[:5] for place in places(run(CHECK, text), text)] == ["（四）抓好"]


@pytest.mark.parametrize(
    "item",
    [
        "抓好秋冬种。面积稳在二十万亩，一亩都不能少，一天都不能拖。",
        "抓好以家庭农场为主体的新型经营主体培育。新增家庭农场一百家。",
        "抓好农业社会化服务体系建设。新增服务组织六十家。",
        "抓好防灾减灾，确保安全度汛。物资备足，队伍待命。",
        "抓好改良土壤加大培肥力度。秸秆还田，绿肥肥田。",
        "培肥土壤加大投入推动轮作。秸秆还田，绿肥肥田。",
        "动员机关干部全力投入抢收。一人包一片，一片不落下。",
        "推动农业机械化水平不断提高。耕种收全程用上机器。",
    ],
)
def test_a_heading_with_a_stop_is_left_alone_however_long(item: str) -> None:
    assert run(CHECK, _list_with(item)) == []


def test_items_that_are_plain_sentences_have_no_headings() -> None:
    text = (
        "一是粮食丰收，总产达到历年最高。\n"
        "二是农民增收，收入增幅高于城镇居民。\n"
        "三是农村变样，坚持建管并重改造了一大批老旧管网和村道。\n"
    )
    assert run(CHECK, text) == []


def test_a_finding_ends_where_the_stop_is_missing_if_that_is_clear() -> None:
    text = _list_with("抓好水利建设坚持建管并重，疏浚沟渠三百公里。管护经费列入预算。")
    assert places(run(CHECK, text), text) == ["（四）抓好水利建设"]


def test_a_very_long_sentence_takes_no_long_time() -> None:
    text = _list_with("抓好水利建设坚持建管并重" * 20_000)
    assert len(run(CHECK, text)) <= 1
