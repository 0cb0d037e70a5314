"""Choosing fixes that don't get into each other's way, and applying their edits."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from speechlint.diagnostic import Applicability, Diagnostic, Edit


def applicable(diagnostic: Diagnostic, *, unsafe: bool) -> bool:
    """Whether a diagnostic has a fix that may be applied."""
    fix = diagnostic.fix
    return fix is not None and (unsafe or fix.applicability is Applicability.SAFE)


def choose_fixes(diagnostics: Sequence[Diagnostic], *, unsafe: bool) -> list[Diagnostic]:
    """The diagnostics whose fixes can be applied together, the first in the text first.

    A fix goes in whole or not at all. Of several that touch, the first is taken; one with the very
    edits of another is taken along with it. The others have their turn when these are in.
    """
    taken: list[Edit] = []
    members: set[Edit] = set()
    chosen: list[Diagnostic] = []
    for diagnostic in diagnostics:
        if diagnostic.fix is None or not applicable(diagnostic, unsafe=unsafe):
            continue
        new = [edit for edit in diagnostic.fix.edits if edit not in members]
        if new and len(new) < len(diagnostic.fix.edits):
            continue
        if any(_touches(edit, taken) for edit in new):
            continue
        for edit in new:
            taken.insert(bisect_left(taken, edit), edit)
        members.update(new)
        chosen.append(diagnostic)
    return chosen


def _touches(edit: Edit, taken: Sequence[Edit]) -> bool:
    """Whether an edit meets one of others, which are sorted and apart."""
    at = bisect_left(taken, edit)
    return any(
        other.span.start <= edit.span.end and edit.span.start <= other.span.end
        for other in taken[max(0, at - 1) : at + 1]
    )


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits applied; they are sorted here, and must not overlap.

    Raises:
        ValueError: two edits overlap.
    """
    pieces: list[str] = []
    end = 0
    for edit in sorted(set(edits)):
        if edit.span.start < end:
            raise ValueError(f"edits overlap at {edit.span.start}")
        pieces += (text[end : edit.span.start], edit.text)
        end = edit.span.end
    return "".join((*pieces, text[end:]))
