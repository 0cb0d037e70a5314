"""Paths among the arguments of the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from speechlint.cli.wording import say

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    _PathParameter = click.ParamType[Path]
else:
    # Before 8.2, click's type was not generic.
    _PathParameter = click.ParamType


class PathType(_PathParameter):
    """A path, which need not exist.

    Click's own type looks for a translation of its name, for which Python loads the locales at
    every start.
    """

    name = "path"

    def __init__(self, *, folder: bool = True) -> None:
        """Say whether the path may be that of a folder."""
        self._folder = folder

    def convert(
        self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        """The path; one of a folder where none may be is an error."""
        path = Path(value)
        if not self._folder and path.is_dir():
            self.fail(say(f"{value} 是文件夹", f"{value} is a folder"), param, ctx)
        return path

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The shell completes the path itself."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(incomplete, type="file")]
