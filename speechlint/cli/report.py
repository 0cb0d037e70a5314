"""``speechlint report``: the page for people who would rather look."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec

from speechlint.cli.gathering import gather, write_failures
from speechlint.cli.options import Options, configuration_options, selection_options
from speechlint.cli.output import write_file, write_text
from speechlint.cli.paths import PathType
from speechlint.cli.wording import say
from speechlint.reports import FORMATS, Look
from speechlint.runner import compare_files

_PAGE = "speechlint-report.html"


class ReportOptions(Options, frozen=True, kw_only=True):
    """What the command line says."""

    paths: tuple[str, ...]
    output: Path
    open_page: bool


@click.command(
    "report",
    help=say(
        "写一份网页报告：提纲、旁注、各部分长短，双击就能看，可以打印。",
        "Write a page to look at and to print: outline, notes in the margin, lengths.",
    ),
)
@click.argument("paths", nargs=-1, required=True, metavar=say("路径...", "PATH..."))
@click.option(
    "-o",
    "--output",
    type=PathType(folder=False),
    default=_PAGE,
    metavar=say("文件", "FILE"),
    help=say(f"写到哪里；默认 {_PAGE}", f"Where to write it; {_PAGE} by default."),
)
@click.option(
    "--open", "open_page", is_flag=True, help=say("写完就打开", "Open it in a browser at once.")
)
@selection_options
@configuration_options
@click.pass_context
def command(context: click.Context, /, **values: object) -> None:
    """Write the page; what cannot be read is told, and the exit code is then 2."""
    options = msgspec.convert(values, ReportOptions)
    finder = options.finder()
    settings = finder.settings_for(options.paths[0])
    look = Look(language=settings.language, speaking_rate=settings.speaking_rate)
    examinations = gather(options.paths, finder, look, use_results=True)
    if examinations.failures and not examinations.done:
        write_failures(examinations.failures, look)
        context.exit(2)
    write_file(
        options.output,
        FORMATS["html"].render(compare_files(examinations.done, use_results=True), look),
    )
    write_text([look.say(f"报告写在 {options.output}", f"the report is in {options.output}")])
    write_failures(examinations.failures, look)
    if options.open_page:
        click.launch(str(options.output))
    context.exit(2 if examinations.failures else 0)
