"""``python -m benchmarks [PART]... [--corpus FOLDER]``: print a small table.

Exits with 1 where a budget is broken.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import (
    editor,
    growth,
    pathological,
    repository,
    rules,
    startup,
    throughput,
    word,
)
from benchmarks.table import Row, print_rows

_SHARED = Path(__file__).resolve().parents[2] / "shared" / "corpus"


def main() -> int:
    """Run the parts asked for, all of them by default."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=_SHARED, help="a folder of texts")
    parser.add_argument("parts", nargs="*", metavar="PART", help="startup throughput growth …")
    options = parser.parse_args()
    folder = options.corpus if options.corpus.is_dir() else None
    parts: dict[str, Callable[[], Iterator[Row]]] = {
        "startup": startup.rows,
        "throughput": lambda: throughput.rows(folder),
        "growth": growth.rows,
        "rules": rules.rows,
        "pathological": pathological.rows,
        "editor": editor.rows,
        "repository": repository.rows,
        "word": word.rows,
    }
    if unknown := set(options.parts) - set(parts):
        parser.error(f"no part named {', '.join(sorted(unknown))}; there are {', '.join(parts)}")
    kept = [print_rows(name, parts[name]()) for name in options.parts or parts]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
