"""Masks are found whole, and what looks like one is left alone."""

import pytest

from speechlint.syntax.masks import find_masks


def marked(text: str, raw: str | None = None) -> str:
    """The text with ⟦masks⟧ and ⟪dates⟫ shown."""
    for mask in reversed(find_masks(text, text if raw is None else raw)):
        opening, closing = "⟪⟫" if mask.dated else "⟦⟧"
        start, end = mask.span.start, mask.span.end
        text = f"{text[:start]}{opening}{text[start:end]}{closing}{text[end:]}"
    return text


@pytest.mark.parametrize(
    "text",
    [
        "⟦**⟧县、⟦**⟧区，⟦*⟧书记，⟦***⟧同志，⟦＊＊⟧镇",
        "⟦**.x⟧%，⟦**.**⟧%，⟦x.*⟧倍，⟦X.X⟧%，12.⟦X⟧%，1⟦X⟧%，3⟦X⟧个",
        "⟦XX⟧县，⟦ＸＸ⟧镇，⟦xx⟧局，⟦××⟧市，⟦×××⟧书记，⟦○○⟧公司，⟦△△⟧村",
        "鹤⟦X⟧高速，双⟦X⟧，⟦X⟧、⟦X⟧两地，⟦X⟧-⟦X⟧个，541⟦XX⟧段，⟦XX⟧2023年会",
        "新建⟦X⟧G基站，开发⟦XXX⟧APP，GDP⟦X⟧%，增长+⟦X⟧%，“⟦X⟧+⟦X⟧”体系，创成⟦*⟧A级景区",
        "增长⟦×⟧%，居第⟦×⟧位，⟦×⟧县，达⟦×⟧户，⟦×⟧同志",
        "连续⟦X⟧年增长，⟦X⟧月内办结",
    ],
)
def test_mask(text: str) -> None:
    plain = text.replace("⟦", "").replace("⟧", "")
    assert marked(plain) == text


@pytest.mark.parametrize(
    "text",
    [
        "⟪20**年⟫、⟪201*年⟫、⟪20XX年⟫、⟪20××年⟫、⟪20__年⟫、⟪****年⟫、⟪二○××年⟫、⟪20**年度⟫",
        "⟪X月X日⟫、⟪*月底⟫、⟪X月份⟫、⟪*-*月前⟫、⟪2024年X月X日⟫、⟪5月__日⟫、⟪○○年○月○日⟫",
        "⟪20XX—20XX年⟫规划，⟪__年__月__日⟫，⟪2024年  月  日⟫，⟪20  年  月  日⟫",
    ],
)
def test_date(text: str) -> None:
    plain = text.replace("⟪", "").replace("⟫", "")
    assert marked(plain) == text


@pytest.mark.parametrize(
    "text",
    [
        "深化“5+X”改革，“硒＋X”产业，1+N+X模式，X+N，1+X证书，“X”是指专项工作",
        "“数据要素×”三年行动，人工智能×，文化×科技，7×24小时，4×4，2×100万千瓦，2.4×10",
        "415X集群，X射线，X光机，5G，XXL号，PHF，PX项目，Model X，SpaceX，XML，X平台，X-15，3x3",
        "一九八○年，二○二六年，二〇〇三年，○○后，A县和B市，PM_2.5",
        "https://www.xiexie.com/XX，xx@xx.com，138****1234，3*4，*.docx，带*号的",
        "注：*表示试点，*为必填，X、Y两个变量，坐标为(X,Y)，X线检查",
        "* 第一项\n***\n**一、提高认识**\n- **重点工作**：抓好\n",
    ],
)
def test_look_alike(text: str) -> None:
    assert marked(text) == text


def test_markup_that_was_blanked_is_no_blank_date() -> None:
    assert find_masks("年  月  日", "年**月**日") == ()


def test_a_long_run_is_one_mask() -> None:
    masks = find_masks("共" + "*" * 100_000 + "个", "共" + "*" * 100_000 + "个")
    assert [mask.span.end - mask.span.start for mask in masks] == [100_000]
