"""Frames: the fixed parts of parallel phrases with slots between."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.syntax.cutting import cut_phrases
from speechlint.syntax.frames import Frame, make_frame


@pytest.mark.parametrize(
    ("texts", "frame"),
    [
        (
            [
                "在强基固本、补短强弱上下功夫，着力培育高质量发展新优势",
                "在开放合作、互利共赢上下功夫，不断拓展高质量发展新空间",
                "在为民办事、纾困解难上下功夫，用心书写高质量发展新答卷",
            ],
            "在□、□上下功夫，□高质量发展新□",
        ),
        (
            ["坚持以民生为根本，以更大力度办实事", "坚持以发展为核心，以更实举措抓项目"],
            "坚持以□为□，以更□",
        ),
        (["打造“便民”窗口", "打造“高效”窗口", "打造“阳光”窗口"], "打造“□”窗口"),
        (["审批流程标准化", "窗口服务规范化", "监督检查常态化"], "□化"),
        (["推行“网格化”治理", "推行“多元化”治理", "推行“智能化”治理"], "推行“□化”治理"),
        (["推动产业升级", "推进城市更新"], "□"),
        (["稳中求进", "稳中求进"], "稳中求进"),
        (["保供电", "强产业"], "□"),
    ],
)
def test_frame(texts: list[str], frame: str) -> None:
    assert str(make_frame(cut_phrases(texts))) == frame


def test_fillers_are_what_stands_in_the_slots() -> None:
    phrases = cut_phrases(["以党建促发展", "以项目促发展"])
    assert make_frame(phrases) == Frame(("以", "促发展"), (("党建", "项目"),))


def test_weight_leaves_marks_out() -> None:
    assert Frame(("打造“", "”，"), (("甲", "乙"),)).weight == 2


@given(st.lists(st.text("坚持以为发展，“”新", max_size=8), min_size=2, max_size=5))
def test_fillers_and_fixed_parts_give_the_phrases_back(texts: list[str]) -> None:
    frame = make_frame(cut_phrases(texts))
    for number, text in enumerate(texts):
        fillers = [filler[number] for filler in frame.fillers]
        parts = [frame.fixed[0]]
        for filler, part in zip(fillers, frame.fixed[1:], strict=True):
            parts += [filler, part]
        assert "".join(parts) == text
