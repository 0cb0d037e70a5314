"""A thousand drafts in a repository: one process and two, nothing changed, one draft changed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.corpus import make_draft
from benchmarks.table import Row, at_least, at_most
from benchmarks.timing import without_bytecode_ban

_DRAFTS = 1_000
_RUNS = 5
_SHORT_RUNS = 30
"""Of what takes milliseconds, and is easily disturbed."""

_SCRIPT = "import sys; from speechlint.__main__ import main; sys.exit(main())"
"""What the installed command is; ``python -m`` takes a few milliseconds more to find a module."""

_CHECK = (sys.executable, "-c", _SCRIPT, "check", "--isolated", "--statistics", "--exit-zero")


def rows() -> Iterator[Row]:
    """The whole repository cold, then with the results of earlier runs, beside ``git status``."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "drafts"
        size = _make_repository(folder)
        yield Row(f"{_DRAFTS} drafts", f"{size / 1e6:.1f} MB")
        alone = _best(folder, (*_CHECK, "--no-cache"), processors=1)
        yield Row("cold, one process", f"{alone:.2f} s")
        if len(_processors()) > 1:
            together = _best(folder, (*_CHECK, "--no-cache"), processors=2)
            yield at_least("cold, two processes: faster by", alone / together, "×", 1.6)
        _best(folder, _CHECK, runs=1)  # keeps the results
        warm = _best(folder, _CHECK, runs=_SHORT_RUNS)
        yield Row("nothing changed", f"{warm * 1000:.0f} ms")
        status = _best(folder, ("git", "status", "--porcelain"), runs=_SHORT_RUNS)
        yield at_most("nothing changed, against git status", warm / status, "×", 3)
        nothing = _best(folder, (sys.executable, "-c", "pass"), runs=_SHORT_RUNS)
        yield Row("Python doing nothing, against git status", f"{nothing / status:.2f} ×")
        changed, single = _after_changes(folder)
        yield Row("one draft changed", f"{changed * 1000:.0f} ms")
        yield at_most("one draft changed, against that draft alone", changed / single, "×", 1.5)


def _make_repository(folder: Path) -> int:
    size = 0
    for number in range(_DRAFTS):
        path = folder / f"{number // 50:02}" / f"{number:03}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        size += path.write_bytes(make_draft(number).encode())
    if shutil.which("git"):
        for arguments in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "drafts")):
            identity = ("-c", "user.name=a", "-c", "user.email=a@example.org")
            subprocess.run(("git", *identity, *arguments), cwd=folder, check=True)
    return size


def _after_changes(folder: Path) -> tuple[float, float]:
    """Seconds for all drafts after one has changed, and for that one without earlier results."""
    together, alone = [], []
    for number in range(_RUNS):
        path = folder / "00" / f"{number:03}.txt"
        path.write_text(path.read_text(encoding="utf-8") + "谢谢大家！\n", encoding="utf-8")
        together.append(_time(folder, _CHECK, _processors()))
        alone.append(_time(folder, (*_CHECK, "--no-cache", str(path)), _processors()))
    return min(together), min(alone)


def _best(
    folder: Path, command: Sequence[str], *, processors: int | None = None, runs: int = _RUNS
) -> float:
    chosen = set(sorted(_processors())[:processors])
    return min(_time(folder, command, chosen) for _ in range(runs))


def _time(folder: Path, command: Sequence[str], processors: set[int]) -> float:
    """Seconds that a command takes on some processors."""

    def restrict() -> None:
        if hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(0, processors)

    environment = {
        **without_bytecode_ban(),
        "SPEECHLINT_CACHE_DIR": str(folder.parent / "cache"),
        "PYTHONPATH": str(Path(__file__).resolve().parents[1]),
    }
    start = time.perf_counter()
    subprocess.run(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        check=True,
        preexec_fn=restrict,
    )
    return time.perf_counter() - start


def _processors() -> set[int]:
    if hasattr(os, "sched_getaffinity"):
        return os.sched_getaffinity(0)
    return set(range(os.cpu_count() or 1))
