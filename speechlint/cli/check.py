"""``speechlint check``: what is wrong with drafts."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from speechlint.cli.options import Options, configuration_options, selection_options
from speechlint.cli.output import terminal_look, write_text, write_utf8
from speechlint.cli.wording import say
from speechlint.diagnostic import Severity
from speechlint.readers import read_bytes
from speechlint.reports import FORMATS
from speechlint.rulebook import Language
from speechlint.runner import CheckedFile, SettingsFinder, check_files, check_sources, search_drafts

_STDIN = "-"


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
    default="full",
    help=say("报告的格式", "Format of the report."),
)
@selection_options
@click.option(
    "--fail-level",
    type=click.Choice([severity.value for severity in Severity]),
    default=Severity.WARNING.value,
    help=say("有这一级或更重的问题时退出码为 1", "Exit with 1 on findings this bad or worse."),
)
@click.option("--exit-zero", is_flag=True, help=say("有问题也返回 0", "Exit with 0 on findings."))
@configuration_options
@click.option("--no-cache", is_flag=True, help=say("不用上次的结果", "Don't use earlier results."))
@click.option(
    "--stdin-filename",
    metavar=say("路径", "PATH"),
    help=say("标准输入算作哪个文件", "The file that standard input stands for."),
)
@click.pass_context
def command(
    context: click.Context,
    *,
    paths: tuple[str, ...],
    output_format: str,
    select: tuple[str, ...],
    extend_select: tuple[str, ...],
    ignore: tuple[str, ...],
    preview: bool | None,
    genre: str,
    fail_level: str,
    exit_zero: bool,
    config: Path | None,
    isolated: bool,
    language: Language | None,
    no_cache: bool,
    stdin_filename: str | None,
) -> None:
    """Check drafts and report what there is to say."""
    options = Options(
        config=config,
        isolated=isolated,
        language=language,
        select=select,
        extend_select=extend_select,
        ignore=ignore,
        preview=preview,
        genre=genre,
    )
    finder = options.finder()
    paths = paths or (".",)
    if _STDIN in paths:
        files = _check_stdin(paths, stdin_filename, finder)
    else:
        files = check_files(search_drafts(paths, finder), finder)
    form = FORMATS[output_format]
    spoken = finder.settings_for(stdin_filename or paths[0]).language
    write = write_utf8 if form.for_programs else write_text
    write(form.render(files, terminal_look(spoken)))
    if not exit_zero and _reaches(files, Severity(fail_level)):
        context.exit(1)


def _check_stdin(
    paths: Sequence[str], name: str | None, finder: SettingsFinder
) -> list[CheckedFile]:
    if len(paths) > 1:
        raise click.UsageError(
            say("“-”不能和别的路径一起用", "“-” cannot be used with other paths")
        )
    path = name or _STDIN
    data = sys.stdin.buffer.read()
    return check_sources([(read_bytes(path, data), finder.settings_for(path))])


def _reaches(files: Sequence[CheckedFile], level: Severity) -> bool:
    return any(one.severity.rank >= level.rank for file in files for one in file.diagnostics)
