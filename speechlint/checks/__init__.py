"""Generic checks: code that rules, as data, put to work.

A check is imported when a selected rule needs it, and not before.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from speechlint.checks.base import Check

CHECKS: dict[str, str] = {
    "copies": "copies:Copies",
    "count": "count:Count",
    "damage": "damage:Damage",
    "duplicate": "duplicate:Duplicate",
    "ending": "ending:Ending",
    "four-character": "four_character:FourCharacter",
    "halfwidth": "halfwidth:Halfwidth",
    "headings": "headings:Headings",
    "levels": "levels:Levels",
    "marker-signs": "marker_signs:MarkerSigns",
    "markers": "markers:Markers",
    "masks": "masks:Masks",
    "mixed-masks": "masks:MixedMasks",
    "mixture": "mixture:Mixture",
    "pairs": "pairs:Pairs",
    "parallel-clauses": "parallel_clauses:ParallelClauses",
    "parallel-frame": "parallel_frame:ParallelFrame",
    "parallel-length": "parallel_length:ParallelLength",
    "parallel-repetition": "parallel_repetition:ParallelRepetition",
    "parallel-word-class": "parallel_word_class:ParallelWordClass",
    "parts": "parts:Parts",
    "pattern": "pattern:Pattern",
    "roadmap": "roadmap:Roadmap",
    "run-in-headings": "run_in_headings:RunInHeadings",
    "sequence": "sequence:Sequence",
    "substitution": "substitution:Substitution",
    "teaser": "teaser:Teaser",
    "unknown-rule": "suppression:UnknownRule",
    "unused-suppression": "suppression:UnusedSuppression",
}
"""The checks by name, each as ``module:Class`` within this package; one line a check."""


@cache
def find_check(name: str) -> type[Check]:
    """The class of a check.

    Raises:
        KeyError: no check has that name.
    """
    module, _, class_name = CHECKS[name].partition(":")
    found: type[Check] = getattr(import_module(f"{__name__}.{module}"), class_name)
    return found
