"""What is said about a draft: findings of a check, and diagnostics shown to a reader."""

from __future__ import annotations

from enum import Enum

import msgspec

from speechlint.source import Span

Facts = tuple[tuple[str, str | int], ...]
"""Names and values that a message template is filled with."""


class Severity(str, Enum):
    """How bad it is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return ("info", "warning", "error").index(self.value)


class Applicability(str, Enum):
    """Whether a fix may be applied without asking: a safe one never changes the meaning."""

    SAFE = "safe"
    UNSAFE = "unsafe"


class Edit(msgspec.Struct, frozen=True, order=True, gc=False):
    """Replace a span by a text."""

    span: Span
    text: str


class Partner(msgspec.Struct, frozen=True):
    """Another place that a finding is about; the rule words it by its role."""

    span: Span
    role: str
    facts: Facts = ()


class Finding(msgspec.Struct, frozen=True):
    """What a check saw: a place and facts, without code, severity or language.

    Attributes:
        variant: which of the check's variants it is; a rule may word and weigh each on its own.
    """

    span: Span
    facts: Facts = ()
    partners: tuple[Partner, ...] = ()
    edits: tuple[Edit, ...] = ()
    variant: str = ""


class Related(msgspec.Struct, frozen=True):
    """Another place of the draft, with what to know about it."""

    span: Span
    message: str


class Fix(msgspec.Struct, frozen=True):
    """Edits, in order and without overlap, that mend a diagnostic."""

    applicability: Applicability
    edits: tuple[Edit, ...]


class Diagnostic(msgspec.Struct, frozen=True):
    """A finding as a reader sees it.

    Attributes:
        fingerprint: by which it is known again when the draft has been edited elsewhere.
    """

    code: str
    name: str
    severity: Severity
    message: str
    span: Span
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    fingerprint: str = ""
