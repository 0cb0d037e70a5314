"""Runs over drafts that come, go and change: earlier results say what a full run would say."""

import itertools
import os
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from speechlint.diagnostic import Diagnostic
from speechlint.linter import make_linter
from speechlint.readers import read_data
from speechlint.runner import SettingsFinder, compare_files, examine_files, results, stamps
from speechlint.settings import Settings

CLAUSES = [
    "加快推进灌区续建配套改造",
    "严厉打击制售假劣农资行为",
    "组织技术人员下沉田间地头",
    "加强气象监测预警信息发布",
    "健全农产品质量追溯的体系",
    "培育壮大新型农业经营主体",
    "持续推进农村人居环境整治",
    "拓宽农民增收致富各种渠道",
]
NAMES = ("a.txt", "b.txt", "c.txt", "d.md", "one/a.txt", "one/e.txt", "two/f.txt")

CHOSEN = Settings(
    select=("DUP002", "NUM"),
    rules={"DUP002": {"at-least": 3}},
    per_file_ignores={"two/": ("NUM001",)},
)

Steps = list[tuple[str, str, str]]

texts = st.lists(st.sampled_from(CLAUSES), min_size=3, max_size=6).map(
    lambda clauses: "一、提高认识\n" + "".join(f"{clause}。\n" for clause in clauses) + "三、落实\n"
)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.sampled_from(NAMES), texts),
        st.tuples(st.just("remove"), st.sampled_from(NAMES), st.just("")),
        st.tuples(st.just("rename"), st.sampled_from(NAMES), st.sampled_from(NAMES)),
    ),
    min_size=1,
    max_size=8,
)

numbers = itertools.count(1)


def finder() -> SettingsFinder:
    return SettingsFinder(isolated=True, finish=lambda _: CHOSEN)


def check(paths: Sequence[str], *, use_results: bool) -> list[tuple[str, tuple[Diagnostic, ...]]]:
    done = examine_files(paths, finder(), use_results=use_results).done
    files = compare_files(done, use_results=use_results)
    return [(file.path, file.diagnostics) for file in files]


def apply(step: tuple[str, str, str], folder: Path) -> None:
    kind, name, rest = step
    path = folder / name
    if kind == "write":
        path.write_text(rest, encoding="utf-8")
        moment = next(numbers)  # no two writes in the same moment
        os.utime(path, ns=(moment, moment))
    elif path.exists() and kind == "remove":
        path.unlink()
    elif path.exists():
        path.replace(folder / rest)


@pytest.mark.parametrize("trusting", [False, True])
@given(batches=st.lists(steps, min_size=1, max_size=5))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_run_after_changes_says_what_a_full_run_says(
    trusting: bool,
    batches: list[Steps],
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path_factory.mktemp("drafts")
    for name in ("one", "two"):
        (folder / name).mkdir()
    make_linter(CHOSEN)
    with monkeypatch.context() as patch:
        patch.setenv("SPEECHLINT_CACHE_DIR", str(folder / "cache"))
        patch.chdir(folder)
        if trusting:
            patch.setattr(stamps, "_NEWEST", -(10**12))
        for batch in batches:
            for step in batch:
                apply(step, folder)
            paths = [name for name in NAMES if Path(name).exists()]
            assert check(paths, use_results=True) == check(paths, use_results=False)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """The paths of the drafts that were read to see whether they are known."""
    paths: list[str] = []

    def spy(path: str) -> bytes:
        paths.append(path)
        return read_data(path)

    make_linter(CHOSEN)
    monkeypatch.setattr("speechlint.runner.results.read_data", spy)
    monkeypatch.setenv("SPEECHLINT_CACHE_DIR", str(tmp_path / "cache"))
    return paths


def test_a_draft_that_has_just_changed_is_read_until_its_times_can_tell(
    tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (path,) = paths = [str(tmp_path / "a.txt")]
    texts = ["一、提高认识\n三、落实\n", "一、提高认识\n二、落实\n"]
    for text in texts:
        Path(path).write_text(text, encoding="utf-8")
        # As on a system whose clock stands still.
        monkeypatch.setattr(results, "stamp_of", lambda _: (time.time_ns(), 0, 1, 1))
        assert check(paths, use_results=True) == check(paths, use_results=False)
    monkeypatch.setattr(results, "stamp_of", lambda _: (1, 1, 1, 1))
    for turn in range(3):
        read.clear()
        assert check(paths, use_results=True) == check(paths, use_results=False)
        assert read == ([] if turn else paths)


def test_drafts_that_are_gone_are_forgotten(tmp_path: Path, read: list[str]) -> None:
    paths = [str(tmp_path / f"{number}.txt") for number in range(100)]
    for number, path in enumerate(paths):
        Path(path).write_text(f"一、提高认识{number}\n" * 20, encoding="utf-8")
    check(paths, use_results=True)
    (kept,) = (tmp_path / "cache" / "results").glob("?" * 40)
    size = kept.stat().st_size
    for path in paths[1:]:
        Path(path).unlink()
    Path(paths[0]).write_text("一、别的\n", encoding="utf-8")
    check(paths[:1], use_results=True)
    assert kept.stat().st_size < size / 3
