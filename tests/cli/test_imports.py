"""What a check of one draft does without: to load it would take longer than to check."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from speechlint.cache_place import FOLDER_VARIABLE

HEAVY = {
    "dataclasses",
    "hashlib",
    "jieba",
    "lark",
    "locale",
    "logging",
    "lxml",
    "marisa_trie",
    "multiprocessing",
    "rapidfuzz",
    "shutil",
    "tempfile",
    "tomli",
}
DRAFT = """在动员会上的讲话

同志们：

今天我们召开动员大会，部署下一步工作。下面，我讲两点意见。

一、提高站位，统一思想。
要认清形势，把思想统一到部署上来。

二、明确任务，抓好落实。
要压实责任，把各项任务落到实处。

同志们，目标已经明确，让我们一起努力！
"""


@pytest.mark.parametrize("command", [["check", "--isolated", "--no-cache"], ["outline"]])
def test_a_clean_draft_needs_nothing_heavy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "cache"))
    monkeypatch.setenv("TMPDIR", str(tmp_path))  # where another cache may be
    draft = tmp_path / "讲话.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    program = (
        "import sys\n"
        "from speechlint.__main__ import main\n"
        "try:\n"
        "    main()\n"
        "finally:\n"
        "    print(*sorted(sys.modules), file=sys.stderr)\n"
    )
    run = [sys.executable, "-c", program, *command, str(draft)]
    # The first run fills the cache.
    for _ in range(2):
        done = subprocess.run(run, capture_output=True, text=True, encoding="utf-8", check=True)
    assert sorted(HEAVY.intersection(done.stderr.split())) == []
