"""What comparing pairs of texts has told, to be asked again instead of comparing them anew."""

from __future__ import annotations

from collections.abc import Callable

_DIGEST = 12


class Comparisons:
    """Likenesses of pairs, by the contents of both.

    Attributes:
        known: what is known at first; it is left as it is.
        used: all that was asked for, with what had to be worked out.
    """

    def __init__(self, known: dict[bytes, float] | None = None) -> None:
        self.known = known or {}
        self.used: dict[bytes, float] = {}
        self._digests: dict[bytes, bytes] = {}

    def recall(
        self, pair: tuple[bytes, bytes], least: float, compare: Callable[[], float]
    ) -> float:
        """How like a pair is, worked out if that is not known.

        Args:
            pair: the contents of both, in order.
            least: what the result depends on besides.
            compare: works it out.
        """
        key = b"%r" % least + b"".join(map(self._digest, pair))
        if key not in self.used:
            found = self.known.get(key)
            self.used[key] = compare() if found is None else found
        return self.used[key]

    def _digest(self, content: bytes) -> bytes:
        found = self._digests.get(content)
        if found is None:
            from hashlib import blake2b  # loads OpenSSL, and few runs have anything to compare

            found = self._digests[content] = blake2b(content, digest_size=_DIGEST).digest()
        return found
