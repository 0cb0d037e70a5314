"""The hooks of pre-commit, installed and run by pre-commit itself."""

import subprocess
import sys
from pathlib import Path

import docx
import pytest

CHECKOUT = Path(__file__).resolve().parents[2]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (CHECKOUT / ".git").exists(), reason="needs the repository"),
]

BROKEN = "同志们：\n一、提高认识\n要统一思想。\n三、抓好落实\n要压实责任。\n"
FIXABLE = "同志们：\n一、提高认识\n要统一思想，，凝聚共识。\n二、抓好落实\n要压实责任。\n"


def _run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
    )


def _git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    done = _run(folder, "git", *identity, *arguments)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bare clone, as a server holds it."""
    bare = tmp_path_factory.mktemp("hooks") / "speechlint.git"
    _git(CHECKOUT, "clone", "--quiet", "--bare", "--no-local", str(CHECKOUT), str(bare))
    return bare


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """A repository of drafts."""
    folder = tmp_path / "drafts"
    (folder / "旧稿").mkdir(parents=True)
    (folder / "speechlint.toml").write_text(
        'select = ["NUM", "PUN"]\nexclude = ["旧稿/"]\n', encoding="utf-8"
    )
    (folder / "在全市会议上的讲话.txt").write_text(BROKEN, encoding="utf-8")
    (folder / "gbk.txt").write_bytes(BROKEN.encode("gbk"))
    (folder / "fixable.md").write_text(FIXABLE, encoding="utf-8")
    (folder / "旧稿" / "old.txt").write_text(BROKEN, encoding="utf-8")
    (folder / "notes.py").write_text(BROKEN, encoding="utf-8")
    _git(tmp_path, "init", "--quiet", str(folder))
    _git(folder, "add", "--all")
    _git(folder, "commit", "--quiet", "-m", "drafts")
    return folder


def _try(hooks: Path, drafts: Path, hook: str) -> subprocess.CompletedProcess[str]:
    command = ("-m", "pre_commit", "try-repo", str(hooks), hook, "--all-files", "--verbose")
    return _run(drafts, sys.executable, *command)


def test_the_hook_reports_what_is_wrong(hooks: Path, drafts: Path) -> None:
    done = _try(hooks, drafts, "speechlint")
    assert done.returncode == 1
    assert "在全市会议上的讲话.txt:4:1: " in done.stdout
    assert "gbk.txt:4:1: " in done.stdout
    assert "NUM001" in done.stdout
    for name in ("old.txt", "notes.py"):
        assert name not in done.stdout
    assert "files were modified" not in done.stdout


def test_the_hook_is_silent_on_good_drafts(hooks: Path, drafts: Path) -> None:
    for name in ("在全市会议上的讲话.txt", "gbk.txt", "fixable.md"):
        (drafts / name).unlink()
    (drafts / "good.txt").write_text(BROKEN.replace("三、", "二、"), encoding="utf-8")
    _git(drafts, "add", "--all")
    done = _try(hooks, drafts, "speechlint")
    assert done.returncode == 0, done.stdout


def test_the_fixing_hook_fixes(hooks: Path, drafts: Path) -> None:
    done = _try(hooks, drafts, "speechlint-fix")
    assert done.returncode == 1
    assert "files were modified" in done.stdout
    fixed = (drafts / "fixable.md").read_text(encoding="utf-8")
    assert fixed == FIXABLE.replace("，，", "，")
    assert (drafts / "gbk.txt").read_bytes() == BROKEN.encode("gbk")
    assert (drafts / "旧稿" / "old.txt").read_text(encoding="utf-8") == BROKEN


def test_word_documents_have_a_hook_of_their_own(hooks: Path, drafts: Path) -> None:
    document = docx.Document()
    for line in BROKEN.splitlines():
        document.add_paragraph(line)
    document.save(str(drafts / "讲话稿.docx"))
    _git(drafts, "add", "--all")
    done = _try(hooks, drafts, "speechlint-docx")
    assert done.returncode == 1
    assert "讲话稿.docx:4:1: " in done.stdout
    assert "gbk.txt" not in done.stdout
