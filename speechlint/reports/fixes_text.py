"""What fixes did to drafts, or would do: a difference, and notes on what to read over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import unified_diff

from speechlint.reports.look import Look
from speechlint.runner.fixing import FixedFile


def render_difference(file: FixedFile, look: Look) -> Iterator[str]:
    """The change of a file as a unified diff."""
    before, after = file.before.text, file.fixed.source.text
    lines = unified_diff(
        _lines(before), _lines(after), file.before.path, file.before.path, lineterm=""
    )
    for line in lines:
        kind = line[:1] if not line.startswith(("---", "+++")) else ""
        text = line.rstrip("\r\n")
        colour = {"-": "31", "+": "32", "@": "36"}.get(kind)
        yield look.paint(text, colour) if colour else text


def render_notes(files: Sequence[FixedFile], look: Look, *, written: bool = True) -> Iterator[str]:
    """What was mended, or would be, and what the writer should look at again."""
    for file in files:
        source = file.fixed.source
        for reference in file.fixed.references:
            line = source.position(reference.span.start).line
            yield look.say(
                f"{source.path}:{line}: 这里提到“{reference.text}”，序号改过了，请核对",
                f"{source.path}:{line}: “{reference.text}” may mean a number that has changed",
            )
        if not file.fixed.settled:
            yield look.say(
                f"{source.path}: 有的改动互相牵扯，没有改完，请自己看一看",
                f"{source.path}: some fixes undo each other and were left out",
            )
    counts = Counter(code for file in files for code in file.fixed.codes)
    if counts:
        listed = look.say("，", ", ").join(
            look.say(f"{code} {number} 处", f"{code} {number}")
            for code, number in sorted(counts.items())
        )
        number = len(files)
        where = look.say(f"{number} 个文件", f"{number} {_files(number)}")
        done = look.say("改了", "fixed in") if written else look.say("会改", "would fix in")
        yield look.say(f"{done} {where}：{listed}", f"{done} {where}: {listed}")


def _files(number: int) -> str:
    return "file" if number == 1 else "files"


def _lines(text: str) -> list[str]:
    """The lines of a text with their ends, which a change may concern."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
