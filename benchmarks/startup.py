"""How long it takes until one draft is checked, against importing the libraries alone."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpus import make_draft
from benchmarks.table import Row, at_most
from benchmarks.timing import best_of_processes

_RUNS = 20
_LIBRARIES = ("-c", "import click, lark")


def rows() -> Iterator[Row]:
    """One draft of 12 KB, its result not cached; and nothing to check at all."""
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / "讲话.txt"
        draft.write_text(make_draft(1), encoding="utf-8")
        check = ("-m", "speechlint", "check", "--isolated", "--no-cache", str(draft))
        version = ("-m", "speechlint", "--version")
        libraries, checked, spoken = best_of_processes(_RUNS, _LIBRARIES, check, version)
    yield Row('python -c "import click, lark"', f"{libraries * 1000:.0f} ms")
    yield at_most("check one draft of 12 KB", checked / libraries, "×", 1.6)
    yield Row("speechlint --version", f"{spoken / libraries:.2f} ×")
