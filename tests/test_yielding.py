"""One place, one finding: a rule is silent where a more specific one speaks."""

import pytest

from speechlint.linter import lint
from speechlint.settings import Settings
from speechlint.source import Source

GLUED = """\
（一）压实责任。县级领导包抓重点项目，每周到一线协调，每月通报进度。
（二）强化要素保障优先安排用地指标，专班对接金融机构，缩短审批时间。
（三）严格督导。督查室每半月通报一次，对进度滞后的点名，限期整改。
"""
CUT = """\
一、提高认识
项目是发展的抓手，各单位要把它放在心上。
二、抓好落实
领导小组每周调度一次，问题不过夜。
三、严明纪律
"""
SIGNED = """\
（一），，把好入口关。新上项目先过环评。
（二），，管住排放口。在线监测、、全覆盖。
"""


def found(text: str, *ignored: str) -> list[tuple[str, str]]:
    settings = Settings(ignore=("CMP001", "CMP002", *ignored))
    diagnostics = lint(Source("draft.txt", text), settings)
    return [(one.code, one.span.of(text)) for one in diagnostics]


@pytest.mark.parametrize(
    ("text", "specific", "general"),
    [
        (GLUED, "NUM012", "NUM010"),
        (CUT, "CMP006", "NUM010"),
        (SIGNED, "NUM009", "PUN003"),
    ],
)
def test_the_more_specific_rule_speaks(text: str, specific: str, general: str) -> None:
    ((_, place),) = (one for one in found(text) if one[0] == specific)
    assert not any(
        code == general and (place in other or other in place) for code, other in found(text)
    )
    assert general in {code for code, _ in found(text, specific)}


def test_a_rule_that_yields_speaks_of_other_places() -> None:
    assert found(SIGNED) == [("NUM009", "（一），，"), ("PUN003", "、、")]


def test_what_is_silenced_does_not_come_back_by_another_name() -> None:
    silenced = GLUED.replace("（二）", "<!-- speechlint: ignore[NUM012] -->\n（二）")
    assert "NUM010" not in {code for code, _ in found(silenced)}
