"""A file that was checked: what reports are made of."""

from __future__ import annotations

from functools import cached_property

from speechlint.diagnostic import Diagnostic
from speechlint.readers import read
from speechlint.source import Source


class CheckedFile:
    """A file with what there is to say about it.

    Attributes:
        path: as the user named it.
        diagnostics: in the order of the text.
    """

    def __init__(
        self, path: str, diagnostics: tuple[Diagnostic, ...], source: Source | None = None
    ) -> None:
        self.path = path
        self.diagnostics = diagnostics
        self._source = source

    @cached_property
    def source(self) -> Source:
        """The text that spans refer to, read again when the run did not keep it.

        Raises:
            SourceError: the file has gone since it was checked.
        """
        return read(self.path) if self._source is None else self._source

    def with_diagnostics(self, diagnostics: tuple[Diagnostic, ...]) -> CheckedFile:
        """The same file with other diagnostics."""
        return CheckedFile(self.path, diagnostics, self._source)
