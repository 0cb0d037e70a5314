"""Masks that swallowed a part of a word."""

import pytest

from speechlint.checks.damage import Damage
from tests.checks.reading import places, run


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("入选四XX省试点", ["四XX省"]),
        ("产品销往湖**省", ["湖**省"]),
        ("潼××豆豉、涪**和凯XX", ["潼××", "涪**", "凯XX"]),
        ("“XX阳市消费节”和**阳机场", ["XX阳市", "**阳机场"]),
        ("“XX品出XX”行动，“双X”促销", ["XX品出XX", "双X"]),
        ("有效**了难题，要**瓶颈，着力**制约发展的短板", ["**了", "**瓶颈", "**制约"]),
        ("推进XX遂内铁路建设", ["XX遂内铁路"]),
        ("“乐购XX州”", ["XX州"]),
    ],
)
def test_fragment(text: str, expected: list[str]) -> None:
    assert places(run(Damage(), text), text) == expected


def test_the_only_candidate_is_named() -> None:
    (finding,) = run(Damage(), "入选四XX省试点")
    assert (finding.variant, dict(finding.facts)["likely"]) == ("known", "四川省")
    (finding,) = run(Damage(), "产品销往湖**省")
    assert finding.variant == ""


@pytest.mark.parametrize(
    "text",
    [
        "XX县、**区和XX镇，在**市和**县，从XX省来，全市XX区，我市XX镇",
        "王XX同志、聂XX书记、李**、张×主任到会",
        "XX茶宿、“XX蓝”、XX民歌、XX味道、XX港区、XX林区",
        "要**同志解决难题，要X个部门破解瓶颈，对XX水库存在的问题",
        "自治州成立，XX州委研究",
        "连续X年，第X次，X月X日，20**年",
    ],
)
def test_whole_words(text: str) -> None:
    assert places(run(Damage(), text), text) == []
