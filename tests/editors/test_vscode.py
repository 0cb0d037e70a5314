"""The extension for Visual Studio Code: packaged, and its libraries talking to the server."""

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

HERE = Path(__file__).parent
FOLDER = HERE.parents[1] / "editors" / "vscode"

DRAFT = (
    "在𠮷安推进会上的讲话\r\n\r\n同志们：\r\n今天讲几点意见。\r\n"
    "一、办好𠮷祥路改造，学习**县经验\r\n各部门要对照先进找差距。\r\n"
    "三、抓好落实\r\n各单位要盯住进度。\r\n谢谢大家！\r\n"
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not FOLDER.exists(), reason="runs in a checkout"),
]


def run(*command: str, cwd: Path) -> str:
    done = subprocess.run(
        command, cwd=cwd, capture_output=True, check=False, encoding="utf-8", timeout=600
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_extension_is_packaged(extension: Path) -> None:
    run("npm", "run", "package", cwd=extension)
    (package,) = extension.glob("*.vsix")
    with zipfile.ZipFile(package) as content:
        names = {name.removeprefix("extension/").lower() for name in content.namelist()}
    assert {"package.json", "readme.md", "dist/extension.js", "package.nls.zh-cn.json"} <= names
    assert not any(name.startswith(("src/", "node_modules/", "settings.py")) for name in names)


def test_its_protocol_library_understands_the_server(extension: Path) -> None:
    shutil.copy(HERE / "vscode_pair.cjs", extension)
    out = run("node", "vscode_pair.cjs", sys.executable, DRAFT, cwd=extension)
    seen = json.loads(out.splitlines()[-1])
    assert seen["encoding"] == "utf-16"
    assert seen["codes"] == ["PLH001", "NUM001"]
    assert seen["range"]["start"] == {"line": 4, "character": 13}
    assert seen["symbols"] == ["在𠮷安推进会上的讲话"]
    assert seen["code"] == 0
