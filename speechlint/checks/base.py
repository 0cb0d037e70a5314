"""What every check has in common.

A check is a frozen struct: its fields are the parameters a rule may set. It looks at a draft and
yields findings, and knows nothing of severity, language, files or configuration.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import msgspec

from speechlint.diagnostic import Finding
from speechlint.draft import Draft


class Check(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """A generic check.

    Attributes:
        facts: names a message may use, in braces.
        roles: partners a finding may have, each with the facts their wording may use.
        needs_structure: whether it says nothing where all line breaks were lost.
    """

    facts: ClassVar[frozenset[str]] = frozenset()
    roles: ClassVar[dict[str, frozenset[str]]] = {}
    needs_structure: ClassVar[bool] = True

    def run(self, draft: Draft) -> Iterator[Finding]:
        """Findings in the order of the text."""
        raise NotImplementedError
