"""The drafts in examples/: the clean ones are in order, the others have the faults we put in."""

from pathlib import Path

import pytest

from speechlint import Settings, lint, read

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
EXPECTED = {
    "主持词.md": [
        "9 CNT001 四项议程",
        "13 PLH004 【单位名称】",
        "21 PLH002 ×××",
        "29 NUM008 二是",
        "31 PUN003 ，，",
    ],
    "工作汇报.txt": [
        "9 PLH003 20**年",
        "9 PLH002 X",
        "9 PLH007 X",
        "13 NUM009 （三）、",
        "19 NUM002 二、",
        "25 CMP005 年内培训新型职业农民800人。",
    ],
    "政府工作报告.txt": [
        "9 PLH002 X",
        "19 NUM001 三、",
        "25 CNT001 五个方面工作",
        "35 CMP006 为谱写全县现代化",
    ],
    "致辞.txt": [
        "3 RES003 字号：大 中 小",
        "12 PUN002 ,",
        "14 PUN001 “",
        "16 RES001 ##pagebreak##",
        "23 RES003 责任编辑：本站编辑",
        "24 RES002 如若转载，请注明出处。",
    ],
    "讲话.txt": [
        "5 PLH001 **",
        "5 PLH001 **",
        "5 PLH001 **",
        "5 CNT001 六点意见",
        "11 NUM001 五要",
        "16 PAR001 把规范执法挺在前面，敢于动真碰…",
    ],
    "述职报告.txt": [
        "8 RES004 \u200b",
        "8 NUM003 三是",
        "11 WRD001 截止",
        "13 PAR001 坚持廉洁自律，树立良好形象，守…",
        "18 DUP001 严格遵守中央八项规定精神，管好…",
    ],
}
LONG = 15


def findings(path: Path) -> list[str]:
    """Line, code and covered text of everything that is said about a draft."""
    source = read(path)
    found = lint(source, Settings())
    lines = [source.position(one.span.start).line for one in found]
    covered = [shorten(one.span.of(source.text)) for one in found]
    return [
        f"{line} {one.code} {text}" for line, one, text in zip(lines, found, covered, strict=True)
    ]


def shorten(text: str) -> str:
    return text if len(text) <= LONG else f"{text[:LONG]}…"


def test_every_draft_has_a_clean_twin() -> None:
    drafts = {path.name for path in EXAMPLES.iterdir() if path.suffix in (".md", ".txt")}
    assert drafts == {path.name for path in (EXAMPLES / "clean").iterdir()} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_draft_has_the_faults_that_were_put_in(name: str) -> None:
    assert findings(EXAMPLES / name) == EXPECTED[name]


@pytest.mark.parametrize("name", EXPECTED)
def test_a_clean_draft_gives_no_finding(name: str) -> None:
    assert findings(EXAMPLES / "clean" / name) == []
