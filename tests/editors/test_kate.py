"""The snippet for Kate, in a Kate without a screen."""

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from tests.editors.conftest import snippet
from tests.editors.drafts import CODES, DRAFT
from tests.editors.recorder import messages

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("kate") is None, reason="Kate is not installed"),
]


def test_a_draft_in_kate(tmp_path: Path, program: Path) -> None:
    home = tmp_path / "home"
    settings = home / ".config" / "kate" / "lspclient" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(snippet("Kate"), encoding="utf-8")
    # Later versions ask before they start a program for the first time.
    (home / ".config" / "katerc").write_text(
        "[Kate Plugins]\nlspclientplugin=true\n"
        f"[lspclient]\nAllowedServerCommandLines={program / 'speechlint'} server\n"
    )
    (tmp_path / "run").mkdir(mode=0o700)
    draft = tmp_path / "讲话.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    kate = subprocess.Popen(
        ["kate", "--new", str(draft)],
        env={
            **{name: value for name, value in os.environ.items() if not name.startswith("XDG_")},
            "HOME": str(home),
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_RUNTIME_DIR": str(tmp_path / "run"),
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        found = _wait_for_findings(program, kate)
    finally:
        kate.terminate()
        kate.wait(20)
    assert found == CODES
    asked = {str(one.get("method")): one.get("params") for one in messages(program / "asked")}
    opened = asked["textDocument/didOpen"]
    assert isinstance(opened, dict)
    assert opened["textDocument"]["text"] == DRAFT
    first = asked["initialize"]
    assert isinstance(first, dict)
    assert first["initializationOptions"] == {"inlayHints": True}


def _wait_for_findings(program: Path, kate: "subprocess.Popen[bytes]") -> set[str]:
    until = time.monotonic() + 60
    while time.monotonic() < until and kate.poll() is None:
        for one in messages(program / "answered"):
            params = one.get("params")
            if one.get("method") == "textDocument/publishDiagnostics" and isinstance(params, dict):
                return {item["code"] for item in params["diagnostics"]}
        time.sleep(0.1)
    return set()
