"""Old Word and WPS documents, converted by LibreOffice where it is installed.

LibreOffice runs with a profile of its own that executes no macros and follows no links, so that a
document cannot make it reach for the network.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path, PurePath

from speechlint.errors import SourceError

TIMEOUT = 120
"""Seconds. The first start takes ten, a long draft two; a document that hangs must not hang us."""

_PROGRAMS = (
    *("soffice", "libreoffice"),
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)

_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def to_docx(path: str, content: bytes) -> bytes:
    """An old document as .docx.

    Raises:
        SourceError: LibreOffice is not installed, or could not convert the document.
    """
    program = _find_program()
    if program is None:
        raise SourceError(
            f"{path}: an old Word or WPS document; save it as .docx there, or install LibreOffice",
            f"{path}：旧格式文档：请在 Word 或 WPS 里另存为 .docx，或者安装 LibreOffice",
        )
    with tempfile.TemporaryDirectory(prefix="speechlint-") as folder:
        converted = _convert(program, Path(folder), PurePath(path).suffix or ".doc", content)
    if converted is None:
        raise SourceError(
            f"{path}: LibreOffice cannot convert it; open it in Word or WPS and save it as .docx",
            f"{path}：LibreOffice 转换不了：请用 Word 或 WPS 打开，另存为 .docx",
        )
    return converted


def _find_program() -> str | None:
    return next((found for found in map(shutil.which, _PROGRAMS) if found is not None), None)


def _convert(program: str, folder: Path, suffix: str, content: bytes) -> bytes | None:
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
    source = folder / f"draft{suffix}"
    source.write_bytes(content)
    target = folder / "out" / "draft.docx"
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    command += [
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(target.parent),
        str(source),
    ]
    if not _run(command):
        return None
    return target.read_bytes() if target.is_file() else None


def _run(command: list[str]) -> bool:
    """Run a program to its end, and tell whether it went well; one that hangs is stopped."""
    try:
        # A path of our own making and a program that the user installed; no shell reads them.
        process = subprocess.Popen(  # noqa: S603
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        return process.wait(TIMEOUT) == 0
    except subprocess.TimeoutExpired:
        _stop(process)
        return False
    except BaseException:
        _stop(process)
        raise


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Stop a program with the programs that it started: soffice is a script."""
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
