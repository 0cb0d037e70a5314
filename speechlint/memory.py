"""What was worked out of one version of a draft, kept for the next one.

After a keystroke nearly every line is what it was. Whoever reads a draft again and again, as the
server does, hands a memory along with it; what depends on a single line, or on a few words, is then
worked out for those that the last version didn't have, and the result is the same as without it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import accumulate
from operator import itemgetter
from typing import TypeVar, cast

from speechlint.source import cut_lines

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")

Found = list[tuple[int, T]]
"""Offsets with what was found there, in order."""

Places = dict[str, list[int]]
"""Where the lines of a text begin, by what they say, each with its end."""

_FORMS = 2
"""How many forms a version has: as it is written, and with one kind of line end."""


class Memory:
    """Remembers nothing: for a draft that is read once."""

    def find(
        self, kind: Hashable, text: str, find: Callable[[str], Iterable[tuple[int, T]]]
    ) -> Found[T]:
        """What is found in a text, where what is found in a line depends on nothing else.

        Args:
            kind: names what is looked for.
            text: the draft.
            find: looks for it in some lines, each with its end, in the order of the text; gives
                offsets in order, with values that hold wherever the line is.
        """
        return list(find(text))

    def make(self, kind: Hashable, keys: Sequence[K], make: Callable[[K], T]) -> list[T]:
        """What is made of each of some keys, where it depends on nothing else.

        Args:
            kind: names what is made; asked for once a version, with all its keys.
            keys: in any order; one may occur several times.
            make: makes it of one key.
        """
        return [make(key) for key in keys]


NO_MEMORY = Memory()
"""For whoever reads a draft once."""


class VersionMemory(Memory):
    """Remembers the last version of a draft: what the next one doesn't need is forgotten."""

    def __init__(self) -> None:
        self._texts: dict[str, _Lines] = {}
        self._found: dict[Hashable, tuple[Places, dict[str, Found[object]]]] = {}
        self._made: dict[Hashable, dict[Hashable, object]] = {}

    def find(
        self, kind: Hashable, text: str, find: Callable[[str], Iterable[tuple[int, T]]]
    ) -> Found[T]:
        """What is found in a text; only lines that are new are searched."""
        lines = self._read(text)
        before, known = self._found.get(kind, ({}, {}))
        kept = {line: found for line, found in known.items() if line in lines.places}
        fresh = lines.lacking_in(before)
        ends = list(accumulate(map(len, fresh)))
        for offset, value in find("".join(fresh)):
            number = bisect_right(ends, offset)
            line = fresh[number]
            kept.setdefault(line, []).append((offset - ends[number] + len(line), value))
        self._found[kind] = lines.places, kept
        found = [
            (start + offset, cast("T", value))
            for line, places in kept.items()
            for start in lines.places[line]
            for offset, value in places
        ]
        return sorted(found, key=itemgetter(0))

    def make(self, kind: Hashable, keys: Sequence[K], make: Callable[[K], T]) -> list[T]:
        """What is made of each of some keys; only of keys that are new it is made."""
        known = self._made.get(kind, {})
        kept: dict[Hashable, object] = {}
        for key in keys:
            if key not in kept:
                kept[key] = known[key] if key in known else make(key)
        self._made[kind] = kept
        return [cast("T", kept[key]) for key in keys]

    def _read(self, text: str) -> _Lines:
        """The lines of a text: those of a version, and of the same with other line ends."""
        lines = self._texts.get(text)
        if lines is None:
            lines = self._texts[text] = _Lines(text)
            if len(self._texts) > _FORMS:
                del self._texts[next(iter(self._texts))]
        return lines


class _Lines:
    """The lines of a text.

    Attributes:
        places: where each of them is.
    """

    def __init__(self, text: str) -> None:
        self.places: Places = {}
        offset = 0
        for line in cut_lines(text):
            self.places.setdefault(line, []).append(offset)
            offset += len(line)
        self._compared: tuple[Places, list[str]] | None = None

    def lacking_in(self, before: Places) -> list[str]:
        """The lines that another version lacks; nearly all is compared with the same version."""
        if self._compared is None or self._compared[0] is not before:
            self._compared = before, [line for line in self.places if line not in before]
        return self._compared[1]
