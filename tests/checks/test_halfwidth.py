"""Half-width punctuation: counted and mended at once, where it is Chinese punctuation."""

from speechlint.checks.halfwidth import Halfwidth
from tests.checks.reading import mend, run


def test_one_finding_mends_all() -> None:
    text = "同志们:\n今天,开会(扩大);好吗?好!\n"
    findings = run(Halfwidth(), text)
    assert [dict(finding.facts)["count"] for finding in findings] == [7]
    assert mend(text, findings) == "同志们：\n今天，开会（扩大）；好吗？好！\n"


def test_few_are_stray() -> None:
    (finding,) = run(Halfwidth(), "今天,开会。")
    assert finding.variant == "stray"


def test_what_is_not_chinese_punctuation_stays() -> None:
    text = "(一)15:30开始\n(12)预算1,000万元，见https://a.cn/?b=1,2，A,B(C)\n（甲\n"
    assert run(Halfwidth(), text) == []
    assert run(Halfwidth(), "按 N=N0×2^(t/1.5)，逐年翻番，保密&nbsp;工作\n") == []
