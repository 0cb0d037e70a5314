"""Options that several subcommands share, and what they make of the settings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
import msgspec

from speechlint.cli.paths import PathType
from speechlint.cli.wording import locale_language, say
from speechlint.rulebook import Language
from speechlint.runner import SettingsFinder
from speechlint.settings import Settings

Command = TypeVar("Command", bound=Callable[..., Any])


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """What the command line says on settings; an empty value says nothing."""

    config: Path | None = None
    isolated: bool = False
    language: Language | None = None
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool | None = None
    genre: str = ""

    def finder(self) -> SettingsFinder:
        """Finds the settings of drafts, with these options on top."""
        return SettingsFinder(self.config, isolated=self.isolated, finish=self.lay_over)

    def lay_over(self, settings: Settings) -> Settings:
        """Settings with these options on top.

        A selection on the command line takes the place of the one in the configuration, with what
        that added and left out; rules left out on the command line are left out besides.
        """
        if self.select:
            settings = _set(settings, "--select", select=self.select, extend_select=(), ignore=())
        if self.extend_select:
            chosen = (*settings.extend_select, *self.extend_select)
            settings = _set(settings, "--extend-select", extend_select=chosen)
        if self.ignore:
            settings = _set(settings, "--ignore", ignore=(*settings.ignore, *self.ignore))
        if self.preview is not None:
            settings = _set(settings, "--preview", preview=self.preview)
        if self.genre:
            settings = _set(settings, "--genre", genre=self.genre)
        if self.language:
            settings = _set(settings, "--language", language=self.language)
        elif "language" not in settings.origins:
            settings = msgspec.structs.replace(settings, language=locale_language())
        return settings


def _set(settings: Settings, option: str, **values: object) -> Settings:
    origins = {**settings.origins, **{key.replace("_", "-"): option for key in values}}
    return msgspec.structs.replace(settings, origins=origins, **values)


def split_codes(
    context: click.Context, parameter: click.Parameter, values: tuple[str, ...]
) -> tuple[str, ...]:
    """Codes given one by one, or several with commas between them."""
    return tuple(code.strip() for value in values for code in value.split(",") if code.strip())


language_option = click.option(
    "--language",
    type=click.Choice(["zh", "en"]),
    help=say("消息的语言；默认随配置和系统", "Language of messages; else the configuration's."),
)

_CONFIGURATION = (
    click.option(
        "--config",
        type=PathType(),
        metavar=say("文件", "FILE"),
        help=say("所有文稿都用这个配置文件", "Use this configuration file for all drafts."),
    ),
    click.option(
        "--isolated", is_flag=True, help=say("不看任何配置文件", "Use no configuration file.")
    ),
    language_option,
)

_SELECTION = (
    click.option(
        "--select",
        multiple=True,
        callback=split_codes,
        metavar=say("规则", "RULES"),
        help=say(
            "只用这些规则：代码、名称、类别（NUM）或 ALL",
            "Apply these rules only: codes, names, groups (NUM), ALL.",
        ),
    ),
    click.option(
        "--extend-select",
        multiple=True,
        callback=split_codes,
        metavar=say("规则", "RULES"),
        help=say("再加上这些规则", "Apply these rules besides."),
    ),
    click.option(
        "--ignore",
        multiple=True,
        callback=split_codes,
        metavar=say("规则", "RULES"),
        help=say("不用这些规则", "Don't apply these rules."),
    ),
    click.option(
        "--preview/--no-preview",
        default=None,
        help=say("也用试行的规则", "Apply rules in preview too."),
    ),
    click.option(
        "--genre",
        default="",
        metavar=say("文种", "GENRE"),
        help=say("所有文稿都当作这个文种", "Take all drafts for this genre."),
    ),
)


def configuration_options(command: Command) -> Command:
    """Adds the options on configuration files."""
    for option in reversed(_CONFIGURATION):
        command = option(command)
    return command


def selection_options(command: Command) -> Command:
    """Adds the options on the choice of rules."""
    for option in reversed(_SELECTION):
        command = option(command)
    return command
