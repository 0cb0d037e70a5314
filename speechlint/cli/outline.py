"""``speechlint outline``: what the linter makes of a draft."""

from __future__ import annotations

import sys

import click

from speechlint.cli.options import language_option
from speechlint.cli.output import terminal_look, write_text, write_utf8
from speechlint.cli.wording import locale_language, say
from speechlint.readers import find_drafts, read, read_bytes
from speechlint.rulebook import Language
from speechlint.source import Source
from speechlint.syntax import parse


@click.command(
    "outline",
    help=say("看看文稿的结构：一棵树，或 JSON。", "Show the structure of drafts: a tree, or JSON."),
)
@click.argument("paths", nargs=-1, required=True, metavar=say("路径...", "PATH..."))
@click.option(
    "--output-format",
    type=click.Choice(["tree", "json"]),
    default="tree",
    help=say("输出的格式", "Format of the output."),
)
@click.option(
    "--frames",
    is_flag=True,
    help=say(
        "也列出标题和领句共同的句式，如“在□上下功夫”。",
        "Also list the frames that headings and lead sentences share, such as 在□上下功夫.",
    ),
)
@click.option(
    "--bare",
    is_flag=True,
    help=say(
        "树上不写路径和行号，便于比较；可作 git diff 的 textconv。",
        "Leave paths and line numbers off the tree, to compare; fit for textconv of git diff.",
    ),
)
@language_option
def command(
    paths: tuple[str, ...],
    output_format: str,
    language: Language | None,
    *,
    frames: bool,
    bare: bool,
) -> None:
    """Show the outline of drafts."""
    outlines = [(source, parse(source)) for source in _read(paths)]
    if output_format == "json":
        from speechlint.reports import outline_json

        write_utf8([outline_json.render(outlines, with_frames=frames)])
        return
    from speechlint.reports import outline_tree

    look = terminal_look(language or locale_language())
    for source, outline in outlines:
        write_text(outline_tree.render(source, outline, look, bare=bare))
        if frames:
            from speechlint.reports.framing import find_frames

            write_text(outline_tree.render_frames(source, find_frames(source, outline), look))


def _read(paths: tuple[str, ...]) -> list[Source]:
    if paths == ("-",):
        return [read_bytes("-", sys.stdin.buffer.read())]
    return [read(path) for path in find_drafts(paths)]
