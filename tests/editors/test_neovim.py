"""The configuration for Neovim, in a Neovim without a screen."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
PLUGIN = CHECKOUT / "editors" / "neovim" / "speechlint.lua"
SESSION = Path(__file__).with_name("neovim_session.lua")

DRAFT = (
    "在𠮷安推进会上的讲话\n\n同志们：\n今天讲几点意见。\n"
    "一、办好𠮷祥路改造，学习**县经验\n各部门要对照先进找差距。\n"
    "三、抓好落实\n各单位要盯住进度。\n谢谢大家！\n"
)

pytestmark = [
    pytest.mark.skipif(shutil.which("nvim") is None, reason="Neovim is not installed"),
    pytest.mark.skipif(not PLUGIN.exists(), reason="runs in a checkout"),
]


def test_a_draft_in_neovim(tmp_path: Path) -> None:
    plugins = tmp_path / "plugins" / "lua"
    plugins.mkdir(parents=True)
    shutil.copy(PLUGIN, plugins)
    draft = tmp_path / "讲话.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    done = subprocess.run(
        [
            *("nvim", "--headless", "-u", "NONE", "-i", "NONE", "--cmd", "filetype on"),
            *("--cmd", f"set runtimepath^={plugins.parent}", "-c", f"luafile {SESSION}"),
        ],
        env={
            **os.environ,
            "HOME": str(tmp_path),
            "SPEECHLINT_DRAFT": str(draft),
            "SPEECHLINT_PYTHON": sys.executable,
            "PYTHONPATH": str(CHECKOUT),
        },
        cwd=CHECKOUT,
        capture_output=True,
        check=False,
        timeout=120,
    )
    lines = (line.split("\t", 1) for line in done.stdout.decode().splitlines() if "\t" in line)
    seen = {name: json.loads(value) for name, value in lines}
    assert seen["codes"] == ["NUM001", "PLH001"], done.stderr.decode()
    # Neovim counts bytes: ahead of the mask are 11 characters of 3, and one of 4.
    assert seen["column"] == 11 * 3 + 4
    assert any("一、办好𠮷祥路改造" in name for name in seen["symbols"])
    assert seen["fixed"] is True, seen.get("titles")
    assert seen["line"] == "二、抓好落实"
    assert seen["acted"] is True
    assert seen["lines"] == DRAFT.replace("三、", "二、").splitlines()
    assert seen["mended"] is True
    assert seen["left"] == ["PLH001"]
