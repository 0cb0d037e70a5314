"""A cache of its own for the tests, so that they neither use nor touch the user's.

Random texts have no time limit: how long a test takes says more of the machine than of the code.
"""

import os
import tempfile
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile(
    "untimed", settings.get_profile(settings.get_current_profile_name()), deadline=None
)
settings.load_profile("untimed")

# Set before any test module is imported: the rules are loaded while tests are collected.
_FOLDER = tempfile.TemporaryDirectory(prefix="speechlint-cache-")
os.environ["SPEECHLINT_CACHE_DIR"] = _FOLDER.name


@pytest.fixture(scope="session", autouse=True)
def _remove_cache() -> Iterator[None]:
    yield
    _FOLDER.cleanup()
