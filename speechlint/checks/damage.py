"""Masks that swallowed a part of a word: 四XX省 for 四川省, 要**难题 for 要破解难题."""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.base import Check
from speechlint.diagnostic import Finding
from speechlint.draft import Draft


class Damage(Check, frozen=True):
    """What a mask left of a word that it swallowed a part of.

    A finding is ``known`` when the dictionary has one word only that it can have been, and a
    ``verb`` when what is gone is what a sentence does.
    """

    facts = frozenset({"text", "likely"})
    variants = frozenset({"known", "verb"})
    needs_structure = False

    def run(self, draft: Draft) -> Iterator[Finding]:
        """At most one finding a mask, and one for a phrase that is nothing but masks."""
        if not draft.masks:
            return
        # Only now: it takes the dictionary.
        from speechlint.checks.fragments import Fragments

        fragments = Fragments(draft.prose)
        reached = 0
        for mask in draft.masks:
            if mask.dated or mask.span.start < reached:
                continue
            fragment = fragments.find(mask.span)
            if fragment is None or fragment.span.start < reached:
                continue
            reached = fragment.span.end
            facts = (("text", fragment.span.of(draft.prose)), ("likely", fragment.likely))
            yield Finding(fragment.span, facts, variant=fragment.variant)
