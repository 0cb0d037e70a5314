"""Taking times: the best of several runs is the one least disturbed."""

from __future__ import annotations

import gc
import os
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
    """Seconds of the fastest of several runs of each command of Python, by turns.

    Modules are compiled once, as they are in an installed package.
    """
    environment = without_bytecode_ban()
    times: list[list[float]] = [[] for _ in commands]
    for _ in range(runs):
        for command, taken in zip(commands, times, strict=True):
            start = time.perf_counter()
            subprocess.run(
                [sys.executable, *command], stdout=subprocess.DEVNULL, env=environment, check=False
            )
            taken.append(time.perf_counter() - start)
    return [min(taken) for taken in times]


def without_bytecode_ban() -> dict[str, str]:
    """The environment, in which Python may keep what it compiled."""
    return {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
