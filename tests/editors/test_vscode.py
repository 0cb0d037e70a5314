"""The extension for Visual Studio Code: packaged, and its libraries talking to the server."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

HERE = Path(__file__).parent
CHECKOUT = HERE.parents[1]
FOLDER = CHECKOUT / "editors" / "vscode"

DRAFT = (
    "在𠮷安推进会上的讲话\r\n\r\n同志们：\r\n今天讲几点意见。\r\n"
    "一、办好𠮷祥路改造，学习**县经验\r\n各部门要对照先进找差距。\r\n"
    "三、抓好落实\r\n各单位要盯住进度。\r\n谢谢大家！\r\n"
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not FOLDER.exists(), reason="runs in a checkout"),
    pytest.mark.skipif(shutil.which("npm") is None, reason="npm is not installed"),
]


def run(*command: str, cwd: Path) -> str:
    done = subprocess.run(
        command, cwd=cwd, capture_output=True, check=False, encoding="utf-8", timeout=600
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def extension(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the extension with its libraries."""
    folder = tmp_path_factory.mktemp("vscode") / "extension"
    shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("node_modules", "dist"))
    done = subprocess.run(
        ["npm", "install"], cwd=folder, capture_output=True, check=False, timeout=600
    )
    if done.returncode:
        pytest.skip("the libraries cannot be installed")
    return folder


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


def test_the_extension_in_a_browser(extension: Path, tmp_path: Path) -> None:
    """Needs code-server and Chromium, and playwright-core in the folder ``PLAYWRIGHT`` names."""
    chromium, server = shutil.which("chromium"), shutil.which("code-server")
    playwright = os.environ.get("PLAYWRIGHT")
    if not (chromium and server and playwright):
        pytest.skip("code-server, Chromium or playwright-core is not installed")
    run("npm", "run", "package", cwd=extension)
    (package,) = extension.glob("*.vsix")
    user, workspace = tmp_path / "user", tmp_path / "workspace"
    (user / "User").mkdir(parents=True)
    settings = {
        "security.workspace.trust.enabled": False,
        "speechlint.language": "zh",
        "speechlint.server.command": [sys.executable, "-m", "speechlint", "server"],
    }
    (user / "User" / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
    workspace.mkdir()
    wrong = DRAFT.replace("三、", "四、").replace("盯住进度。", "盯住进度。一是快。三是稳。")
    (workspace / "讲话.txt").write_text(wrong, encoding="utf-8")
    folders = [f"--user-data-dir={user}", f"--extensions-dir={tmp_path / 'extensions'}"]
    run(server, *folders, "--install-extension", str(package), cwd=extension)
    address = "127.0.0.1:18123"
    serving = subprocess.Popen(
        [server, *folders, "--auth=none", f"--bind-addr={address}"],
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        shutil.copy(HERE / "vscode_browser.cjs", playwright)
        url = f"http://{address}/?folder={workspace}"
        picture = str(tmp_path / "screenshot.png")
        out = run("node", "vscode_browser.cjs", url, picture, cwd=Path(playwright))
    finally:
        serving.terminate()
        serving.wait()
    seen = json.loads(out.splitlines()[-1])
    assert seen["squiggles"] == 3
    assert seen["status"].strip() == "3"
    assert "NUM001：把“四”改为“二”" in seen["actions"]
