"""What every check has in common.

A check is a frozen struct: its fields are the parameters a rule may set. It looks at a draft and
yields findings, and knows nothing of severity, language, files or configuration.
"""

# Not as strings: msgspec would read those of Check anew for each of its kinds, at every start.
from collections.abc import Iterator, Sequence
from typing import ClassVar

import msgspec

from speechlint.checks.comparisons import Comparisons
from speechlint.diagnostic import Finding, Partner
from speechlint.draft import Draft


class Check(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """A generic check.

    A parameter named ``slogans`` also receives the fixed phrases of the user's configuration.

    Attributes:
        facts: names a message may use, in braces.
        roles: partners a finding may have, each with the facts their wording may use.
        variants: names a finding may carry, each of which a rule may word and weigh on its own.
        needs_structure: whether it says nothing where all line breaks were lost.
    """

    facts: ClassVar[frozenset[str]] = frozenset()
    roles: ClassVar[dict[str, frozenset[str]]] = {}
    variants: ClassVar[frozenset[str]] = frozenset()
    needs_structure: ClassVar[bool] = True

    def verify(self) -> None:
        """See that the parameters can serve, when a rule is loaded and not each time it runs.

        Raises:
            ValueError: they can't; the message begins with the parameter.
        """

    def run(self, draft: Draft) -> Iterator[Finding]:
        """Findings in the order of the text."""
        raise NotImplementedError


class Fingerprint(msgspec.Struct, frozen=True):
    """What a check across files keeps of one file.

    Attributes:
        path: the file, as the user named it.
        data: the check's own encoding; empty when the file has nothing to compare.
    """

    path: str
    data: bytes


class CrossFinding(msgspec.Struct, frozen=True):
    """A finding in one of the files that were compared, and the place in another it is about.

    Attributes:
        other: which of the fingerprints is that of the other file.
        partner: the place there.
    """

    finding: Finding
    other: int
    partner: Partner


class CrossCheck(Check, frozen=True):
    """A check that also compares the files of a run with one another.

    ``run`` still looks at one file; it may yield nothing. A fingerprint depends on the text alone,
    not on the path, because it is kept in the cache and sent between processes; so it should be
    small. ``compare`` gets the fingerprints of a whole run once, in the order of the files, and its
    findings name other files by their ``path`` as a fact. Its time must be near linear; what is
    costly to find out of two fingerprints it asks of the comparisons that earlier runs made.
    """

    def run(self, draft: Draft) -> Iterator[Finding]:
        """Findings inside one file."""
        yield from ()

    def fingerprint(self, draft: Draft) -> bytes:
        """What to keep of a file, or nothing at all."""
        raise NotImplementedError

    def compare(
        self, fingerprints: Sequence[Fingerprint], comparisons: Comparisons
    ) -> Iterator[tuple[CrossFinding, ...]]:
        """The findings in each of the files, in their order."""
        raise NotImplementedError
