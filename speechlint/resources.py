"""Where the grammar and the rules are: in the installed package, or in the checkout."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from speechlint.errors import ResourceError

_PACKAGE = Path(__file__).resolve().parent


@lru_cache
def data_folder(name: str) -> Path:
    """The folder ``grammar`` or ``rules``.

    Raises:
        ResourceError: the installation lacks it.
    """
    for root in (_PACKAGE / "_data", _PACKAGE.parent):
        folder = root / name
        if folder.is_dir():
            return folder
    raise ResourceError(f"{_PACKAGE}: the folder “{name}” is missing from this installation")
