"""Applying the directives of a draft, and judging the directives themselves."""

from __future__ import annotations

from collections.abc import Sequence

from speechlint.checks.base import CrossCheck
from speechlint.checks.suppression import UnknownRule, UnusedSuppression
from speechlint.diagnostic import Diagnostic
from speechlint.rulebook import Language
from speechlint.settings import ChosenRule
from speechlint.suppression import Suppressions

_FOUND_LATER = (CrossCheck, UnknownRule, UnusedSuppression)
"""Checks whose findings are not known yet when the directives of a draft are judged."""


def suppress(
    suppressions: Suppressions,
    found: Sequence[Diagnostic],
    rules: Sequence[ChosenRule],
    language: Language,
) -> list[Diagnostic]:
    """The diagnostics that no directive silences, and those on the directives themselves.

    Args:
        suppressions: the directives of the draft.
        found: what its rules say.
        rules: those that were applied.
        language: of the messages.
    """
    kept, used = suppressions.split(found)
    applied = frozenset(one.rule.code for one in rules if not isinstance(one.check, _FOUND_LATER))
    on_directives: list[Diagnostic] = []
    for one in rules:
        if isinstance(one.check, UnknownRule):
            on_directives += [one.describe(two, language) for two in suppressions.unknown()]
        elif isinstance(one.check, UnusedSuppression):
            unused = suppressions.unused(used, applied)
            on_directives += [one.describe(two, language) for two in unused]
    return kept + suppressions.split(on_directives)[0]
