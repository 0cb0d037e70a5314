"""Examining many files: earlier results, several processes, the order of what comes back."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from speechlint.cache import cache_folder
from speechlint.linter import Examined, Linter, make_linter
from speechlint.runner import Examinations, SettingsFinder, examine_files, run
from speechlint.settings import Settings
from speechlint.source import Source


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The compiled grammar and rulebook are loaded before the folder is changed.
    make_linter(_settings())
    monkeypatch.setenv("SPEECHLINT_CACHE_DIR", str(tmp_path / "cache"))


RESULTS = "?" * 40


def _settings() -> Settings:
    return Settings(select=("NUM",))


def _finder() -> SettingsFinder:
    return SettingsFinder(isolated=True, finish=lambda _: _settings())


def _write(folder: Path, count: int) -> list[str]:
    paths = []
    folder.mkdir(exist_ok=True)
    for number in range(count):
        path = folder / f"{number:03}.txt"
        path.write_text(f"一、提高认识{number}\n三、抓好落实\n", encoding="utf-8")
        paths.append(str(path))
    return paths


def _found(examinations: Examinations) -> list[tuple[str, list[str]]]:
    return [
        (one.path, [found.code for found in one.examined.diagnostics]) for one in examinations.done
    ]


@pytest.fixture
def examined(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the drafts that were really examined, in this process."""
    paths: list[str] = []
    examine = Linter.examine

    def spy(self: Linter, source: Source) -> Examined:
        paths.append(source.path)
        return examine(self, source)

    monkeypatch.setattr(Linter, "examine", spy)
    return paths


def test_what_has_not_changed_is_not_examined_again(tmp_path: Path, examined: list[str]) -> None:
    paths = _write(tmp_path, 5)
    first = examine_files(paths, _finder())
    assert examined == paths
    assert all(codes == ["NUM001"] for _, codes in _found(first))
    examined.clear()
    assert _found(examine_files(paths, _finder())) == _found(first)
    assert examined == []
    Path(paths[2]).write_text("一、提高认识\n二、抓好落实\n", encoding="utf-8")
    assert _found(examine_files(paths, _finder()))[2] == (paths[2], [])
    assert examined == [paths[2]]


def test_a_text_is_known_by_any_name(tmp_path: Path, examined: list[str]) -> None:
    (path,) = _write(tmp_path, 1)
    examine_files([path], _finder())
    moved = tmp_path / "moved.txt"
    Path(path).rename(moved)
    assert _found(examine_files([str(moved)], _finder())) == [(str(moved), ["NUM001"])]
    assert examined == [path]


@pytest.mark.parametrize(
    "settings",
    [
        Settings(select=("NUM",), language="en"),
        Settings(select=("NUM002",)),
        Settings(select=("NUM",), per_file_ignores={"*.txt": ("NUM001",)}),
        Settings(select=("NUM",), genre="report"),
    ],
)
def test_other_settings_give_other_results(
    tmp_path: Path, examined: list[str], settings: Settings
) -> None:
    paths = _write(tmp_path, 1)
    examine_files(paths, _finder())
    examine_files(paths, SettingsFinder(isolated=True, finish=lambda _: settings))
    assert examined == paths * 2


def test_where_settings_were_made_is_no_matter(tmp_path: Path, examined: list[str]) -> None:
    paths = _write(tmp_path, 1)
    examine_files(paths, _finder())
    settings = Settings(select=("NUM",), origins={"select": "--select"}, exclude=("x",))
    examine_files(paths, SettingsFinder(isolated=True, finish=lambda _: settings))
    assert examined == paths


def test_results_can_be_left_alone(tmp_path: Path, examined: list[str]) -> None:
    paths = _write(tmp_path, 1)
    for _ in range(2):
        examine_files(paths, _finder(), use_results=False)
    assert examined == paths * 2
    assert not (cache_folder() / "results").exists()


@pytest.mark.parametrize("damage", [b"", b"\xc1", b"\x93\x01\x02\x03"])
def test_a_damaged_result_is_made_anew(tmp_path: Path, examined: list[str], damage: bytes) -> None:
    paths = _write(tmp_path, 1)
    first = examine_files(paths, _finder())
    for kept in (cache_folder() / "results").glob("*"):
        kept.write_bytes(damage)
    assert _found(examine_files(paths, _finder())) == _found(first)
    assert examined == paths * 2


def test_results_of_no_use_are_taken_out(tmp_path: Path) -> None:
    old, new = (_write(tmp_path / name, 1) for name in ("old", "new"))
    examine_files(old, _finder())
    (kept,) = (cache_folder() / "results").glob(RESULTS)
    os.utime(kept, (0, 0))
    os.utime(cache_folder() / "results" / "tidied", (0, 0))
    examine_files(new, _finder())
    assert kept not in list((cache_folder() / "results").glob(RESULTS))


def test_processes_give_what_one_process_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = _write(tmp_path, 30)
    paths[7] = str(tmp_path / "missing.txt")
    alone = examine_files(paths, _finder(), use_results=False)
    monkeypatch.setattr(run, "_count_processes", lambda _: 3)
    progress: list[tuple[int, int]] = []
    for use_results in (False, True):
        together = examine_files(
            paths,
            _finder(),
            use_results=use_results,
            progress=lambda done, total: progress.append((done, total)),
        )
        assert _found(together) == _found(alone)
        assert [str(one) for one in together.failures] == [str(one) for one in alone.failures]
    assert progress[29] == progress[-1] == (30, 30)


def test_a_process_that_dies_is_no_clean_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = _write(tmp_path, 10)
    examine = Linter.examine
    mother = os.getpid()

    def die(self: Linter, source: Source) -> Examined:
        if os.getpid() != mother:
            os._exit(1)
        return examine(self, source)

    monkeypatch.setattr(Linter, "examine", die)
    monkeypatch.setattr(run, "_count_processes", lambda _: 2)
    with pytest.raises(ChildProcessError, match="9 drafts"):
        examine_files(paths, _finder(), use_results=False)


@pytest.mark.parametrize("sizes", [[], [5], [1, 1, 1, 1], [100, 1, 1, 1, 50, 49]])
def test_work_is_shared_out_evenly(sizes: Sequence[int]) -> None:
    jobs = [run.Job(number, "", 0, size) for number, size in enumerate(sizes)]
    shares = run.share_jobs(jobs, 2)
    assert sorted(job.number for share in shares for job in share) == list(range(len(sizes)))
    loads = [sum(job.size for job in share) for share in shares]
    assert max(loads) - min(loads) <= max(sizes, default=0)
