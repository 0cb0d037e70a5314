"""How often each rule has spoken, instead of where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from speechlint.diagnostic import Diagnostic
from speechlint.reports.look import Look
from speechlint.reports.summary import summarise
from speechlint.runner import CheckedFile


def render(files: Sequence[CheckedFile], look: Look) -> Iterator[str]:
    """A line a rule, the most frequent first, with the number of files."""
    counts: Counter[str] = Counter()
    spread: Counter[str] = Counter()
    example: dict[str, Diagnostic] = {}
    for file in files:
        for one in file.diagnostics:
            counts[one.code] += 1
            example.setdefault(one.code, one)
        spread.update({one.code for one in file.diagnostics})
    width = len(str(max(counts.values(), default=0)))
    for code, number in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        one = example[code]
        where = look.say(f"{spread[code]} 个文件", f"in {spread[code]} files")
        yield f"{number:>{width}}  {look.tint(code, one.severity)}  {one.name}  {look.dim(where)}"
    yield summarise(files, look)
