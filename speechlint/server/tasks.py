"""What a code action does, and the edits that do it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum

import msgspec

from speechlint.checks.renumbering import NumberedList, number_lists, renumber
from speechlint.diagnostic import Edit
from speechlint.directives import Directive, Verb, find_directives
from speechlint.draft import Draft
from speechlint.fixes import apply_edits, choose_fixes, fix_source
from speechlint.server.analysis import Analysis
from speechlint.source import Span


class Work(str, Enum):
    """The kinds of work."""

    FIX = "fix"
    IGNORE = "ignore"
    RENUMBER = "renumber"
    FIX_ALL = "fix-all"


class Task(msgspec.Struct, frozen=True):
    """One piece of work on one version of a document; it travels to the editor and back.

    Attributes:
        code: of the rule, for a fix and for ignoring.
        start: where the finding begins, or the list.
        end: where the finding ends.
    """

    work: Work
    uri: str
    version: int
    code: str = ""
    start: int = 0
    end: int = 0

    def edits(self, analysis: Analysis) -> list[Edit]:
        """The edits that do the work, in the order of the text; none where it is done already."""
        return sorted(set(_MAKERS[self.work](self, analysis)))


def list_at(draft: Draft, offset: int) -> NumberedList | None:
    """The innermost list that an offset lies in."""
    inside = [
        one for one in number_lists(draft) if one.series.span.start <= offset <= one.series.span.end
    ]
    return min(inside, key=lambda one: len(one.series.span), default=None)


def _fix(task: Task, analysis: Analysis) -> Iterable[Edit]:
    span = Span(task.start, task.end)
    for one in analysis.diagnostics:
        if (one.code, one.span) == (task.code, span) and one.fix is not None:
            return one.fix.edits
    return ()


def _renumber(task: Task, analysis: Analysis) -> Iterable[Edit]:
    for one in number_lists(analysis.draft):
        if one.series.span.start == task.start:
            return renumber(analysis.draft.text, one)
    return ()


def _fix_all(task: Task, analysis: Analysis) -> Iterable[Edit]:
    """The safe fixes; where fixing brings forth more to fix, one edit that does it all."""
    source = analysis.draft.source
    fixed = fix_source(source, analysis.examined, analysis.linter.examine).source
    if fixed is source:
        return ()
    chosen = choose_fixes(analysis.diagnostics, unsafe=False)
    edits = {edit for one in chosen if one.fix for edit in one.fix.edits}
    if apply_edits(source.text, edits) == fixed.text:
        return edits
    return (_difference(source.text, fixed.text),)


def _difference(before: str, after: str) -> Edit:
    """The one edit that makes a text of another, without what they begin and end with alike."""
    most = min(len(before), len(after))
    start = next((n for n in range(most) if before[n] != after[n]), most)
    rest = most - start
    tail = next((n for n in range(rest) if before[-n - 1] != after[-n - 1]), rest)
    return Edit(Span(start, len(before) - tail), after[start : len(after) - tail])


def _ignore(task: Task, analysis: Analysis) -> Iterable[Edit]:
    """Name the rule in the directive above, or write one; a blank line has no block to ignore."""
    draft, index = analysis.draft, analysis.document.index
    line = index.line_span(index.line_of(task.start))
    text = line.of(draft.text)
    if not text.strip():
        yield _directive(analysis, 0, Verb.IGNORE_FILE, task.code, "")
        return
    above = _directive_above(draft, line.start)
    if above is not None:
        yield Edit(Span(above.named.end, above.named.end), f", {task.code}")
        return
    indent = text[: len(text) - len(text.lstrip())]
    yield _directive(analysis, line.start, Verb.IGNORE, task.code, indent)


def _directive(analysis: Analysis, at: int, verb: Verb, code: str, indent: str) -> Edit:
    text = analysis.document.text
    end = "\r\n" if "\r\n" in text else "\r" if "\r" in text and "\n" not in text else "\n"
    return Edit(Span(at, at), f"{indent}<!-- speechlint: {verb.value}[{code}] -->{end}")


def _directive_above(draft: Draft, offset: int) -> Directive | None:
    """The directive that stands alone on a line above and already silences something here."""
    for one in reversed(find_directives(draft.source)):
        if one.in_text and one.span.end <= offset:
            between = draft.text[one.span.end : offset]
            return one if one.verb is Verb.IGNORE and not between.strip() else None
    return None


_MAKERS: dict[Work, Callable[[Task, Analysis], Iterable[Edit]]] = {
    Work.FIX: _fix,
    Work.IGNORE: _ignore,
    Work.RENUMBER: _renumber,
    Work.FIX_ALL: _fix_all,
}
