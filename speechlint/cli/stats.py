"""``speechlint stats``: how long drafts and their sections are, and how they are written."""

from __future__ import annotations

import sys

import click
import msgspec

from speechlint.cli.options import Options, configuration_options
from speechlint.cli.output import terminal_look, write_text, write_utf8
from speechlint.cli.wording import say
from speechlint.readers import read, read_bytes
from speechlint.runner import SettingsFinder, search_drafts
from speechlint.source import Source
from speechlint.syntax import parse


class StatsOptions(Options, frozen=True, kw_only=True):
    """What the command line says."""

    paths: tuple[str, ...]
    output_format: str
    speaking_rate: int | None
    levels: int


@click.command(
    "stats",
    help=say(
        "算一算：字数、讲多长时间、各部分占多少、句子长短、四字格多少。",
        "Count: characters, speaking time, the share of each section, length of sentences.",
    ),
)
@click.argument("paths", nargs=-1, required=True, metavar=say("路径...", "PATH..."))
@click.option(
    "--output-format",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    help=say("输出的格式", "Format of the output."),
)
@click.option(
    "--speaking-rate",
    type=click.IntRange(min=1),
    metavar=say("字数", "N"),
    help=say("每分钟念多少字；默认 220", "Characters read a minute; 220 by default."),
)
@click.option(
    "--levels",
    type=click.IntRange(min=1),
    default=1,
    metavar=say("层数", "N"),
    help=say("表里列到第几层；默认只列第一层", "Levels of sections in the table; 1 by default."),
)
@configuration_options
def command(**values: object) -> None:
    """Show figures of drafts."""
    from speechlint.statistics import measure

    options = msgspec.convert(values, StatsOptions)
    finder = options.finder()
    measured = []
    for source in _read(options.paths, finder):
        rate = options.speaking_rate or finder.settings_for(source.path).speaking_rate
        measured.append((source, measure(source, parse(source)), rate))
    if options.output_format == "json":
        from speechlint.reports import statistics_json

        write_utf8([statistics_json.render(measured)])
    elif options.output_format == "csv":
        from speechlint.reports import statistics_csv

        write_utf8([statistics_csv.render(measured).removesuffix("\r\n")])
    else:
        from speechlint.reports import statistics_table

        look = terminal_look(finder.settings_for(options.paths[0]).language)
        write_text(statistics_table.render(measured, look, options.levels))


def _read(paths: tuple[str, ...], finder: SettingsFinder) -> list[Source]:
    if paths == ("-",):
        return [read_bytes("-", sys.stdin.buffer.read())]
    return [read(path) for path in search_drafts(paths, finder).drafts]
