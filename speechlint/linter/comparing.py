"""Comparing drafts with one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from speechlint.checks.base import CrossCheck, CrossFinding, Fingerprint
from speechlint.diagnostic import Diagnostic
from speechlint.linter.examined import Examined, place
from speechlint.rulebook import Language
from speechlint.settings import ChosenRule


def cross_checks(rules: Sequence[ChosenRule]) -> Iterator[tuple[ChosenRule, CrossCheck]]:
    """The rules that compare drafts, with their checks."""
    for chosen in rules:
        if isinstance(chosen.check, CrossCheck):
            yield chosen, chosen.check


def compare_drafts(
    rules: Sequence[ChosenRule],
    language: Language,
    paths: Sequence[str],
    examined: Sequence[Examined],
) -> list[list[Diagnostic]]:
    """The diagnostics of several drafts, with those that comparing the drafts brings."""
    found = [list(one.diagnostics) for one in examined]
    printed = {code for one in examined for code in one.fingerprints}
    for chosen, check in cross_checks([one for one in rules if one.rule.code in printed]):
        code = chosen.rule.code
        prints = [
            Fingerprint(path, one.fingerprints.get(code, b""))
            for path, one in zip(paths, examined, strict=True)
        ]
        for crossing in check.compare(prints):
            silent = examined[crossing.index].silent.get(code, ())
            if not any(span.holds(crossing.finding.span.start) for span in silent):
                found[crossing.index].append(_describe(chosen, crossing, language))
    for diagnostics in found:
        diagnostics.sort(key=place)
    return found


def _describe(chosen: ChosenRule, crossing: CrossFinding, language: Language) -> Diagnostic:
    diagnostic = chosen.describe(crossing.finding, language)
    # The text is not at hand any more; what is said of it will do to know the finding again.
    fingerprint = f"{diagnostic.code} {diagnostic.message}"
    return msgspec.structs.replace(diagnostic, fingerprint=fingerprint)
