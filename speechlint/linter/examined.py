"""What is known of one draft once every rule has been applied to it."""

from __future__ import annotations

import msgspec

from speechlint.diagnostic import Diagnostic
from speechlint.source import Span


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


def place(diagnostic: Diagnostic) -> tuple[int, int, str]:
    """What diagnostics are sorted by."""
    return diagnostic.span.start, diagnostic.span.end, diagnostic.code
