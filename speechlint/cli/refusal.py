"""Why a command line was refused, in one line."""

from __future__ import annotations

import re
from collections.abc import Iterable

import click

from speechlint.cli.wording import say

_LIKENESS = 0.7
"""How like a word of ours one must be to be taken for a slip of the pen (0 to 1)."""

_TOO_MUCH = re.compile(r"unexpected extra arguments? \((.+)\)")


def refuse(error: click.ClickException) -> str:
    """One line for the user: what is wrong, and where to look it up."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None:
        return f"speechlint: {_reason(error)}"
    usage = f"{context.command_path} --help"
    return f"speechlint: {_reason(error)}" + say(f"（用法见 {usage}）", f" (see {usage})")


def unknown_command(name: str, commands: Iterable[str]) -> str:
    """What to say of a command that there isn't."""
    wording = say(f"没有“{name}”这个命令", f"there is no command “{name}”")
    return wording + _or_rather(name, commands)


def _reason(error: click.ClickException) -> str:
    """What is wrong; click's own errors are worded anew, ours speak the language already."""
    if isinstance(error, click.NoSuchOption):
        name = error.option_name
        wording = say(f"没有“{name}”这个选项", f"there is no option “{name}”")
        return wording + _or_rather(name, _options_of(error.ctx))
    if isinstance(error, click.BadOptionUsage):
        name = error.option_name
        return say(
            f"“{name}”用得不对：要么少了后面的值，要么多给了值",
            f"“{name}” lacks its value, or takes none",
        )
    if isinstance(error, click.BadParameter) and error.param is not None:
        return _reason_of_parameter(error, error.param)
    extra = _TOO_MUCH.search(error.message)
    return say(f"多了参数：{extra[1]}", f"too much: {extra[1]}") if extra else error.message


def _reason_of_parameter(error: click.BadParameter, parameter: click.Parameter) -> str:
    shown = parameter.opts[-1] if isinstance(parameter, click.Option) else parameter.metavar
    if isinstance(error, click.MissingParameter):
        return say(f"没有给出“{shown}”", f"{shown} is missing")
    kind = parameter.type
    if isinstance(kind, click.Choice):
        choices = ", ".join(map(str, kind.choices))
        return say(f"“{shown}”没有这个值；可用：{choices}", f"“{shown}” takes one of: {choices}")
    if isinstance(kind, click.IntRange):
        least = kind.min
        return say(
            f"“{shown}”要一个整数，不小于 {least}", f"“{shown}” takes a number, {least} or more"
        )
    return say(f"“{shown}”：{error.message}", f"“{shown}”: {error.message}")


def _options_of(context: click.Context | None) -> list[str]:
    parameters = [] if context is None else context.command.params
    return [name for one in parameters if isinstance(one, click.Option) for name in one.opts]


def _or_rather(word: str, known: Iterable[str]) -> str:
    """The word that was probably meant, as a question, if there is one."""
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), n=1, cutoff=_LIKENESS)
    return say(f"，是不是 {near[0]}？", f"; did you mean {near[0]}?") if near else ""
