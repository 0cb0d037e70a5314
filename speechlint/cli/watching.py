"""``speechlint check --watch``: check again whenever a draft or a configuration changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import click

from speechlint.cli.checking import CheckOptions
from speechlint.cli.output import write_error
from speechlint.cli.wording import say
from speechlint.errors import SettingsError, SpeechlintError
from speechlint.linter import forget_linters
from speechlint.readers import DRAFT_PATTERNS

if TYPE_CHECKING:
    from watchfiles import Change

_SUFFIXES = frozenset({PurePath(pattern).suffix for pattern in DRAFT_PATTERNS} | {".toml"})


def watch(options: CheckOptions, run: Callable[[CheckOptions], int]) -> int:
    """Check, and check again after every change, until the user ends it.

    Raises:
        SettingsError: the library that watches files is not installed.
    """
    try:
        from watchfiles import watch as watch_files
    except ModuleNotFoundError as problem:
        raise SettingsError(
            "--watch needs watchfiles: pip install 'speechlint[watch]'",
            "--watch 需要 watchfiles：pip install 'speechlint[watch]'",
        ) from problem
    paths = [Path(path) for path in options.paths or (".",)]
    # A file is often replaced when it is saved, which only its folder notices.
    folders = {path if path.is_dir() else path.absolute().parent for path in paths}
    code = _run(options, run)
    for _ in watch_files(*folders, watch_filter=_concerns, raise_interrupt=False):
        click.clear()
        forget_linters()
        code = _run(options, run)
    return code


def _run(options: CheckOptions, run: Callable[[CheckOptions], int]) -> int:
    """One run; what cannot be done now may be mended by the next change."""
    try:
        code = run(options)
    except SpeechlintError as error:
        write_error(f"speechlint: {say(error.wording('zh'), error.wording('en'))}")
        code = 2
    write_error(say("（等着文稿改动，Ctrl-C 结束）", "(waiting for changes; Ctrl-C ends it)"))
    return code


def _concerns(change: Change, path: str) -> bool:
    """Whether a change is of a draft, a rule or a configuration."""
    parts = PurePath(path).parts
    return PurePath(path).suffix.lower() in _SUFFIXES and not any(
        part.startswith(".") and part not in (".", "..", ".speechlint.toml") for part in parts[-3:]
    )
