"""Examining drafts in several processes."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING

import msgspec

from speechlint.errors import SourceError
from speechlint.linter import Examined
from speechlint.runner.examination import Examination
from speechlint.runner.results import Results
from speechlint.runner.run import Job, work_on
from speechlint.settings import Settings

if TYPE_CHECKING:
    from multiprocessing.context import DefaultContext, ForkContext
    from multiprocessing.process import BaseProcess

_FORKS = sys.platform == "linux"


class _Message(msgspec.Struct, frozen=True):
    """What a process tells of a draft: what it found, or why it could not be read."""

    number: int
    path: str
    place: int
    examined: Examined | None
    failure: tuple[str, str] = ("", "")


class _Share(msgspec.Struct, frozen=True):
    """The work of one process."""

    jobs: Sequence[Job]
    settings: Sequence[Settings]
    use_results: bool


def work_in_processes(
    shares: Sequence[Sequence[Job]],
    settings: Sequence[Settings],
    results: Sequence[Results | None],
) -> Iterator[tuple[int, Examination | SourceError]]:
    """The outcomes of jobs, a process for each share, as they are ready.

    Processes end with this one, however it ends: each has a pipe of its own that nobody else holds.

    Raises:
        ChildProcessError: a process ended before its work was done.
    """
    readers: list[Connection] = []
    processes: list[BaseProcess] = []
    awaited = sum(map(len, shares))
    try:
        for jobs in shares:
            share = _Share(jobs, settings, use_results=any(results))
            processes.append(_start(msgspec.msgpack.encode(share), readers))
        while readers:
            for ready in wait(readers):
                assert isinstance(ready, Connection)
                try:
                    data = ready.recv_bytes()
                except EOFError:
                    readers.remove(ready)
                    continue
                awaited -= 1
                yield _open(msgspec.msgpack.decode(data, type=_Message), settings)
        if awaited:
            raise ChildProcessError(f"{awaited} drafts were not examined: a process ended early")
    finally:
        for process in processes:
            process.terminate()
            process.join()


def _start(share: bytes, readers: list[Connection]) -> BaseProcess:
    """Start a process, and add the pipe that it writes to."""
    context = _context()
    reader, writer = context.Pipe(duplex=False)
    readers.append(reader)
    inherited = tuple(readers) if _FORKS else ()
    process = context.Process(target=_work, args=(share, writer, inherited), daemon=True)
    process.start()
    writer.close()
    return process


def _context() -> DefaultContext | ForkContext:
    """Forking shares what is loaded already; elsewhere than on Linux it is not safe."""
    if _FORKS:
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context()


def _open(message: _Message, settings: Sequence[Settings]) -> tuple[int, Examination | SourceError]:
    if message.examined is None:
        return message.number, SourceError(*message.failure)
    place = settings[message.place]
    return message.number, Examination(message.path, place, message.examined, None)


def _work(encoded: bytes, writer: Connection, inherited: Sequence[Connection]) -> None:
    """What a process does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process ends the others
    for connection in inherited:
        connection.close()
    share = msgspec.msgpack.decode(encoded, type=_Share)
    results = [Results(one) if share.use_results else None for one in share.settings]
    for job in share.jobs:
        outcome = work_on(job, share.settings, results)
        message = (
            _Message(job.number, job.path, job.place, outcome.examined)
            if isinstance(outcome, Examination)
            else _Message(job.number, job.path, job.place, None, (outcome.message, outcome.zh))
        )
        try:
            writer.send_bytes(msgspec.msgpack.encode(message))
        except BrokenPipeError:
            return  # nobody is there to hear it
