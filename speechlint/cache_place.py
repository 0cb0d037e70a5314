"""Where the cache is: asked before anything is loaded, and so apart from what is kept there."""

from __future__ import annotations

import os
import sys

FOLDER_VARIABLE = "SPEECHLINT_CACHE_DIR"
"""The environment variable that names the folder instead of the system's custom."""

_CUSTOMS = ("win32", "darwin")
"""Systems with a custom of their own."""


def cache_place() -> str:
    """The folder of the cache: ``SPEECHLINT_CACHE_DIR``, else the user's cache folder."""
    chosen = os.environ.get(FOLDER_VARIABLE)
    if chosen:
        return chosen
    if sys.platform in _CUSTOMS:
        from platformdirs import user_cache_dir

        return user_cache_dir("speechlint", appauthor=False)
    # The custom of freedesktop.org is quicker followed than platformdirs is imported.
    base = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):
        base = os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(base, "speechlint")
