"""The command ``speechlint``; each subcommand is imported when it is called."""

from __future__ import annotations

from importlib import import_module

import click

from speechlint import __version__
from speechlint.cli.wording import say

COMMANDS = {
    "check": "speechlint.cli.check",
    "annotate": "speechlint.cli.annotate",
    "outline": "speechlint.cli.outline",
    "text": "speechlint.cli.text",
    "report": "speechlint.cli.report",
    "stats": "speechlint.cli.stats",
    "rule": "speechlint.cli.rule",
    "baseline": "speechlint.cli.baseline",
    "config": "speechlint.cli.config",
    "init": "speechlint.cli.init",
    "server": "speechlint.server.command",
    "clean": "speechlint.cli.clean",
}
"""The modules of the subcommands; each holds one named ``command``."""


class LazyGroup(click.Group):
    """Subcommands that are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the subcommands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A subcommand by its name."""
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = import_module(COMMANDS[cmd_name]).command
        return found


@click.group(
    cls=LazyGroup,
    help=say(
        "检查讲话稿、工作报告、致辞、主持词的结构：序号、数目、成分、残留、对仗。",
        "Check the structure of Chinese official drafts: numbering, counts, parts, residue.",
    ),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, "-V", "--version", prog_name="speechlint")
def speechlint() -> None:
    """The command line."""
