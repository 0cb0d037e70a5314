"""LibreOffice, where it is installed: what it makes of a document."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

PDFTOTEXT = shutil.which("pdftotext")
SOFFICE = shutil.which("soffice")

needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="soffice is not installed")


_MARGIN_COMMENTS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Writer/Print/Content">
<prop oor:name="Note" oor:op="fuse"><value>4</value></prop></item>
</oor:items>
"""


def convert(content: bytes, folder: Path, target: str, suffix: str = "docx") -> bytes:
    """Convert a document to another format, such as ``docx`` or ``txt:Text (encoded):UTF8``."""
    _run(content, folder, suffix, "--convert-to", target)
    return (folder / "out" / f"draft.{target.partition(':')[0]}").read_bytes()


def print_with_comments(content: bytes, folder: Path) -> bytes:
    """A document printed as PDF, with its comments in the margin."""
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_MARGIN_COMMENTS)
    (folder / "out").mkdir()
    _run(content, folder, "docx", "--print-to-file")
    return (folder / "out" / "draft.pdf").read_bytes()


def _run(content: bytes, folder: Path, suffix: str, *arguments: str) -> None:
    assert SOFFICE is not None
    source = folder / f"draft.{suffix}"
    source.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", *arguments, "--outdir", str(folder / "out")]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=300)


def lines_of(content: bytes, folder: Path) -> list[str]:
    """The lines of a document as LibreOffice prints them, without white space."""
    text = convert(content, folder, "txt:Text (encoded):UTF8").decode("utf-8-sig")
    return without_space(text)


def without_space(text: str) -> list[str]:
    """Lines without white space: LibreOffice indents lists as it sees fit."""
    return [re.sub(r"\s", "", line) for line in text.splitlines()]


def text_of_pdf(content: bytes) -> str | None:
    """The text of a PDF, or None where the program for it is not installed."""
    if PDFTOTEXT is None:
        return None
    run = subprocess.run([PDFTOTEXT, "-", "-"], input=content, check=True, capture_output=True)
    return run.stdout.decode()
