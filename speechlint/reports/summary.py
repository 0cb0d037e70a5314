"""The last line of a report for people: how much was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from speechlint.diagnostic import Severity
from speechlint.reports.look import Look
from speechlint.runner import CheckedFile


def summarise(files: Sequence[CheckedFile], look: Look) -> str:
    """How many files were checked, and what was found in them."""
    if not files:
        return look.say("没有找到可检查的文稿", "no drafts to check")
    counts = Counter(one.severity for file in files for one in file.diagnostics)
    checked = look.say(f"检查了 {len(files)} 个文件", _count(len(files), "file") + " checked")
    if not counts:
        return look.say(f"{checked}，没有发现问题", f"{checked}, nothing found")
    parts = [
        look.say(f"{zh} {counts[severity]} 处", _count(counts[severity], en))
        for severity, zh, en in (
            (Severity.ERROR, "错误", "error"),
            (Severity.WARNING, "警告", "warning"),
            (Severity.INFO, "提示", "note"),
        )
        if counts[severity]
    ]
    return look.say(f"{checked}：{'，'.join(parts)}", f"{checked}: {', '.join(parts)}")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
