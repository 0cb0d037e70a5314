"""A run is answered from the last one only if nothing that it depends on has changed."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from speechlint.cli import program
from speechlint.replay import run_key, run_path
from speechlint.runner import remembering, stamps
from tests import sample
from tests.cli.conftest import CHECKOUT, Outcome, Run

COMMAND = ("check", "--output-format", "concise")


@pytest.fixture
def kept(
    repository: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> tuple[Path, Outcome]:
    """A repository that was checked, and the answer."""
    monkeypatch.setenv("SPEECHLINT_CACHE_DIR", str(tmp_path / "cache"))
    # Files of a test are new, and such a run is not kept: they could change without a trace.
    monkeypatch.setattr(stamps, "_NEWEST", -(10**18))
    monkeypatch.setattr(remembering, "_FEWEST", 1)
    return repository, run(*COMMAND)


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether the program ran, for each call."""
    runs: list[bool] = []
    real = program.run

    def spy() -> int:
        runs.append(True)
        return real()

    monkeypatch.setattr(program, "run", spy)
    return runs


def test_nothing_changed(kept: tuple[Path, Outcome], run: Run, ran: list[bool]) -> None:
    _, outcome = kept
    assert outcome.code == 1
    assert run(*COMMAND) == outcome
    assert run(*COMMAND) == outcome
    assert ran == []


def test_a_process_that_looks_only_says_all_of_the_answer(kept: tuple[Path, Outcome]) -> None:
    # The program is put out of reach, so that the answer cannot come from it.
    script = (
        "import sys; sys.modules['speechlint.cli'] = None; import speechlint.__main__ as program"
    )
    done = subprocess.run(
        [sys.executable, "-c", f"{script}; program.main()", *COMMAND],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
    )
    assert Outcome(done.returncode, done.stdout.decode(), done.stderr.decode()) == kept[1]


def test_notes_come_again(kept: tuple[Path, Outcome], run: Run, ran: list[bool]) -> None:
    run("baseline")
    ran.clear()
    first = run(*COMMAND, "--baseline", "speechlint-baseline.json")
    assert "2 处" in first.err
    assert run(*COMMAND, "--baseline", "speechlint-baseline.json") == first
    assert ran == [True]


def _edit_unseen(folder: Path) -> None:
    path = folder / "bad.txt"
    times = path.stat().st_atime_ns, path.stat().st_mtime_ns
    path.write_text(path.read_text(encoding="utf-8").replace("领导", "群众"), encoding="utf-8")
    os.utime(path, ns=times)


def _add_draft(folder: Path) -> None:
    (folder / "new.txt").write_text("新的话", encoding="utf-8")


def _remove_draft(folder: Path) -> None:
    (folder / "good.txt").unlink()


def _add_configuration_above(folder: Path) -> None:
    (folder.parent / "speechlint.toml").write_text("select = []", encoding="utf-8")


def _add_hidden_configuration(folder: Path) -> None:
    (folder / ".speechlint.toml").write_text("select = []", encoding="utf-8")


def _edit_configuration(folder: Path) -> None:
    with (folder / "speechlint.toml").open("a", encoding="utf-8") as file:
        file.write('language = "en"\n')


def _edit_rule(folder: Path) -> None:
    sample.write_rule(folder / "rules", sample.RULE.replace("次", "回"))


def _add_rule(folder: Path) -> None:
    sample.write_rule(folder / "rules", sample.RULE.replace("TST001", "TST002"), "other-word")


def _ignore_draft(folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder / ".gitignore").write_text("bad.txt", encoding="utf-8")


def _begin_repository_above(folder: Path) -> None:
    (folder.parent / ".git").mkdir()


@pytest.mark.parametrize(
    "change",
    [
        _edit_unseen,
        _add_draft,
        _remove_draft,
        _add_configuration_above,
        _add_hidden_configuration,
        _edit_configuration,
        _edit_rule,
        _add_rule,
        _ignore_draft,
        _begin_repository_above,
    ],
)
def test_something_changed(
    kept: tuple[Path, Outcome], run: Run, ran: list[bool], change: Callable[[Path], None]
) -> None:
    folder, _ = kept
    change(folder)
    changed = run(*COMMAND)
    assert ran == [True]
    assert run(*COMMAND, "--no-cache") == changed


@pytest.mark.parametrize(
    ("name", "value"), [("LANG", "en_GB.UTF-8"), ("GITHUB_ACTIONS", "true"), ("COLUMNS", "50")]
)
def test_another_environment(
    kept: tuple[Path, Outcome],
    run: Run,
    ran: list[bool],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    value: str,
) -> None:
    monkeypatch.setenv(name, value)
    run(*COMMAND)
    assert ran == [True]


def test_other_arguments(kept: tuple[Path, Outcome], run: Run, ran: list[bool]) -> None:
    for arguments in ((*COMMAND, "bad.txt"), (*COMMAND, "--no-cache"), (*COMMAND, "--fix")):
        run(*arguments)
    assert ran == [True] * 3


@pytest.mark.parametrize("damage", [b"", b"\xff", b"i\x01\x00\x00\x00", b"(\x00\x00\x00\x00"])
def test_a_damaged_record(
    kept: tuple[Path, Outcome],
    run: Run,
    ran: list[bool],
    monkeypatch: pytest.MonkeyPatch,
    damage: bytes,
) -> None:
    (record,) = (Path(os.environ["SPEECHLINT_CACHE_DIR"]) / "runs").iterdir()
    record.write_bytes(damage)
    assert run(*COMMAND) == kept[1]
    assert ran == [True]


def test_what_changed_just_now_is_not_kept(
    repository: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SPEECHLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(remembering, "_FEWEST", 1)
    run(*COMMAND)
    assert not (tmp_path / "cache" / "runs").exists()


def test_a_run_over_a_few_drafts_is_not_kept(
    repository: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SPEECHLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(stamps, "_NEWEST", -(10**18))
    run(*COMMAND)
    assert not (tmp_path / "cache" / "runs").exists()


def test_a_run_with_a_failure_is_not_kept(
    kept: tuple[Path, Outcome], run: Run, ran: list[bool]
) -> None:
    (kept[0] / "broken.txt").write_bytes(b"\x00\xff")
    first = run(*COMMAND)
    assert first.code == 2
    assert run(*COMMAND) == first
    assert ran == [True, True]


def test_looking_imports_next_to_nothing() -> None:
    script = "import sys; before = set(sys.modules); import speechlint.__main__; "
    script += "print(*sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-S", "-c", script], capture_output=True, check=True)
    loaded = done.stdout.decode().split()
    assert {name for name in loaded if name.startswith("speechlint")} == {
        "speechlint",
        "speechlint.__main__",
        "speechlint.cache_place",
        "speechlint.replay",
    }
    assert not {"pathlib", "typing", "re", "collections", "click", "msgspec"} & set(loaded)
    assert run_path(run_key(["check"]))


def test_a_run_that_watches_is_not_kept(
    kept: tuple[Path, Outcome], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    watchfiles = pytest.importorskip("watchfiles")
    monkeypatch.setattr(watchfiles, "watch", lambda *_, **__: iter(()))
    first = run(*COMMAND, "--watch")
    assert "Ctrl-C" in first.err
    assert run(*COMMAND, "--watch") == first
