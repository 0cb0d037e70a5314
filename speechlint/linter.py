"""The core: from a source and settings to diagnostics, a pure function."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import msgspec

from speechlint.checks.base import CrossCheck, Fingerprint
from speechlint.diagnostic import Diagnostic, Finding
from speechlint.draft import Draft
from speechlint.rulebook import load_rulebook
from speechlint.settings import ChosenRule, Settings, choose_rules
from speechlint.source import Source
from speechlint.syntax import parse
from speechlint.syntax.nodes import Outline


class Examined(msgspec.Struct, frozen=True):
    """What was found in one file, and what is kept of it to compare it with others.

    Attributes:
        diagnostics: in the order of the text.
        fingerprints: by the code of the rule that compares them.
    """

    diagnostics: tuple[Diagnostic, ...]
    fingerprints: dict[str, bytes] = {}


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


@lru_cache(maxsize=16)
def _make_linter(encoded: bytes) -> Linter:
    settings = msgspec.msgpack.decode(encoded, type=Settings)
    rulebook = load_rulebook([Path(settings.root, path) for path in settings.rule_paths])
    return Linter(choose_rules(rulebook, settings), settings)


class Linter:
    """Rules put together once, to be applied to many drafts."""

    def __init__(self, rules: Sequence[ChosenRule], settings: Settings) -> None:
        self._rules = tuple(rules)
        self._settings = settings

    def examine(self, source: Source) -> Examined:
        """Apply every rule to one draft."""
        draft = Draft(source, self._parse(source))
        diagnostics: list[Diagnostic] = []
        fingerprints = {}
        for chosen in self._rules:
            if chosen.check.needs_structure and not draft.outline.structured:
                continue
            diagnostics += [self._describe(chosen, one) for one in chosen.check.run(draft)]
            if isinstance(chosen.check, CrossCheck):
                fingerprints[chosen.rule.code] = chosen.check.fingerprint(draft)
        diagnostics.sort(key=_place)
        return Examined(tuple(diagnostics), fingerprints)

    def compare(self, paths: Sequence[str], examined: Sequence[Examined]) -> list[list[Diagnostic]]:
        """The diagnostics of several drafts, with those that comparing the drafts brings."""
        found = [list(one.diagnostics) for one in examined]
        for chosen, check in self._cross_checks():
            code = chosen.rule.code
            prints = [
                Fingerprint(path, one.fingerprints.get(code, b""))
                for path, one in zip(paths, examined, strict=True)
            ]
            for crossing in check.compare(prints):
                found[crossing.index].append(self._describe(chosen, crossing.finding))
        for diagnostics in found:
            diagnostics.sort(key=_place)
        return found

    def _parse(self, source: Source) -> Outline:
        outline = parse(source)
        genre = self._settings.genre
        if not genre:
            return outline
        documents = (msgspec.structs.replace(one, genre=genre) for one in outline.documents)
        return msgspec.structs.replace(outline, documents=tuple(documents))

    def _cross_checks(self) -> Iterator[tuple[ChosenRule, CrossCheck]]:
        for chosen in self._rules:
            if isinstance(chosen.check, CrossCheck):
                yield chosen, chosen.check

    def _describe(self, chosen: ChosenRule, finding: Finding) -> Diagnostic:
        diagnostic = chosen.rule.describe(finding, self._settings.language, chosen.severity)
        if chosen.fixable or diagnostic.fix is None:
            return diagnostic
        return msgspec.structs.replace(diagnostic, fix=None)


def _place(diagnostic: Diagnostic) -> tuple[int, int, str]:
    return diagnostic.span.start, diagnostic.span.end, diagnostic.code
