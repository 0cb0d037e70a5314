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
from speechlint.runner.run import Job, work_on
from speechlint.settings import Settings

if TYPE_CHECKING:
    from multiprocessing.context import DefaultContext, ForkContext
    from multiprocessing.process import BaseProcess

_FORKS = sys.platform == "linux"


class _Message(msgspec.Struct, frozen=True):
    """What a process tells of a draft: what it found, or why it could not be read."""

    job: Job
    examined: Examined | None
    key: bytes = b""
    failure: tuple[str, str] = ("", "")


class _Share(msgspec.Struct, frozen=True):
    """The work of one process."""

    jobs: Sequence[Job]
    settings: Sequence[Settings]
    keyed: bool


def work_in_processes(
    shares: Sequence[Sequence[Job]],
    settings: Sequence[Settings],
    *,
    keyed: bool,
) -> Iterator[tuple[Job, Examination | SourceError]]:
    """The jobs with their outcomes, a process for each share, as they are ready.

    Processes end with this one, however it ends: each has a pipe of its own that nobody else holds.

    Raises:
        ChildProcessError: a process ended before its work was done.
    """
    readers: list[Connection] = []
    processes: list[BaseProcess] = []
    awaited = sum(map(len, shares))
    try:
        for jobs in shares:
            share = _Share(jobs, settings, keyed=keyed)
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


def _open(message: _Message, settings: Sequence[Settings]) -> tuple[Job, Examination | SourceError]:
    job = message.job
    if message.examined is None:
        return job, SourceError(*message.failure)
    own = settings[job.place]
    return job, Examination(job.path, own, message.examined, None, message.key)


def _work(encoded: bytes, writer: Connection, inherited: Sequence[Connection]) -> None:
    """What a process does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process ends the others
    for connection in inherited:
        connection.close()
    share = msgspec.msgpack.decode(encoded, type=_Share)
    for job in share.jobs:
        outcome = work_on(job, share.settings, keyed=share.keyed)
        message = (
            _Message(job, outcome.examined, outcome.key)
            if isinstance(outcome, Examination)
            else _Message(job, None, failure=(outcome.message, outcome.zh))
        )
        try:
            writer.send_bytes(msgspec.msgpack.encode(message))
        except BrokenPipeError:
            return  # nobody is there to hear it
