"""Pairs of drafts that earlier runs compared, in a file of the cache that is replaced whole."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import msgspec

from speechlint import __version__, checks
from speechlint.cache import files_state, write_atomically
from speechlint.checks.comparisons import Comparisons

_NAME = "comparisons"

_SPARE = 20_000
"""Pairs that are kept though the last run did not ask for them: they are of other drafts."""


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    """What the file holds.

    Attributes:
        state: of the checks that made the comparisons.
        likenesses: by pair, those that were asked for last at the end.
    """

    state: str
    likenesses: dict[bytes, float]


def load_comparisons(folder: Path) -> Comparisons:
    """What earlier runs found out, of pairs that the checks would still compare in the same way."""
    try:
        kept = msgspec.msgpack.decode((folder / _NAME).read_bytes(), type=_Kept)
    except (OSError, msgspec.MsgspecError):
        return Comparisons()
    return Comparisons(kept.likenesses if kept.state == _state() else {})


def keep_comparisons(folder: Path, comparisons: Comparisons) -> None:
    """Keep what a run found out, if it found out anything."""
    used, known = comparisons.used, comparisons.known
    if used.keys() <= known.keys():
        return
    spare = [key for key in known if key not in used]
    unused = islice(spare, max(0, len(spare) - _SPARE), None)
    likenesses = {key: known[key] for key in unused} | used
    write_atomically(folder / _NAME, msgspec.msgpack.encode(_Kept(_state(), likenesses)))


def _state() -> str:
    folder = Path(checks.__file__).parent
    return "\n".join((__version__, *files_state((folder,), (".py",))))
