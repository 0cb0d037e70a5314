"""How much text is read and checked in a second, on one core."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.corpus import make_drafts, read_folder
from benchmarks.table import Row, at_least
from benchmarks.timing import best_of
from speechlint import Settings, Source, parse
from speechlint.draft import Draft
from speechlint.linter import make_linter
from speechlint.rulebook import load_rulebook
from speechlint.settings import choose_rules

_RUNS = 3
_CODE_POINTS = 1_000_000


def rows(folder: Path | None) -> Iterator[Row]:
    """Made-up drafts, then those of a folder."""
    yield from _measure("made-up drafts", list(make_drafts(_CODE_POINTS)))
    if folder is not None and (texts := read_folder(folder)):
        yield from _measure(f"{len(texts)} texts of {folder.name}", texts)


def _measure(name: str, texts: Sequence[str]) -> Iterator[Row]:
    sources = [Source("draft.txt", text) for text in texts]
    outlines = [parse(source) for source in sources]
    linter = make_linter(Settings())
    linter.examine(sources[0])
    checks = [chosen.check for chosen in choose_rules(load_rulebook(), Settings())]

    def check() -> None:
        for source, outline in zip(sources, outlines, strict=True):
            draft = Draft(source, outline)
            for one in checks:
                deque(one.run(draft), maxlen=0)

    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    parsed = best_of(_RUNS, lambda: [parse(source) for source in sources])
    yield at_least(f"lex and parse, {name}", megabytes / parsed, "MB/s", 8)
    checked = best_of(_RUNS, check)
    yield at_least(f"default rules, {name}", megabytes / checked, "MB/s", 4)
    linted = best_of(_RUNS, lambda: [linter.examine(source) for source in sources])
    yield Row(f"all of it, {name}", f"{megabytes / linted:.2f} MB/s")
