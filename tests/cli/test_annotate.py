"""``speechlint annotate`` and ``speechlint text``."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from speechlint.readers import read
from tests.cli.conftest import Run
from tests.word.drafts import docx, level, numbered, numbering, paragraph, wrap

DRAFT = docx(paragraph("同志们：") + paragraph("领导的话，群众的话。"))


@pytest.fixture
def draft(repository: Path) -> Path:
    path = repository / "讲话稿.docx"
    path.write_bytes(DRAFT)
    return path


def test_comments_are_written_to_another_file(draft: Path, run: Run) -> None:
    outcome = run("annotate", draft.name, "-o", "批注.docx")
    assert outcome == (0, "", "批注.docx：2 条批注\n")
    assert draft.read_bytes() == DRAFT
    annotated = read(draft.with_name("批注.docx"))
    passages = [one.span.of(annotated.text) for one in annotated.comments]
    assert passages == ["的话", "的话"]
    assert annotated.comments[0].text.startswith("TST001 ")


def test_comments_are_written_in_place_only_when_asked(draft: Path, run: Run) -> None:
    draft.chmod(0o640)
    for arguments in ([], ["-o", "讲话稿.docx"], ["-o", "a.docx", "--in-place"]):
        assert run("annotate", draft.name, *arguments).code == 2
    assert draft.read_bytes() == DRAFT
    for _ in range(2):
        outcome = run("annotate", draft.name, "--in-place", "--language", "en")
        assert outcome == (0, "", "讲话稿.docx: 2 comments\n")
        assert len(read(draft).comments) == 2
    assert stat.S_IMODE(draft.stat().st_mode) == 0o640


def test_only_word_documents_carry_comments(repository: Path, run: Run) -> None:
    outcome = run("annotate", "bad.txt", "-o", "out.docx")
    assert outcome == (
        2,
        "",
        "speechlint: bad.txt：只有 Word 文档才能加批注：请用 speechlint check\n",
    )
    assert not (repository / "out.docx").exists()


def test_file_that_cannot_be_written(draft: Path, run: Run) -> None:
    outcome = run("annotate", draft.name, "-o", "nowhere/out.docx")
    assert outcome.code == 2
    assert outcome.err.startswith("speechlint: nowhere/out.docx：写不了")


def test_word_documents_are_checked_in_folders(draft: Path, run: Run) -> None:
    outcome = run("check", "--output-format", "concise")
    assert outcome.code == 1
    assert "讲话稿.docx:2:3" in outcome.out


def test_comment_silences_a_rule(repository: Path, run: Run) -> None:
    comments = wrap(
        "comments",
        f'<w:comment w:id="1">{paragraph("speechlint: ignore[TST001] 引语")}</w:comment>',
    )
    body = paragraph(
        '<w:commentRangeStart w:id="1"/>',
        "领导的话。",
        '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>',
    )
    (repository / "引语.docx").write_bytes(docx(body, {"comments": comments}))
    assert run("check", "引语.docx").code == 0
    (repository / "引语.docx").write_bytes(docx(body))
    assert run("check", "引语.docx").code == 1


def test_text_has_the_numbers_that_word_draws(repository: Path, run: Run) -> None:
    lists = numbering([level(0, "chineseCounting", "%1、")])
    content = docx(numbered("提高认识") + numbered("抓好落实"), {"numbering": lists})
    (repository / "稿.docx").write_bytes(content)
    assert run("text", "稿.docx") == (0, "一、提高认识\n二、抓好落实\n", "")
    assert run("text", "bad.txt").out == "同志们：\n领导的话，群众的话。\n"
    assert run("text", "没有.docx").code == 2


def test_git_shows_what_changed_in_a_document(repository: Path, tmp_path: Path) -> None:
    """The set-up that the documentation tells of."""

    def git(*arguments: str) -> str:
        command = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    git("init", "-q")
    (repository / ".gitattributes").write_text("*.docx diff=speechlint\n")
    git("config", "diff.speechlint.textconv", f"{sys.executable} -m speechlint text")
    lists = numbering([level(0, "chineseCounting", "%1、")])
    parts = {"numbering": lists}
    draft = repository / "稿.docx"
    draft.write_bytes(docx(numbered("提高认识") + numbered("抓好落实"), parts))
    git("add", "-A")
    git("commit", "-qm", "draft")
    draft.write_bytes(
        docx(numbered("提高认识") + numbered("压实责任") + numbered("抓好落实"), parts)
    )
    changes = [line for line in git("diff").splitlines() if line.startswith(("+", "-"))][2:]
    assert changes == ["-二、抓好落实", "+二、压实责任", "+三、抓好落实"]
    git("config", "diff.speechlint.textconv", f"{sys.executable} -m speechlint outline --bare")
    changes = [line for line in git("diff").splitlines() if line.startswith(("+", "-"))][2:]
    assert changes == ["-    二、抓好落实", "+    二、压实责任", "+    三、抓好落实"]
