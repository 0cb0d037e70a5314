"""What the page on editors tells users to write, given to the editor, or done as it would do it."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
import tomli
from lsprotocol import types
from pytest_lsp import make_test_lsp_client

from tests.docs.scene import ROOT, make_environment
from tests.editors.conftest import snippet
from tests.server.editor import Buffer, capabilities

PAGE = ROOT / "editors" / "README.md"
DRAFT = "同志们：\n今天讲两点意见。\n一、提高认识\n要统一思想。\n三、抓好落实\n要压实责任。\n"

pytestmark = pytest.mark.skipif(not PAGE.exists(), reason="runs in a checkout")


@pytest.mark.skipif(shutil.which("nvim") is None, reason="Neovim is not installed")
def test_the_configuration_for_neovim(tmp_path: Path) -> None:
    plugins = tmp_path / "plugins" / "lua"
    programs = tmp_path / "bin"
    plugins.mkdir(parents=True)
    programs.mkdir()
    shutil.copy(PAGE.parent / "neovim" / "speechlint.lua", plugins)
    (tmp_path / "讲话.txt").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "init.lua").write_text(snippet("Neovim"), encoding="utf-8")
    wait = "lua vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 50)"
    done = subprocess.run(
        [
            *("nvim", "--headless", "-u", "init.lua", "-i", "NONE", "--cmd", "filetype on"),
            *("--cmd", f"set runtimepath^={plugins.parent}", "讲话.txt", "-c", wait),
            *("-c", "lua io.stdout:write(vim.diagnostic.get(0)[1].message)", "-c", "qall!"),
        ],
        env={**make_environment(programs, "zh"), "HOME": str(tmp_path)},
        cwd=tmp_path,
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert "“三、”前面缺了“二、”" in done.stdout.decode(), done.stderr


class Configured(NamedTuple):
    """What an editor is told to start, and to send as options."""

    command: list[str]
    options: object


def helix() -> Configured:
    server = tomli.loads(snippet("Helix"))["language-server"]["speechlint"]
    return Configured([server["command"], *server["args"]], server["config"])


def kate() -> Configured:
    server = json.loads(snippet("Kate"))["servers"]["text"]
    return Configured(server["command"], server["initializationOptions"])


def sublime() -> Configured:
    client = json.loads(snippet("Sublime Text"))["clients"]["speechlint"]
    return Configured(client["command"], client["initializationOptions"])


@pytest.mark.asyncio
@pytest.mark.parametrize("read", [helix, kate, sublime])
async def test_what_is_started_finds_faults(
    read: Callable[[], Configured], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configured = read()
    for name, value in make_environment(tmp_path, "zh").items():
        monkeypatch.setenv(name, value)
    client = make_test_lsp_client()
    await client.start_io(*configured.command)
    await client.initialize_session(
        types.InitializeParams(capabilities(), initialization_options=configured.options)
    )
    buffer = Buffer(client, DRAFT).open()
    assert (await buffer.diagnostics())["NUM001"].range == buffer.range("三、")
    assert not client.messages
    await client.shutdown_session()
    await client.stop()  # type: ignore[no-untyped-call]  # pytest-lsp gives it no types
