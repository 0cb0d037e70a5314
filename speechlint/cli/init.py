"""``speechlint init``: a configuration file to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from speechlint.cli.options import language_option
from speechlint.cli.output import write_text
from speechlint.cli.paths import PathType
from speechlint.cli.wording import locale_language, say
from speechlint.errors import SettingsError
from speechlint.rulebook import Language


@click.command(
    "init",
    help=say(
        "在文件夹（默认当前文件夹）里新建配置文件，列出全部可设的项目。",
        "Write a configuration file that lists every key, in a folder or in this one.",
    ),
)
@click.argument("folder", default=".", type=PathType(), metavar=say("[文件夹]", "[FOLDER]"))
@language_option
def command(folder: Path, language: Language | None) -> None:
    """Write a configuration file."""
    from speechlint.settings.files import FILE_NAMES
    from speechlint.settings.template import make_template

    path = folder / FILE_NAMES[0]
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(make_template(language or locale_language()))
    except FileExistsError as problem:
        raise SettingsError(f"{path}: is there already", f"{path}：已经有了") from problem
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise SettingsError(f"{path}: {reason}", f"{path}：写不了：{reason}") from problem
    write_text([say(f"写好了 {path}", f"wrote {path}")])
