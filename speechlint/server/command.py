"""``speechlint server``: the language server, on standard input and output."""

from __future__ import annotations

import gc
import logging

import click

from speechlint.cli.wording import say
from speechlint.errors import SpeechlintError

_COLLECTING = (50_000, 20, 20)
"""How many new objects, and then collections, it takes to look for garbage of each age."""

_LEVELS = ("debug", "info", "warning", "error", "critical")


@click.command(
    "server",
    help=say(
        "供编辑器使用的语言服务器（LSP），走标准输入输出。",
        "The language server for editors, on standard input and output.",
    ),
)
@click.option(
    "--stdio", is_flag=True, help=say("走标准输入输出（总是如此）", "Use standard input (always).")
)
@click.option(
    "--log-level",
    type=click.Choice(_LEVELS),
    default="critical",
    help=say("标准错误上记多少日志", "How much to log on standard error."),
)
def command(*, stdio: bool, log_level: str) -> None:
    """Serve one editor until it leaves."""
    logging.basicConfig(level=log_level.upper())
    try:
        from speechlint.server.server import make_server
    except ModuleNotFoundError as problem:
        raise SpeechlintError(
            f"the server needs “{problem.name}”: pip install 'speechlint[lsp]'",
            f"语言服务器还缺“{problem.name}”：pip install 'speechlint[lsp]'",
        ) from problem
    server = make_server()
    # Rules, grammar and libraries stay for good; looking through them again and again for garbage
    # would hold up a keystroke now and then.
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_COLLECTING)
    server.start_io()
