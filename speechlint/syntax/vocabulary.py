"""The words beside announced numbers, as data: ``rules/lexicon/announcements.toml``."""

from __future__ import annotations

import msgspec

from speechlint.lexicon import load_lexicon


class Vocabulary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words by what they tell of an announcement; the file says what each field holds."""

    abstract: tuple[str, ...]
    matter: tuple[str, ...]
    kinds: tuple[str, ...]
    units: tuple[str, ...]
    verbs: frozenset[str]
    adverbs: tuple[str, ...]
    speakers: tuple[str, ...]
    said: tuple[str, ...]


def load_vocabulary() -> Vocabulary:
    """The words, read once.

    Raises:
        RuleError: the file is missing or wrong.
    """
    return load_lexicon("announcements", Vocabulary)
