"""Taking times: the best of several runs is the one least disturbed."""

from __future__ import annotations

import gc
import subprocess
import sys
import time
from collections.abc import Callable, Sequence


def best_of(runs: int, work: Callable[[], object]) -> float:
    """Seconds of the processor that the fastest of several runs in this process takes."""
    times = []
    for _ in range(runs):
        gc.collect()
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def best_of_processes(runs: int, *commands: Sequence[str]) -> list[float]:
    """Seconds of the fastest of several runs of each command of Python, by turns."""
    times: list[list[float]] = [[] for _ in commands]
    for _ in range(runs):
        for command, taken in zip(commands, times, strict=True):
            start = time.perf_counter()
            subprocess.run([sys.executable, *command], stdout=subprocess.DEVNULL, check=False)
            taken.append(time.perf_counter() - start)
    return [min(taken) for taken in times]
