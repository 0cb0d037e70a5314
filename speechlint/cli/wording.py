"""The language of the command line."""

from __future__ import annotations

import os
import sys

from speechlint.rulebook import Language


def locale_language() -> Language:
    """English where the locale says so, otherwise Chinese."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "en" if value.lower().startswith("en") else "zh"
    return "zh"


def spoken_language() -> Language:
    """The language of help and errors: of the option ``--language``, else of the locale."""
    arguments = sys.argv[1:]
    for number, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--language":
            value = value or "".join(arguments[number + 1 : number + 2])
            if value in ("zh", "en"):
                return "en" if value == "en" else "zh"
    return locale_language()


def say(zh: str, en: str) -> str:
    """One of two wordings, for what is said before the configuration is known, such as help."""
    return zh if spoken_language() == "zh" else en
