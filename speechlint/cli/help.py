"""Help in the language of the user, its columns even under Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterable

import click

from speechlint.cli.wording import say
from speechlint.reports.columns import fill, measure

_WORD = re.compile(r"\s*[!-~]+[，。；：、）]?|\s*.")
"""What stays on one line: a word of Latin letters or a single Chinese character."""


class HelpFormatter(click.HelpFormatter):
    """Click's formatter with our words for its headings, and with columns as terminals count."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """How the command is called."""
        args = args.replace("[OPTIONS]", say("[选项]", "[OPTIONS]"))
        super().write_usage(prog, args, prefix or say("用法：", "Usage: "))

    def write_heading(self, heading: str) -> None:
        """The heading of a section."""
        chinese = {"Options": "选项", "Commands": "命令"}.get(heading, heading)
        self.write(" " * self.current_indent + say(f"{chinese}：", f"{heading}:") + "\n")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Options or commands with what they do, in two columns."""
        rows = list(rows)
        first = min(max((measure(term) for term, _ in rows), default=0), col_max) + col_spacing
        left = " " * (self.current_indent + first)
        for term, explanation in rows:
            lines = _wrap(explanation, self.width - len(left))
            alone = measure(term) + col_spacing > first
            head = " " * self.current_indent + (term if alone else fill(term, first))
            if alone:
                self.write(f"{head}\n{left}")
            else:
                self.write(head)
            self.write(f"\n{left}".join(lines) + "\n")


def _wrap(text: str, width: int) -> list[str]:
    """A text in lines of so many columns; Chinese may break anywhere but ahead of a stop."""
    lines = [""]
    for piece in _WORD.findall(text):
        if lines[-1] and measure(lines[-1] + piece) > width and piece not in "，。；：、）”":
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return lines
