"""A linter for the rhetorical structure of Chinese official drafts.

For programs::

    from speechlint import Settings, lint, read

    for diagnostic in lint(read("讲话.txt"), Settings(select=("NUM",))):
        print(diagnostic.code, diagnostic.span, diagnostic.message)
"""

from __future__ import annotations

TYPE_CHECKING = False
"""As ``typing`` has it, which takes long to import: type checkers know the name."""

if TYPE_CHECKING:
    from speechlint.diagnostic import Diagnostic
    from speechlint.linter import lint
    from speechlint.readers import read
    from speechlint.settings import Settings
    from speechlint.source import Source
    from speechlint.syntax import parse
    from speechlint.syntax.nodes import Outline

__version__ = "0.1.0"

__all__ = ["Diagnostic", "Outline", "Settings", "Source", "__version__", "lint", "parse", "read"]

_HOMES = {
    "Diagnostic": "speechlint.diagnostic",
    "Outline": "speechlint.syntax.nodes",
    "Settings": "speechlint.settings",
    "Source": "speechlint.source",
    "lint": "speechlint.linter",
    "parse": "speechlint.syntax",
    "read": "speechlint.readers",
}


def __getattr__(name: str) -> object:
    """An exported name, imported when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
