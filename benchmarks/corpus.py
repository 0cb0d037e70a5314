"""Drafts to measure with: made up by chance from phrases written for it, the same every time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from speechlint.syntax.numerals import format_numeral

_WHO = (
    "各级各部门",
    "广大干部群众",
    "市直有关单位",
    "基层党组织",
    "各项目专班",
    "工业园区",
    "乡镇和街道",
    "行业主管部门",
    "重点企业",
    "驻村工作队",
    "包联责任人",
    "窗口工作人员",
)
_HOW = (
    "坚持问题导向",
    "突出重点环节",
    "紧盯时间节点",
    "聚焦群众期盼",
    "对照年度目标",
    "立足自身实际",
    "树牢系统观念",
    "强化协同配合",
    "发扬实干作风",
    "用好改革办法",
    "守住安全底线",
    "围绕中心任务",
)
_DO = (
    "统筹推进",
    "加快实施",
    "扎实开展",
    "持续深化",
    "全面落实",
    "着力破解",
    "稳步扩大",
    "主动对接",
    "认真梳理",
    "及时解决",
    "不断完善",
    "严格规范",
)
_WHAT = (
    "产业链招商",
    "老旧管网改造",
    "农村人居环境整治",
    "政务服务事项下沉",
    "重大项目前期工作",
    "中小企业融资服务",
    "高标准农田建设",
    "城市内涝治理",
    "职业技能培训",
    "养老托育设施建设",
    "矛盾纠纷排查化解",
    "河道综合治理",
    "闲置土地盘活",
    "科技成果转化",
    "基层减负各项措施",
    "惠民资金监管",
)
_SO = (
    "推动各项任务落地见效",
    "让群众得到更多实惠",
    "为全年目标打下坚实基础",
    "切实把短板补齐补强",
    "努力实现质量和效益同步提升",
    "确保工作不断档、不落空",
    "以一域之进支撑全局之稳",
    "形成上下贯通的工作格局",
    "以实绩回应社会关切",
    "在比学赶超中争先进位",
)
_HEADS = ("坚定信心", "突出重点", "深化改革", "改善民生", "守牢底线", "转变作风")
_NUMERALS = "一二三四五六"


def make_draft(seed: int, size: int = 4000) -> str:
    """A speech of about that many code points, with three levels of items."""
    chance = random.Random(seed)
    lines = ["在全市重点工作推进会上的讲话", "", "同志们："]
    lines.append(_paragraph(chance, 3) + "下面，我讲六点意见。")
    quota = max(size // 8, 1)
    for numeral, head in zip(_NUMERALS, _HEADS, strict=True):
        lines.append(f"{numeral}、{head}，{_clause(chance)}")
        lines.extend(_section(chance, quota))
    lines.append(
        "同志们，任务已经明确，让我们振奋精神、真抓实干，为全市高质量发展作出新的更大贡献！"
    )
    return "\n".join(lines) + "\n"


def make_drafts(total: int, size: int = 4000) -> Iterator[str]:
    """Drafts with about that many code points in all."""
    return (make_draft(seed, size) for seed in range(max(total // size, 1)))


def read_folder(folder: Path) -> list[str]:
    """The texts below a folder, as they are."""
    return [path.read_bytes().decode("utf-8") for path in sorted(folder.rglob("*.txt"))]


def _section(chance: random.Random, quota: int) -> Iterator[str]:
    written = number = 0
    while written < quota:
        number += 1
        line = f"（{format_numeral(number, '一')}）{_clause(chance)}。{_paragraph(chance, 4)}"
        if chance.random() < 0.1:
            line += _series(chance)
        yield line
        plain = _paragraph(chance, 5)
        yield plain
        written += len(line) + len(plain)


def _series(chance: random.Random) -> str:
    family = chance.choice("是要")
    count = chance.randint(3, 5)
    items = (f"{one}{family}{_clause(chance)}。{_sentence(chance)}" for one in _NUMERALS[:count])
    return _sentence(chance) + "".join(items)


def _paragraph(chance: random.Random, sentences: int) -> str:
    return "".join(_sentence(chance) for _ in range(sentences))


def _sentence(chance: random.Random) -> str:
    figure = f"，完成投资{chance.randint(1, 900)}.{chance.randint(1, 9)}亿元"
    middle = figure if chance.random() < 0.3 else f"，{_clause(chance)}"
    return f"{chance.choice(_WHO)}要{chance.choice(_HOW)}{middle}，{chance.choice(_SO)}。"


def _clause(chance: random.Random) -> str:
    return f"{chance.choice(_DO)}{chance.choice(_WHAT)}"
