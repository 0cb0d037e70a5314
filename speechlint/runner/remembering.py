"""Keeping what a run answered, with all it depended on, to answer the same at once next time."""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from speechlint.cache import write_atomically
from speechlint.readers.ignoring import IGNORE_FILES
from speechlint.replay import Run, Stamp, run_key, run_path
from speechlint.resources import data_folder
from speechlint.runner.search import Found
from speechlint.runner.stamps import is_settled, stamp_of
from speechlint.settings.files import FILE_NAMES

_PACKAGE = Path(__file__).resolve().parent.parent

_REPOSITORY = ".git"
"""Of this entry it only matters whether it is there."""

_FEWEST = 10
"""Drafts; fewer are examined again as quickly as a run is kept and looked up."""

_LARGEST = 2_000_000
"""Bytes of output that are kept."""


def keep_run(
    output: bytes,
    errors: bytes,
    code: int,
    *,
    started: int,
    found: Found,
    others: Sequence[Path],
) -> None:
    """Keep the answer of the run that this process is.

    Args:
        output: what it wrote to standard output.
        errors: what it wrote to standard error.
        code: its exit code.
        started: when it began to look at files, in nanoseconds of the clock.
        found: the drafts and folders that it looked at.
        others: files and folders that it read besides, such as a baseline and the user's rules.
    """
    if len(found.drafts) < _FEWEST or len(output) > _LARGEST:
        return
    entries = list(_entries(found))
    contents = (str(path) for path in entries if path.name != _REPOSITORY)
    stamps: dict[str, Stamp] = {}
    for path in chain(_inputs(found, others), contents, _own_files()):
        stamp = stamp_of(path)
        if not is_settled(stamp, started):
            return
        if stamp:
            stamps[path] = stamp
    key = run_key(sys.argv[1:])
    inputs = (tuple(stamps), list(stamps.values()), *_presence(found, entries))
    run: Run = (key, inputs, output, errors, code)
    write_atomically(Path(run_path(key)), marshal.dumps(run))


def _presence(found: Found, entries: Sequence[Path]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Repositories that are there, and entries that are not, which may change the answer.

    Where a folder was looked through, its stamp tells of what comes and goes in it.
    """
    told = {folder.absolute() for folder in found.folders}
    rest = [path for path in entries if path.parent not in told]
    there = (str(path) for path in rest if path.name == _REPOSITORY and path.exists())
    return tuple(there), tuple(str(path) for path in rest if not path.exists())


def _inputs(found: Found, others: Sequence[Path]) -> Iterator[str]:
    """The drafts, the folders that were looked through, and what was read besides."""
    yield from found.drafts
    yield from map(str, found.folders)
    for path in others:
        yield str(path)
        if path.is_dir():
            yield from _below(path)


def _entries(found: Found) -> Iterator[Path]:
    """What may have a say in the folders of the drafts and above them, there or not."""
    parents = {os.path.split(path)[0] for path in found.drafts}
    folders = {Path(parent).absolute() for parent in parents}
    folders.update(folder.absolute() for folder in found.folders)
    for folder in folders.union(*(folder.parents for folder in folders)):
        for name in (*FILE_NAMES, *IGNORE_FILES, _REPOSITORY):
            yield folder / name


def _own_files() -> Iterator[str]:
    """The files of the program."""
    for folder in (_PACKAGE, data_folder("grammar"), data_folder("rules")):
        yield from _below(folder)


def _below(folder: Path) -> Iterator[str]:
    for name, folders, files in os.walk(folder):
        folders[:] = [inner for inner in folders if inner != "__pycache__"]
        yield name
        yield from (f"{name}{os.sep}{file}" for file in files)
