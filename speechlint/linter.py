"""The core: from a source and settings to diagnostics, a pure function."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import msgspec

from speechlint.checks.base import CrossCheck, Fingerprint
from speechlint.checks.suppression import UnknownRule, UnusedSuppression
from speechlint.diagnostic import Diagnostic, Finding
from speechlint.draft import Draft
from speechlint.errors import SettingsError
from speechlint.passages import Passages
from speechlint.rulebook import Rulebook, load_rulebook
from speechlint.settings import ChosenRule, PerFileIgnores, Settings, choose_rules
from speechlint.source import Source, Span
from speechlint.suppression import Suppressions
from speechlint.syntax import parse
from speechlint.syntax.nodes import Outline


class Examined(msgspec.Struct, frozen=True):
    """What was found in one file, and what is kept of it to compare it with others.

    Attributes:
        diagnostics: in the order of the text.
        fingerprints: by the code of the rule that compares them.
        silent: where the draft silences such a rule.
    """

    diagnostics: tuple[Diagnostic, ...]
    fingerprints: dict[str, bytes] = {}
    silent: dict[str, tuple[Span, ...]] = {}


def lint(source: Source, settings: Settings | None = None) -> list[Diagnostic]:
    """What there is to say about a draft, in the order of the text.

    Raises:
        SettingsError: the settings name a rule that isn't there, or a parameter that doesn't fit.
        RuleError: a rule of the user's own is wrong.
    """
    return list(make_linter(settings or Settings()).examine(source).diagnostics)


def lint_all(sources: Sequence[Source], settings: Settings | None = None) -> list[list[Diagnostic]]:
    """What there is to say about several drafts, each in turn and compared with one another.

    Raises:
        SettingsError: as ``lint`` does.
        RuleError: as ``lint`` does.
    """
    linter = make_linter(settings or Settings())
    examined = [linter.examine(source) for source in sources]
    return linter.compare([source.path for source in sources], examined)


def make_linter(settings: Settings) -> Linter:
    """The linter for some settings; the same one as long as the rule files stay as they are."""
    return _make_linter(msgspec.msgpack.encode(settings))


def forget_linters() -> None:
    """Put linters together anew from now on: a rule file of the user's own may have changed."""
    _make_linter.cache_clear()


@lru_cache(maxsize=16)
def _make_linter(encoded: bytes) -> Linter:
    settings = msgspec.msgpack.decode(encoded, type=Settings)
    rulebook = load_rulebook([Path(settings.root, path) for path in settings.rule_paths])
    return Linter(rulebook, settings)


