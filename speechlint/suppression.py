"""Which findings the directives of a draft silence, and which directives do nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from speechlint.diagnostic import Diagnostic, Edit, Finding
from speechlint.directives import Directive, Verb, find_directives
from speechlint.rulebook import ALL
from speechlint.source import Source, Span

Select = Callable[[str], frozenset[str]]
"""Tells the codes that a selector stands for."""


class Region(msgspec.Struct, frozen=True):
    """A stretch of text in which some rules are silent.

    Attributes:
        directive: the number of the directive that says so.
        selector: which of its selectors.
        codes: what that stands for.
    """

    span: Span
    directive: int
    selector: int
    codes: frozenset[str]

    def hides(self, code: str, span: Span) -> bool:
        """Whether a finding is silenced."""
        return code in self.codes and self.span.start <= span.start <= self.span.end


class Suppressions:
    """The directives of one draft."""

    def __init__(self, source: Source, select: Select) -> None:
        self._source = source
        self._select = select
        self._directives = find_directives(source)
        self._closing: set[tuple[int, int]] = set()
        self._regions = tuple(self._with_notes()) if self._directives else ()

    def __bool__(self) -> bool:
        return bool(self._directives)

    def split(
        self, diagnostics: Sequence[Diagnostic]
    ) -> tuple[list[Diagnostic], frozenset[tuple[int, int]]]:
        """The diagnostics that stay, and the selectors that silenced others."""
        if not self._regions:
            return list(diagnostics), frozenset()
        kept = []
        used: set[tuple[int, int]] = set()
        for one in diagnostics:
            hiding = [region for region in self._regions if region.hides(one.code, one.span)]
            used.update((region.directive, region.selector) for region in hiding)
            if not hiding:
                kept.append(one)
        return kept, frozenset(used)

    def spans_for(self, code: str) -> tuple[Span, ...]:
        """Where a rule is silent."""
        return tuple(region.span for region in self._regions if code in region.codes)

    def unknown(self) -> Iterator[Finding]:
        """Directives that cannot be understood, or name a rule that isn't there."""
        for directive in self._directives:
            if directive.verb is None:
                yield Finding(directive.span, (("rules", ""),), variant="malformed")
                continue
            lost = [name for name in directive.selectors if not self._codes(name)]
            if lost:
                yield Finding(directive.span, (("rules", "、".join(lost)),))

    def unused(
        self, used: frozenset[tuple[int, int]], applied: frozenset[str]
    ) -> Iterator[Finding]:
        """Directives that silenced nothing, though every rule they name was applied."""
        for number, directive in enumerate(self._directives):
            idle = [
                name
                for position, name in enumerate(directive.selectors)
                if (number, position) not in used | self._closing
                and self._codes(name)
                and self._codes(name) <= applied
            ]
            if directive.verb is not None and idle:
                yield Finding(
                    span=directive.span,
                    facts=(("rules", "、".join(idle)),),
                    edits=self._without(directive, idle),
                    variant="enable" if directive.verb is Verb.ENABLE else "",
                )

    def _codes(self, selector: str) -> frozenset[str]:
        """What a selector stands for; naming all rules at once is naming none."""
        return frozenset() if selector == ALL else self._select(selector)

    def _with_notes(self) -> Iterator[Region]:
        """The regions of directives; a note belongs to the passage that refers to it."""
        for region in self._find_regions():
            yield region
            for note in self._source.notes:
                if region.span.start <= note.place <= region.span.end:
                    yield msgspec.structs.replace(region, span=note.span)

    def _find_regions(self) -> Iterator[Region]:
        opened: dict[str, tuple[int, int, int]] = {}
        for number, directive in enumerate(self._directives):
            for position, name in enumerate(directive.selectors):
                codes = self._codes(name)
                if directive.verb in (Verb.IGNORE, Verb.IGNORE_FILE):
                    yield Region(self._reach(directive), number, position, codes)
                elif directive.verb is Verb.DISABLE:
                    start = directive.span.end if directive.in_text else directive.span.start
                    for code in codes:
                        opened.setdefault(code, (number, position, start))
                elif directive.verb is Verb.ENABLE:
                    for code in codes & opened.keys():
                        self._closing.add((number, position))
                        yield self._close(code, opened.pop(code), directive.span.start)
        for code, opening in opened.items():
            yield self._close(code, opening, self._source.body.end)

    @staticmethod
    def _close(code: str, opening: tuple[int, int, int], end: int) -> Region:
        number, position, start = opening
        return Region(Span(start, max(start, end)), number, position, frozenset((code,)))

    def _reach(self, directive: Directive) -> Span:
        """Where the rules of a directive are silent: its lines, or the next line with text."""
        source = self._source
        if directive.verb is Verb.IGNORE_FILE:
            return Span(0, len(source.text))
        first = source.position(directive.span.start).line
        last = source.position(directive.span.end).line
        reach = Span(source.line_span(first).start, source.line_span(last).end)
        while directive.in_text and not reach.of(source.prose).strip():
            last += 1
            if last > len(source.line_starts):
                break
            reach = source.line_span(last)
        return reach

    def _without(self, directive: Directive, idle: Sequence[str]) -> tuple[Edit, ...]:
        """The edits that take rules out of a directive, or the directive out of the text."""
        if not directive.in_text:
            return ()
        left = [name for name in directive.selectors if name not in idle]
        if left:
            return (Edit(directive.named, ", ".join(left)),)
        line = self._source.position(directive.span.start).line
        span = self._source.line_span(line)
        alone = span.of(self._source.text).strip() == directive.span.of(self._source.text)
        if not alone:
            return (Edit(directive.span, ""),)
        starts = self._source.line_starts
        end = starts[line] if line < len(starts) else len(self._source.text)
        return (Edit(Span(span.start, end), ""),)
