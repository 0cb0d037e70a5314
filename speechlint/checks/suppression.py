"""What is wrong with directives in a draft.

The linter itself makes these findings: only it knows what else was found, and which rules exist.
"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.base import Check
from speechlint.diagnostic import Finding
from speechlint.draft import Draft


class UnusedSuppression(Check, frozen=True):
    """Directives that silence nothing.

    Facts:
        rules: the rules that were named for nothing.
    """

    facts = frozenset({"rules"})
    variants = frozenset({"enable"})
    needs_structure = False

    def run(self, draft: Draft) -> Iterator[Finding]:
        """Nothing: see the module."""
        yield from ()


class UnknownRule(Check, frozen=True):
    """Directives that name no rule, or one that isn't there.

    Facts:
        rules: the names that stand for no rule; empty when the directive cannot be understood.
    """

    facts = frozenset({"rules"})
    variants = frozenset({"malformed"})
    needs_structure = False

    def run(self, draft: Draft) -> Iterator[Finding]:
        """Nothing: see the module."""
        yield from ()
