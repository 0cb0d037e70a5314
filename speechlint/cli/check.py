"""``speechlint check``: what is wrong with drafts."""

from __future__ import annotations

import click
import msgspec

from speechlint.cli.checking import CheckOptions, run_check
from speechlint.cli.options import configuration_options, selection_options
from speechlint.cli.paths import PathType
from speechlint.cli.wording import say
from speechlint.diagnostic import Severity
from speechlint.reports import FORMATS

_LEVELS = [severity.value for severity in Severity]


@click.command(
    "check",
    help=say(
        "检查文稿，或文件夹里的全部文稿；“-”是标准输入。",
        "Check drafts, or all drafts in folders; “-” is standard input.",
    ),
)
@click.argument("paths", nargs=-1, metavar=say("[路径]...", "[PATH]..."))
@click.option(
    "--output-format",
    type=click.Choice(list(FORMATS)),
    help=say("报告的格式，默认 full", "Format of the report; full by default."),
)
@click.option(
    "--output-file",
    type=PathType(folder=False),
    metavar=say("文件", "FILE"),
    help=say("报告写进文件", "Write the report to a file."),
)
@click.option(
    "--statistics",
    is_flag=True,
    help=say("只数每条规则报了几处", "Count the findings of each rule instead."),
)
@click.option("--fix", is_flag=True, help=say("改正可以放心改的", "Apply safe fixes."))
@click.option(
    "--unsafe-fixes",
    is_flag=True,
    help=say("连可能改变意思的也改，如重排序号", "Also those that may change the meaning."),
)
@click.option(
    "--diff", is_flag=True, help=say("只显示会怎么改，不动文件", "Show fixes, change nothing.")
)
@click.option(
    "--fix-only", is_flag=True, help=say("只改，不报告其余", "Apply fixes, report nothing else.")
)
@click.option(
    "--exit-non-zero-on-fix",
    is_flag=True,
    help=say("改过文件时退出码为 1", "Exit with 1 when something was fixed."),
)
@click.option(
    "--add-ignore",
    is_flag=True,
    help=say("给每处问题加注释，以后不再报", "Silence every finding by a comment in the draft."),
)
@selection_options
@click.option(
    "--baseline",
    type=PathType(folder=False),
    metavar=say("文件", "FILE"),
    help=say("不列这个文件里记下的问题", "Hide the findings that this file knows."),
)
@click.option(
    "--fail-level",
    type=click.Choice(_LEVELS),
    default=Severity.WARNING.value,
    help=say("有这一级或更重的问题时退出码为 1", "Exit with 1 on findings this bad or worse."),
)
@click.option("--exit-zero", is_flag=True, help=say("有问题也返回 0", "Exit with 0 on findings."))
@configuration_options
@click.option("--no-cache", is_flag=True, help=say("不用上次的结果", "Don't use earlier results."))
@click.option(
    "--watch", is_flag=True, help=say("文稿一改动就再检查", "Check again when a draft changes.")
)
@click.option(
    "--force-exclude",
    is_flag=True,
    help=say("点名的文件也照样排除", "Leave out excluded files even when named."),
)
@click.option(
    "--stdin-filename",
    metavar=say("路径", "PATH"),
    help=say("标准输入算作哪个文件", "The file that standard input stands for."),
)
@click.pass_context
def command(context: click.Context, /, **values: object) -> None:
    """Check drafts and report what there is to say."""
    options = msgspec.convert(values, CheckOptions)
    if options.watch:
        from speechlint.cli.watching import watch

        context.exit(watch(options, run_check))
    context.exit(run_check(options))
