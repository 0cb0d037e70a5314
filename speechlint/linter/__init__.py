"""The core: from a source and settings to diagnostics, a pure function."""

from speechlint.linter.comparing import Crossing
from speechlint.linter.examined import Examined
from speechlint.linter.linter import Linter
from speechlint.linter.making import forget_linters, lint, lint_all, make_linter

__all__ = ["Crossing", "Examined", "Linter", "forget_linters", "lint", "lint_all", "make_linter"]
