"""One heading that names something, where all its siblings say what to do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from speechlint.checks.base import Check
from speechlint.checks.grouped import judge_groups
from speechlint.diagnostic import Finding, Partner
from speechlint.draft import Draft
from speechlint.syntax.groups import Group, GroupKind

_TITLES = frozenset({GroupKind.HEADINGS, GroupKind.BULLETS})
_FEWEST = 4


class ParallelWordClass(Check, frozen=True):
    """Finds the heading that opens with a noun (责任落实) among others that open with a verb.

    The classes are those of a dictionary, which knows words and not sentences: hence only a hint.
    """

    facts = frozenset({"heading", "word", "count"})
    roles: ClassVar[dict[str, frozenset[str]]] = {"sibling": frozenset({"heading"})}

    def run(self, draft: Draft) -> Iterator[Finding]:
        """Findings in the order of the text."""
        yield from judge_groups(draft, self, _judge, _TITLES, _FEWEST)


def _judge(group: Group, text: str) -> Iterator[Finding]:
    from speechlint.syntax.words import first_word, word_class

    openings = [first_word(member.of(text)) for member in group.members]
    odd = [number for number, word in enumerate(openings) if not _is_verb(word_class(word))]
    if len(odd) != 1 or not _is_name(group.members[odd[0]].of(text)):
        return
    sibling = odd[0] - 1 if odd[0] else 1
    heading, other = group.members[odd[0]], group.members[sibling]
    yield Finding(
        span=heading,
        facts=(
            ("heading", heading.of(text)),
            ("word", openings[odd[0]]),
            ("count", len(openings) - 1),
        ),
        partners=(Partner(other, "sibling", (("heading", other.of(text)),)),),
    )


def _is_verb(name: str) -> bool:
    return name.startswith("v")


def _is_name(heading: str) -> bool:
    """Whether a heading opens with a noun and has no verb but at its end: 责任落实, 队伍建设.

    大力, 全力 and their like are no nouns, whatever the dictionary says.
    """
    from speechlint.syntax.words import word_class, words

    found = words(heading)
    classes = [word_class(word) for word in found]
    is_noun = classes[0].startswith("n") and len(found[0]) == 2 and not found[0].endswith("力")
    return is_noun and not any(map(_is_verb, classes[:-1]))
