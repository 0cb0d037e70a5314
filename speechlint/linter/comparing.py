"""Comparing drafts with one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from speechlint.checks.base import CrossCheck, CrossFinding, Fingerprint
from speechlint.checks.comparisons import Comparisons
from speechlint.diagnostic import Diagnostic, Related
from speechlint.draft import Draft
from speechlint.linter.examined import Examined, place
from speechlint.rulebook import Language
from speechlint.settings import ChosenRule
from speechlint.suppression import Suppressions


def cross_checks(rules: Sequence[ChosenRule]) -> Iterator[tuple[ChosenRule, CrossCheck]]:
    """The rules that compare drafts, with their checks."""
    for chosen in rules:
        if isinstance(chosen.check, CrossCheck):
            yield chosen, chosen.check


class Crossing(msgspec.Struct, frozen=True):
    """What comparing drafts brings: a diagnostic of one, and the place in another it is about.

    Attributes:
        index: of the draft that the diagnostic is of.
        other: of the other draft.
        related: the place there.
    """

    index: int
    diagnostic: Diagnostic
    other: int
    related: Related


def fingerprint(rules: Sequence[ChosenRule], draft: Draft, suppressions: Suppressions) -> Examined:
    """What is kept of a draft to compare it with others, and nothing else."""
    crossing = [(one.rule.code, check) for one, check in cross_checks(rules)]
    return Examined(
        diagnostics=(),
        fingerprints={code: check.fingerprint(draft) for code, check in crossing},
        silent={code: suppressions.spans_for(code) for code, _ in crossing if suppressions},
    )


def compare_drafts(
    rules: Sequence[ChosenRule],
    language: Language,
    paths: Sequence[str],
    examined: Sequence[Examined],
    comparisons: Comparisons,
) -> list[list[Diagnostic]]:
    """The diagnostics of several drafts, with those that comparing the drafts brings.

    Args:
        rules: those that the settings choose.
        language: of the messages.
        paths: of the drafts.
        examined: what is known of each, in the same order.
        comparisons: what is known of pairs of drafts already; is given what is found out.
    """
    found = [list(one.diagnostics) for one in examined]
    for crossings in cross_drafts(rules, language, paths, examined, comparisons):
        for crossing in crossings:
            found[crossing.index].append(crossing.diagnostic)
    for diagnostics in found:
        diagnostics.sort(key=place)
    return found


def cross_drafts(
    rules: Sequence[ChosenRule],
    language: Language,
    paths: Sequence[str],
    examined: Sequence[Examined],
    comparisons: Comparisons,
) -> Iterator[list[Crossing]]:
    """What comparing several drafts brings, a step for every draft and rule that compares them.

    The arguments are those of ``compare_drafts``.
    """
    printed = {code for one in examined for code in one.fingerprints}
    for chosen, check in cross_checks([one for one in rules if one.rule.code in printed]):
        code = chosen.rule.code
        prints = [
            Fingerprint(path, one.fingerprints.get(code, b""))
            for path, one in zip(paths, examined, strict=True)
        ]
        for index, findings in enumerate(check.compare(prints, comparisons)):
            silent = examined[index].silent.get(code, ())
            yield [
                _describe(chosen, index, one, language)
                for one in findings
                if not any(span.holds(one.finding.span.start) for span in silent)
            ]


def _describe(chosen: ChosenRule, index: int, found: CrossFinding, language: Language) -> Crossing:
    finding = msgspec.structs.replace(found.finding, partners=(found.partner,))
    diagnostic = chosen.describe(finding, language)
    (related,) = diagnostic.related
    # The text is not at hand any more; what is said of it will do to know the finding again.
    words = f"{diagnostic.code} {diagnostic.message}"
    diagnostic = msgspec.structs.replace(diagnostic, related=(), fingerprint=words)
    return Crossing(index, diagnostic, found.other, related)
