"""The frames that the headings and lead sentences of a draft share."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from speechlint.checks.frame_evidence import judge
from speechlint.source import Source
from speechlint.syntax.cutting import cut_phrases
from speechlint.syntax.frames import Frame, make_frame
from speechlint.syntax.groups import Group, GroupKind, Phrases, find_groups
from speechlint.syntax.likeness import departure_among
from speechlint.syntax.nodes import Outline

_FEWEST = 3
_LEAST_WEIGHT = {GroupKind.LEADS: 4, GroupKind.BODIES: 4}
"""How many characters a frame fixes at least, two where the kind isn't named."""


class Framed(msgspec.Struct, frozen=True):
    """Phrases with the frame they share.

    Attributes:
        frame: of all phrases, or of all but the odd one.
        odd: the number of the phrase that breaks the frame, from 0, if there is one.
    """

    group: Group
    frame: Frame
    odd: int | None = None


def find_frames(source: Source, outline: Outline) -> list[Framed]:
    """The groups of a draft that share a frame to speak of, in the order of the text."""
    text = source.body.of(source.prose)
    groups = [group for group in find_groups(outline, text) if len(group.members) >= _FEWEST]
    found = list(_frames(groups, text))
    return sorted(found, key=lambda framed: framed.group.members)


def _frames(groups: list[Group], text: str) -> Iterator[Framed]:
    for group in groups:
        phrases = Phrases.of(group, text)
        departure = departure_among(phrases)
        if departure is not None and judge(group, departure, text):
            yield Framed(group, departure.frame, departure.member)
            continue
        frame = make_frame(cut_phrases(phrases.texts))
        if frame.weight >= _LEAST_WEIGHT.get(group.kind, 2):
            yield Framed(group, frame)
