"""The command that starts the server."""

import subprocess
import sys

import pytest

SCRIPT = """
import sys
for name in ("pygls", "lsprotocol"):
    sys.modules[name] = None
sys.argv = ["speechlint", "server", "--stdio", *sys.argv[1:]]
from speechlint.__main__ import main
main()
"""


@pytest.mark.parametrize(("arguments", "code"), [((), 2), (("--help",), 0)])
def test_without_its_libraries(arguments: tuple[str, ...], code: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *arguments],
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
        input="",
    )
    assert done.returncode == code
    assert code == 0 or "pip install 'speechlint[lsp]'" in done.stderr
    assert "Traceback" not in done.stderr
