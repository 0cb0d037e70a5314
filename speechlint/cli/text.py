"""``speechlint text``: a draft as plain text, as the linter reads it."""

from __future__ import annotations

import sys

import click

from speechlint.cli.output import write_utf8
from speechlint.cli.wording import say
from speechlint.readers import read, read_bytes


@click.command(
    "text",
    help=say(
        "把文稿输出成纯文本：Word 自动编号写成文字，标记留空；可作 git diff 的 textconv。",
        "Print a draft as plain text: Word's list numbers spelt out, markup blank. "
        "Fit for textconv of git diff.",
    ),
)
@click.argument("path", metavar=say("文稿", "DRAFT"))
def command(path: str) -> None:
    """Print the text of a draft."""
    source = read_bytes(path, sys.stdin.buffer.read()) if path == "-" else read(path)
    write_utf8([source.prose.removesuffix("\n")])
