"""The cache, as users meet it."""

from pathlib import Path
from threading import Thread

import pytest

from tests.cli.conftest import Run, start


def test_clean_empties_the_cache(
    repository: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "cache"
    monkeypatch.setenv("SPEECHLINT_CACHE_DIR", str(folder))
    first = run("check")
    assert list((folder / "results").glob("?" * 40))
    assert run("check") == first
    run("rule", "TST001")
    assert list(folder.glob("pages/*.md"))
    assert run("clean").code == 0
    assert not folder.exists()
    assert run("check") == first
    (folder / "rules.txt").touch()
    run("clean")
    assert [path.name for path in folder.iterdir()] == ["rules.txt"]


def test_a_folder_of_ones_own(repository: Path, run: Run) -> None:
    with (repository / "speechlint.toml").open("a", encoding="utf-8") as file:
        file.write('cache-dir = ".cache"\n')
    run("check")
    assert list((repository / ".cache" / "results").glob("?" * 40))
    run("clean")
    assert not (repository / ".cache" / "results").exists()


@pytest.mark.slow
def test_two_runs_at_once_give_what_one_gives(repository: Path, tmp_path: Path) -> None:
    for number in range(50):
        (repository / f"{number}.txt").write_text(f"领导的话。{number}\n" * 20, encoding="utf-8")
    options = ("check", "--output-format", "json")
    alone = start(*options, "--no-cache").stdout
    for turn in range(5):
        environment = {"SPEECHLINT_CACHE_DIR": str(tmp_path / f"cache{turn}")}
        outputs: list[bytes] = []

        def work(environment: dict[str, str] = environment, to: list[bytes] = outputs) -> None:
            to.append(start(*options, environment=environment).stdout)

        threads = [Thread(target=work) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert outputs == [alone] * 3


def test_a_cache_that_cannot_be_written(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = start("check", environment={"SPEECHLINT_CACHE_DIR": str(tmp_path / "file" / "cache")})
    assert done.returncode == 1
    assert done.stderr == b""
    assert (tmp_path / "file").stat().st_size == 0
