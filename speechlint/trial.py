"""Trying a rule on its examples: it should find what is marked, all of it and nothing else."""

from __future__ import annotations

from speechlint.linter import Linter
from speechlint.readers import read_text
from speechlint.rulebook import Language, Rule, Rulebook
from speechlint.rulebook.examples import Example, Mismatch
from speechlint.settings import Settings

_NEEDS_OTHERS = "SUP"
"""The rules about directives, which speak of what other rules find."""


def try_example(rule: Rule, example: Example, rulebook: Rulebook) -> Mismatch | None:
    """Run a rule over an example; nothing comes back when it finds exactly what is marked.

    The findings are worded in both languages, so that a template that cannot be filled shows here
    and not before a reader.

    Args:
        rule: the rule to try.
        example: one of its examples.
        rulebook: other rules, which an example of a directive may name.

    Raises:
        KeyError: a message wants a fact that the check did not give.
    """
    selectors = ("ALL",) if rule.prefix == _NEEDS_OTHERS else (rule.code,)
    source = read_text(example.name, example.text)
    languages: tuple[Language, ...] = ("zh", "en")
    for language in languages:
        linter = Linter(rulebook, Settings(select=selectors, language=language))
        found = [one for one in linter.examine(source).diagnostics if one.code == rule.code]
    return example.compare([one.span for one in found])