class Linter:
    """Rules put together once, to be applied to many drafts."""

    def __init__(self, rulebook: Rulebook, settings: Settings) -> None:
        """Put together the rules that the settings choose.

        Raises:
            SettingsError: a selector stands for no rule, or a parameter or the genre doesn't fit.
        """
        self._rulebook = rulebook
        self._settings = settings
        self._genre = _choose_genre(settings.genre)
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

    def read(self, source: Source) -> Draft:
        """A draft with its outline, of the genre that the settings give it."""
        return Draft(source, self._parse(source))

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
        source = draft.source
        rules = self._rules_for(draft)
        found = [
            self._describe(chosen, finding)
            for chosen in rules
            for finding in chosen.check.run(draft)
        ]
        suppressions = Suppressions(source, self._rulebook.select)
        if suppressions:
            found = self._suppress(suppressions, found, rules)
        if found and not alone:
            found = _with_fingerprints(found, draft)
        found.sort(key=_place)
        if alone:
            return Examined(tuple(found))
        crossing = [(one.rule.code, check) for one, check in _cross_checks(rules)]
        return Examined(
            diagnostics=tuple(found),
            fingerprints={code: check.fingerprint(draft) for code, check in crossing},
            silent={code: suppressions.spans_for(code) for code, _ in crossing if suppressions},
        )

    @property
    def codes(self) -> frozenset[str]:
        """The rules that the settings choose."""
        return frozenset(one.rule.code for one in self._rules)

    def ignored_codes(self, path: str) -> frozenset[str]:
        """The rules that the settings leave out for a file."""
        return self._per_file_ignores.codes_for(path)

    def compare(self, paths: Sequence[str], examined: Sequence[Examined]) -> list[list[Diagnostic]]:
        """The diagnostics of several drafts, with those that comparing the drafts brings."""
        found = [list(one.diagnostics) for one in examined]
        printed = {code for one in examined for code in one.fingerprints}
        compared = [one for one in self._rules if one.rule.code in printed]
        for chosen, check in _cross_checks(compared):
            code = chosen.rule.code
            prints = [
                Fingerprint(path, one.fingerprints.get(code, b""))
                for path, one in zip(paths, examined, strict=True)
            ]
            for crossing in check.compare(prints):
                silent = examined[crossing.index].silent.get(code, ())
                if not any(span.holds(crossing.finding.span.start) for span in silent):
                    diagnostic = self._describe(chosen, crossing.finding)
                    # The text is not at hand any more; what is said of it will do.
                    fingerprint = f"{code} {diagnostic.message}"
                    found[crossing.index].append(
                        msgspec.structs.replace(diagnostic, fingerprint=fingerprint)
                    )
        for diagnostics in found:
            diagnostics.sort(key=_place)
        return found

    def _parse(self, source: Source) -> Outline:
        outline = parse(source)
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

    def _suppress(
        self, suppressions: Suppressions, found: list[Diagnostic], rules: Sequence[ChosenRule]
    ) -> list[Diagnostic]:
        """The diagnostics that no directive silences, and those on the directives themselves."""
        kept, used = suppressions.split(found)
        applied = frozenset(
            one.rule.code for one in rules if not isinstance(one.check, _FOUND_LATER)
        )
        on_directives = []
        for one in rules:
            if isinstance(one.check, UnknownRule):
                on_directives += [self._describe(one, two) for two in suppressions.unknown()]
            elif isinstance(one.check, UnusedSuppression):
                unused = suppressions.unused(used, applied)
                on_directives += [self._describe(one, two) for two in unused]
        return kept + suppressions.split(on_directives)[0]

    def _describe(self, chosen: ChosenRule, finding: Finding) -> Diagnostic:
        diagnostic = chosen.rule.describe(finding, self._settings.language, chosen.severity)
        if chosen.fixable or diagnostic.fix is None:
            return diagnostic
        return msgspec.structs.replace(diagnostic, fix=None)


_FOUND_LATER = (CrossCheck, UnknownRule, UnusedSuppression)
"""Checks whose findings are not known yet when the directives of a draft are judged."""


def _choose_genre(wanted: str) -> str:
    """The name of a genre that the user named in English or Chinese; empty when none was named."""
    if not wanted:
        return ""
    from speechlint.syntax.genres import all_genres, find_genre

    genre = find_genre(wanted)
    if genre is None:
        names = ", ".join(f"{one.name} ({one.zh})" for one in all_genres())
        raise SettingsError(
            f"genre: “{wanted}” is none of: {names}",
            f"genre：没有“{wanted}”这个文种；可用：{names}",
        )
    return genre.name


def _cross_checks(rules: Sequence[ChosenRule]) -> Iterator[tuple[ChosenRule, CrossCheck]]:
    for chosen in rules:
        if isinstance(chosen.check, CrossCheck):
            yield chosen, chosen.check


def _with_fingerprints(found: Sequence[Diagnostic], draft: Draft) -> list[Diagnostic]:
    passages = Passages(draft)
    return [
        msgspec.structs.replace(one, fingerprint=passages.fingerprint(one.code, one.span))
        for one in found
    ]


def _place(diagnostic: Diagnostic) -> tuple[int, int, str]:
    return diagnostic.span.start, diagnostic.span.end, diagnostic.code
