"""The rules: data that says which check looks for what, and how to say it."""

from speechlint.rulebook.rule import Examples, Language, Rule, Variant, Wording
from speechlint.rulebook.rulebook import ALL, Rulebook, load_rulebook

__all__ = [
    "ALL",
    "Examples",
    "Language",
    "Rule",
    "Rulebook",
    "Variant",
    "Wording",
    "load_rulebook",
]
