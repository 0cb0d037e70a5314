"""The command ``speechlint``; each subcommand is imported when it is called."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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


def _show_help(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        click.echo(context.get_help(), color=context.color)
        context.exit()


def _show_version(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        click.echo(f"speechlint, version {__version__}", color=context.color)
        context.exit()


Callback = Callable[[click.Context, click.Parameter, bool], None]


def _eager_option(names: Sequence[str], callback: Callback, wording: str) -> click.Option:
    """An option that does its work and ends the program.

    Click has its own, but to look for a translation of its words Python loads the locales at every
    start.
    """
    return click.Option(
        names,
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=callback,
        help=wording,
    )


def _help_option() -> click.Option:
    wording = say("显示这些说明", "Show this message and exit.")
    return _eager_option(("-h", "--help"), _show_help, wording)


def _version_option() -> click.Option:
    wording = say("显示版本", "Show the version and exit.")
    return _eager_option(("-V", "--version"), _show_version, wording)


class HelpContext(click.Context):
    """A context whose help speaks the language of the user."""

    def make_formatter(self) -> click.HelpFormatter:
        """What writes the help."""
        from speechlint.cli.help import HelpFormatter

        return HelpFormatter(width=self.terminal_width, max_width=self.max_content_width)


class LazyGroup(click.Group):
    """Subcommands that are imported when they are called."""

    context_class = HelpContext

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the subcommands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A subcommand by its name."""
        if cmd_name not in COMMANDS:
            from speechlint.cli.refusal import unknown_command

            raise click.UsageError(unknown_command(cmd_name, COMMANDS), ctx)
        found: click.Command = import_module(COMMANDS[cmd_name]).command
        if found.add_help_option:
            found.add_help_option = False
            found.params.append(_help_option())
            found.context_class = HelpContext
        return found


@click.group(
    cls=LazyGroup,
    help=say(
        "检查讲话稿、工作报告、致辞、主持词的结构：序号、数目、成分、残留、对仗。",
        "Check the structure of Chinese official drafts: numbering, counts, parts, residue.",
    ),
    add_help_option=False,
    invoke_without_command=True,
    subcommand_metavar=say("命令 [参数]...", "COMMAND [ARGS]..."),
    params=[_help_option(), _version_option()],
)
@click.pass_context
def speechlint(context: click.Context) -> None:
    """The command line."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help(), err=True, color=context.color)
        context.exit(2)
