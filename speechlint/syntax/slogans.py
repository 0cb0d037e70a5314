"""Fixed phrases that hold a number and announce nothing: 四个意识, 三农, “三会一课”."""

from __future__ import annotations

import msgspec

from speechlint.lexicon import load_lexicon


class Slogan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A fixed phrase.

    Attributes:
        name: the phrase, without quotation marks.
        members: what it stands for, as a writer would list it; empty where that is not settled.
    """

    name: str
    members: tuple[str, ...] = ()


class _Slogans(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    slogan: tuple[Slogan, ...]


def load_slogans() -> dict[str, Slogan]:
    """The fixed phrases of ``rules/lexicon/slogans.toml`` by name.

    Raises:
        RuleError: the file is missing or wrong.
    """
    return {slogan.name: slogan for slogan in load_lexicon("slogans", _Slogans).slogan}
