"""``speechlint annotate``: findings as comments of a Word document."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from speechlint.cli.options import Options, configuration_options, selection_options
from speechlint.cli.output import terminal_look, write_error
from speechlint.cli.paths import PathType
from speechlint.cli.wording import say
from speechlint.errors import SourceError
from speechlint.fixes import replace_file, write_file
from speechlint.readers import read
from speechlint.runner import compare_files, examine_source

if TYPE_CHECKING:
    from speechlint.readers.docx import WordSource


class AnnotateOptions(Options, frozen=True, kw_only=True):
    """What the command line says; an empty value says nothing."""

    path: str
    output: Path | None
    in_place: bool


@click.command(
    "annotate",
    help=say(
        "把发现写成 Word 批注，放在原文旁边；再运行一次，会换掉上次的批注。",
        "Put findings into a Word document as comments; those of an earlier run are replaced.",
    ),
)
@click.argument("path", metavar=say("文稿", "DRAFT"))
@click.option(
    "-o",
    "--output",
    type=PathType(),
    metavar=say("文件", "FILE"),
    help=say("写到这个文件", "The file to write."),
)
@click.option(
    "--in-place", is_flag=True, help=say("直接写进原文件", "Write into the document itself.")
)
@selection_options
@configuration_options
def command(**values: object) -> None:
    """Annotate a draft."""
    options = msgspec.convert(values, AnnotateOptions)
    if (options.output is None) == (not options.in_place):
        raise click.UsageError(
            say("用 -o 指定写到哪里，或用 --in-place", "name a file with -o, or use --in-place")
        )
    source = _read_word(options.path)
    if options.in_place and source.converted:
        raise SourceError(
            f"{options.path}: cannot be written in its old format; use -o OUT.docx",
            f"{options.path}：旧格式写不回去：请用 -o 新文件.docx",
        )
    if options.output is not None and _is_same(options.output, options.path):
        raise click.UsageError(
            say("-o 就是原文件：请用 --in-place", "-o is the draft itself: use --in-place")
        )
    _annotate(source, options)


def _annotate(source: WordSource, options: AnnotateOptions) -> None:
    from speechlint.readers.docx import read_docx
    from speechlint.word import annotate

    settings = options.finder().settings_for(options.path)
    [checked] = compare_files([examine_source(source, settings)])
    now = datetime.now().astimezone()
    content = annotate(source, checked.diagnostics, settings.language, when=now)
    if options.output is None:
        after = read_docx(options.path, content)
        replace_file(source, after, source.package.content)
    else:
        write_file(options.output, content)
    count = len(checked.diagnostics)
    look = terminal_look(settings.language)
    where = options.output or options.path
    noun = "comment" if count == 1 else "comments"
    write_error(look.say(f"{where}：{count} 条批注", f"{where}: {count} {noun}"))


def _read_word(path: str) -> WordSource:
    from speechlint.readers.docx import WordSource

    source = read(path)
    if not isinstance(source, WordSource):
        raise SourceError(
            f"{path}: only a Word document can carry comments; use speechlint check",
            f"{path}：只有 Word 文档才能加批注：请用 speechlint check",
        )
    return source


def _is_same(output: Path, path: str) -> bool:
    return output.exists() and output.samefile(path)
