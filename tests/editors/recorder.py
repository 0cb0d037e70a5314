"""Stands between an editor and the server, and writes down what they say to each other.

Called as ``recorder.py FOLDER ARGUMENTS``: FOLDER gets the files ``asked`` and ``answered``.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO


def main(folder: Path, arguments: list[str]) -> int:
    """Run the server until it ends."""
    command = [sys.executable, "-m", "speechlint", *arguments]
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
    assert server.stdin is not None
    assert server.stdout is not None
    asking = (sys.stdin.buffer, server.stdin, folder / "asked")
    threading.Thread(target=_copy, args=asking, daemon=True).start()
    _copy(server.stdout, sys.stdout.buffer, folder / "answered")
    return server.wait()


def messages(file: Path) -> list[dict[str, object]]:
    """What was said by one of them so far; all of it but what is on its way."""
    found: list[dict[str, object]] = []
    rest = file.read_bytes() if file.exists() else b""
    while True:
        head, end, rest = rest.partition(b"\r\n\r\n")
        size = re.search(rb"Content-Length: *(\d+)", head)
        if not end or size is None or len(rest) < int(size[1]):
            return found
        found.append(json.loads(rest[: int(size[1])]))
        rest = rest[int(size[1]) :]


def _copy(source: IO[bytes], target: IO[bytes], record: Path) -> None:
    with record.open("ab", buffering=0) as file:
        while data := os.read(source.fileno(), 65536):
            file.write(data)
            target.write(data)
            target.flush()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
