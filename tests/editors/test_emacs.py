"""The snippet for Emacs, in an Emacs without a screen."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.editors.conftest import snippet
from tests.editors.drafts import DRAFT
from tests.editors.recorder import messages

SESSION = Path(__file__).with_name("emacs_session.el")


def _has_eglot() -> bool:
    if shutil.which("emacs") is None:
        return False
    load = ["emacs", "--batch", "-f", "package-initialize", "--eval", "(require 'eglot)"]
    return subprocess.run(load, capture_output=True, check=False).returncode == 0


@pytest.mark.slow
def test_a_draft_in_emacs(tmp_path: Path, program: Path) -> None:
    if not _has_eglot():
        pytest.skip("Emacs with Eglot is not installed")
    settings, draft = tmp_path / "settings.el", tmp_path / "讲话.txt"
    settings.write_text(snippet("Emacs"), encoding="utf-8")
    draft.write_text(DRAFT, encoding="utf-8")
    done = subprocess.run(
        ["emacs", "--batch", "-f", "package-initialize", "-l", str(SESSION)],
        env={
            **os.environ,
            "LANG": "C.UTF-8",
            "LC_ALL": "zh_CN.UTF-8",
            "HOME": str(tmp_path),
            "SPEECHLINT_SNIPPET": str(settings),
            "SPEECHLINT_DRAFT": str(draft),
        },
        capture_output=True,
        check=False,
        timeout=120,
    )
    lines = [line.split("\t") for line in done.stdout.decode().splitlines()]
    found = {int(line[1]): line[2] for line in lines if line[0] == "found"}
    # Emacs counts characters from 1.
    wanted = {DRAFT.index(part) + 1 for part in ("三点意见", "**", "三、")}
    assert set(found) == wanted, done.stderr.decode()
    assert any("NUM001" in words for words in found.values())
    assert any("PLH001" in line[1] for line in lines if line[0] == "action")
    first = messages(program / "asked")[0].get("params")
    assert isinstance(first, dict)
    assert first["initializationOptions"] == {"inlayHints": True}
