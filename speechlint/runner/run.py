"""Examining many files: from earlier results where nothing changed, in processes when that pays."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from speechlint.errors import SourceError
from speechlint.linter import make_linter
from speechlint.runner.examination import Examination, Examinations, examine_file
from speechlint.runner.finder import SettingsFinder
from speechlint.runner.results import Results, drop_old_results, results_folder
from speechlint.settings import Settings

Progress = Callable[[int, int], None]
"""Is told how many drafts are done, and of how many."""

WORTH_A_PROCESS = 500_000
"""Bytes of drafts that take longer to examine than a process takes to start."""


class Job(msgspec.Struct, frozen=True):
    """A draft to examine.

    Attributes:
        number: its place in the run.
        place: the place of its settings among those of the run.
        size: of the file, in bytes.
    """

    number: int
    path: str
    place: int
    size: int


def examine_files(
    paths: Sequence[str],
    finder: SettingsFinder,
    *,
    use_results: bool = True,
    progress: Progress = lambda done, total: None,
) -> Examinations:
    """Examine files, in the order given.

    Args:
        paths: the files.
        finder: tells the settings of each.
        use_results: whether results of earlier runs are used, and new ones kept.
        progress: is told how far the run is.

    Raises:
        SettingsError: a configuration file is wrong.
        RuleError: a rule of the user's own is wrong.
    """
    settings: list[Settings] = []
    places: dict[int, int] = {}
    for one in map(finder.settings_for, paths):
        if id(one) not in places:
            places[id(one)] = len(settings)
            settings.append(one)
            make_linter(one)  # what is wrong with the settings is said before any work is done
    results = [Results(one) if use_results else None for one in settings]
    outcomes: dict[int, Examination | SourceError] = {}
    jobs: list[Job] = []
    for number, path in enumerate(paths):
        place = places[id(finder.settings_for(path))]
        found = _look_up(Job(number, path, place, 0), settings[place], results[place])
        if isinstance(found, Job):
            jobs.append(found)
        else:
            outcomes[number] = found
    try:
        for job, outcome in _work(jobs, settings, keyed=use_results):
            outcomes[job.number] = outcome
            kept_in = results[job.place]
            if kept_in is not None and isinstance(outcome, Examination):
                kept_in.keep(job.path, outcome.key, outcome.examined)
            progress(len(outcomes), len(paths))
    finally:
        for changed in filter(None, results):
            changed.save()
    if jobs and use_results:
        drop_old_results(results_folder(settings[0]))
    ordered = [outcomes[number] for number in range(len(paths))]
    return Examinations(
        tuple(one for one in ordered if isinstance(one, Examination)),
        tuple(one for one in ordered if isinstance(one, SourceError)),
    )


def _look_up(
    job: Job, settings: Settings, results: Results | None
) -> Examination | SourceError | Job:
    """An earlier result, or the job with its size when there is none."""
    try:
        examined = None if results is None else results.find(job.path)
    except SourceError as failure:
        return failure
    if examined is None:
        return msgspec.structs.replace(job, size=_size(job.path))
    return Examination(job.path, settings, examined, None)


def _size(path: str) -> int:
    """The size of a file; one that isn't there is noticed when it is read."""
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0


def _work(
    jobs: Sequence[Job], settings: Sequence[Settings], *, keyed: bool
) -> Iterator[tuple[Job, Examination | SourceError]]:
    """The jobs with their outcomes, as they are ready."""
    count = _count_processes(sum(job.size for job in jobs))
    if count == 1:
        for job in jobs:
            yield job, work_on(job, settings, keyed=keyed)
        return
    from speechlint.runner.processes import work_in_processes

    # What the first draft loads, forked processes have loaded already.
    yield jobs[0], work_on(jobs[0], settings, keyed=keyed)
    yield from work_in_processes(share_jobs(jobs[1:], count), settings, keyed=keyed)


def work_on(job: Job, settings: Sequence[Settings], *, keyed: bool) -> Examination | SourceError:
    """The outcome of a job.

    Args:
        job: the job.
        settings: those of the run.
        keyed: whether the result is to be kept.
    """
    try:
        return examine_file(job.path, settings[job.place], keyed=keyed)
    except SourceError as failure:
        return failure


def _count_processes(size: int) -> int:
    """How many processes some bytes of drafts are worth; one is the process that we are in."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return max(1, min(usable or 1, size // WORTH_A_PROCESS))


def share_jobs(jobs: Sequence[Job], count: int) -> list[list[Job]]:
    """The jobs shared out so that all processes have about the same to do."""
    shares: list[list[Job]] = [[] for _ in range(count)]
    loads = [0] * count
    for job in sorted(jobs, key=lambda job: -job.size):
        least = loads.index(min(loads))
        shares[least].append(job)
        loads[least] += job.size
    return shares
