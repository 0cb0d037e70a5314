"""The snippet for Helix: of the form that Helix reads, and read by it where there is one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.editors.conftest import snippet

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

SERVER_KEYS = {
    *("command", "args", "config", "environment", "timeout", "required-root-patterns"),
}
LANGUAGE_KEYS = {
    *("name", "language-id", "scope", "injection-regex", "file-types", "shebangs", "roots"),
    *("auto-format", "diagnostic-severity", "comment-token", "comment-tokens", "indent"),
    *("block-comment-tokens", "language-servers", "grammar", "formatter", "soft-wrap"),
    *("text-width", "rulers", "workspace-lsp-roots", "persistent-diagnostic-sources"),
}


def test_the_snippet_for_helix() -> None:
    """Debian 12 has no Helix, nor have PyPI and npm: its documentation tells the keys."""
    settings = tomllib.loads(snippet("Helix"))
    assert set(settings) == {"language-server", "language"}
    (server,) = settings["language-server"].items()
    assert server[0] == "speechlint"
    assert set(server[1]) <= SERVER_KEYS
    assert [server[1]["command"], *server[1]["args"]] == ["speechlint", "server"]
    for language in settings["language"]:
        assert set(language) <= LANGUAGE_KEYS
        assert "speechlint" in language["language-servers"]
    new = next(one for one in settings["language"] if one["name"] != "markdown")
    assert {"name", "scope", "file-types"} <= set(new)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("hx") is None, reason="Helix is not installed")
def test_helix_finds_the_server(tmp_path: Path, program: Path) -> None:
    settings = tmp_path / "helix" / "languages.toml"
    settings.parent.mkdir()
    settings.write_text(snippet("Helix"), encoding="utf-8")
    told = subprocess.run(
        ["hx", "--health", "draft"],
        env={**os.environ, "XDG_CONFIG_HOME": str(tmp_path)},
        capture_output=True,
        check=True,
        encoding="utf-8",
        timeout=60,
    ).stdout
    assert str(program / "speechlint") in told
