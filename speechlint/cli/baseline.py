"""``speechlint baseline``: write down what is known and let be."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec

from speechlint.cli.gathering import gather, write_failures
from speechlint.cli.options import Options, configuration_options, selection_options
from speechlint.cli.output import terminal_look, write_text
from speechlint.cli.paths import PathType
from speechlint.cli.wording import say


class BaselineOptions(Options, frozen=True, kw_only=True):
    """What the command line says; an empty value says nothing."""

    paths: tuple[str, ...]
    output: Path
    prune: bool


@click.command(
    "baseline",
    help=say(
        "把现有的问题记下来，以后用 check --baseline 只看新的。",
        "Write down the findings there are, so that check --baseline shows new ones only.",
    ),
)
@click.argument("paths", nargs=-1, metavar=say("[路径]...", "[PATH]..."))
@click.option(
    "--output",
    type=PathType(folder=False),
    default=Path("speechlint-baseline.json"),
    show_default=True,
    metavar=say("文件", "FILE"),
    help=say("记在哪个文件里", "The file to write."),
)
@click.option(
    "--prune",
    is_flag=True,
    help=say("只去掉已经不在的，不添新的", "Only take out what is gone, and add nothing."),
)
@selection_options
@configuration_options
@click.pass_context
def command(context: click.Context, /, **values: object) -> None:
    """Write a baseline."""
    from speechlint.linter import make_linter
    from speechlint.runner import baseline, compare_files

    options = msgspec.convert(values, BaselineOptions)
    finder = options.finder()
    paths = options.paths or (".",)
    look = terminal_look(finder.settings_for(paths[0]).language)
    examinations = gather(paths, finder, look, use_results=True)
    files = compare_files(examinations.done, use_results=True)
    findings = baseline.known_findings(files, options.output)
    if options.prune:
        known = baseline.read_baseline(options.output)
        codes = {code for one in examinations.done for code in make_linter(one.settings).codes}
        stale = baseline.sift(files, known, options.output, codes, whole=True).stale
        findings = [one for one in known.findings if one not in stale]
    baseline.write_baseline(options.output, findings)
    write_text(
        [
            look.say(
                f"{options.output} 记下了 {len(findings)} 处",
                f"{options.output}: {len(findings)} findings known",
            )
        ]
    )
    write_failures(examinations.failures, look)
    context.exit(2 if examinations.failures else 0)
