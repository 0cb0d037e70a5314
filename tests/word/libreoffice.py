"""LibreOffice, where it is installed: what it makes of a document."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice")

needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="soffice is not installed")


def convert(content: bytes, folder: Path, target: str, suffix: str = "docx") -> bytes:
    """Convert a document to another format, such as ``pdf`` or ``txt:Text (encoded):UTF8``."""
    assert SOFFICE is not None
    source = folder / f"draft.{suffix}"
    source.write_bytes(content)
    result = folder / "out" / f"draft.{target.partition(':')[0]}"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", target]
    command += ["--outdir", str(result.parent), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return result.read_bytes()


def lines_of(content: bytes, folder: Path) -> list[str]:
    """The lines of a document as LibreOffice prints them, without white space."""
    text = convert(content, folder, "txt:Text (encoded):UTF8").decode("utf-8-sig")
    return without_space(text)


def without_space(text: str) -> list[str]:
    """Lines without white space: LibreOffice indents lists as it sees fit."""
    return [re.sub(r"\s", "", line) for line in text.splitlines()]
