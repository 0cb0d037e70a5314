"""A rule: what to look for, how bad it is, and how to say it, as data."""

from __future__ import annotations

from typing import Literal

import msgspec

from speechlint.checks import find_check
from speechlint.checks.base import Check
from speechlint.diagnostic import Applicability, Diagnostic, Facts, Finding, Fix, Related, Severity

Language = Literal["zh", "en"]


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text, or a template with ``{facts}``, in both languages."""

    zh: str
    en: str

    def speak(self, language: Language) -> str:
        """The text in a language."""
        return self.zh if language == "zh" else self.en

    def fill(self, language: Language, facts: Facts) -> str:
        """The template in a language, with facts in place of their names."""
        return self.speak(language).format_map(dict(facts))


class Variant(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a rule says otherwise about one variant of a finding."""

    severity: Severity | None = None
    message: Wording | None = None


class Examples(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Drafts that a rule complains about, with ⟦marks⟧, and drafts that it leaves alone."""

    bad: tuple[str, ...]
    good: tuple[str, ...]


class Rule(msgspec.Struct, frozen=True):
    """A rule of the rulebook.

    Attributes:
        code: letters and a number, such as ``NUM001``.
        name: the stem of its file, such as ``sequence-gap``.
        group: the folder of its file, such as ``numbering``.
        path: its file.
        check: the name of the check that it puts to work.
        params: the parameters of the check, in msgpack.
        message: what to tell the writer.
        related: how to word each role of a partner.
        variants: what is said otherwise about a variant of the finding.
        fix: whether edits of the check may be applied without asking; none are offered without it.
        since: the version that brought it.
        preview: whether it is off until asked for.
        yields_to: codes of rules that say more of a place; where one speaks, this one is silent.
    """

    code: str
    name: str
    group: str
    path: str
    severity: Severity
    check: str
    params: bytes
    message: Wording
    related: dict[str, Wording]
    variants: dict[str, Variant]
    explain: Wording
    examples: Examples
    since: str
    fix: Applicability | None
    preview: bool
    yields_to: tuple[str, ...]

    @property
    def prefix(self) -> str:
        """The letters of the code, by which its kin can be named together."""
        return self.code.rstrip("0123456789")

    def make_check(self) -> Check:
        """The check with the rule's parameters."""
        return msgspec.msgpack.decode(self.params, type=find_check(self.check))

    def read_params(self) -> dict[str, object]:
        """The parameters by key, as a rule file would write them."""
        return msgspec.msgpack.decode(self.params, type=dict[str, object])

    def describe(
        self, finding: Finding, language: Language, severity: Severity | None = None
    ) -> Diagnostic:
        """A finding as a reader sees it.

        Args:
            finding: what the rule's check yielded.
            language: of the messages.
            severity: overrides the rule's own, for every variant.
        """
        variant = self.variants.get(finding.variant, _PLAIN)
        return Diagnostic(
            code=self.code,
            name=self.name,
            severity=severity or variant.severity or self.severity,
            message=(variant.message or self.message).fill(language, finding.facts),
            span=finding.span,
            related=tuple(
                Related(partner.span, self.related[partner.role].fill(language, partner.facts))
                for partner in finding.partners
                if partner.role in self.related
            ),
            fix=Fix(self.fix, finding.edits) if self.fix and finding.edits else None,
        )


_PLAIN = Variant()
