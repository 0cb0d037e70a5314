"""Rules put together, and applied to a draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from speechlint.checks.comparisons import Comparisons
from speechlint.diagnostic import Diagnostic
from speechlint.draft import Draft
from speechlint.linter.comparing import Crossing, compare_drafts, cross_drafts, fingerprint
from speechlint.linter.examined import Examined, place
from speechlint.linter.silencing import suppress
from speechlint.linter.yielding import without_yielding
from speechlint.memory import NO_MEMORY, Memory
from speechlint.passages import Passages
from speechlint.rulebook import Rulebook
from speechlint.settings import ChosenRule, PerFileIgnores, Settings, choose_genre, choose_rules
from speechlint.source import Source
from speechlint.suppression import Suppressions
from speechlint.syntax import parse
from speechlint.syntax.nodes import Outline


class Linter:
    """Rules put together once, to be applied to many drafts."""

    def __init__(self, rulebook: Rulebook, settings: Settings) -> None:
        """Put together the rules that the settings choose.

        Raises:
            SettingsError: a selector stands for no rule, or a parameter or the genre doesn't fit.
        """
        self._rulebook = rulebook
        self._settings = settings
        self._genre = choose_genre(settings)
        self._rules = choose_rules(rulebook, settings)
        self._per_file_ignores = PerFileIgnores(rulebook, settings)

    @property
    def settings(self) -> Settings:
        """What it was put together by."""
        return self._settings

    @property
    def rulebook(self) -> Rulebook:
        """The rules that are known, chosen or not."""
        return self._rulebook

    def read(self, source: Source, memory: Memory = NO_MEMORY) -> Draft:
        """A draft with its outline, of the genre that the settings give it.

        Args:
            source: the draft.
            memory: of the version before.
        """
        return Draft(source, self._parse(source, memory), memory)

    def examine(self, source: Source) -> Examined:
        """Apply every rule to one draft."""
        return self.examine_draft(self.read(source))

    def examine_draft(self, draft: Draft, *, alone: bool = False) -> Examined:
        """Apply every rule to one draft whose outline is known.

        Args:
            draft: the draft.
            alone: whether it won't be compared with anything, other drafts or earlier findings, so
                that nothing need be kept for that.
        """
        rules = self._rules_for(draft)
        language = self._settings.language
        found = [
            chosen.describe(finding, language)
            for chosen in rules
            for finding in chosen.check.run(draft)
        ]
        found = without_yielding(found, rules)
        suppressions = Suppressions(draft.source, self._rulebook.select)
        if suppressions:
            found = suppress(suppressions, found, rules, language)
        if found and not alone:
            found = _with_fingerprints(found, draft)
        found.sort(key=place)
        if alone:
            return Examined(tuple(found))
        kept = fingerprint(rules, draft, suppressions)
        return msgspec.structs.replace(kept, diagnostics=tuple(found))

    def fingerprint(self, draft: Draft) -> Examined:
        """What is kept of a draft to compare it with others; its diagnostics are not looked for."""
        suppressions = Suppressions(draft.source, self._rulebook.select)
        return fingerprint(self._rules_for(draft), draft, suppressions)

    @property
    def codes(self) -> frozenset[str]:
        """The rules that the settings choose."""
        return frozenset(one.rule.code for one in self._rules)

    def ignored_codes(self, path: str) -> frozenset[str]:
        """The rules that the settings leave out for a file."""
        return self._per_file_ignores.codes_for(path)

    def compare(
        self,
        paths: Sequence[str],
        examined: Sequence[Examined],
        comparisons: Comparisons | None = None,
    ) -> list[list[Diagnostic]]:
        """The diagnostics of several drafts, with those that comparing the drafts brings.

        Args:
            paths: of the drafts.
            examined: what is known of each, in the same order.
            comparisons: what earlier runs found out of pairs; is given what this one finds out.
        """
        language = self._settings.language
        return compare_drafts(self._rules, language, paths, examined, comparisons or Comparisons())

    def cross(self, paths: Sequence[str], examined: Sequence[Examined]) -> Iterator[list[Crossing]]:
        """What comparing several drafts brings, in steps that each take little time."""
        language = self._settings.language
        return cross_drafts(self._rules, language, paths, examined, Comparisons())

    def _parse(self, source: Source, memory: Memory) -> Outline:
        outline = parse(source, memory)
        if not self._genre:
            return outline
        documents = (msgspec.structs.replace(one, genre=self._genre) for one in outline.documents)
        return msgspec.structs.replace(outline, documents=tuple(documents))

    def _rules_for(self, draft: Draft) -> list[ChosenRule]:
        """The rules that apply to a draft."""
        ignored = self.ignored_codes(draft.source.path)
        structured = draft.outline.structured
        return [
            one
            for one in self._rules
            if one.rule.code not in ignored and (structured or not one.check.needs_structure)
        ]


def _with_fingerprints(found: Sequence[Diagnostic], draft: Draft) -> list[Diagnostic]:
    passages = Passages(draft)
    return [
        msgspec.structs.replace(one, fingerprint=passages.fingerprint(one.code, one.span))
        for one in found
    ]
