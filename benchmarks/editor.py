"""An editor that types into a draft: how soon it has the findings, and what the server keeps."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from benchmarks.corpus import make_draft
from benchmarks.table import Row, at_most

_LONG = 100_000
_SHORT = 1_000
_EDITS = 500
_MANY_EDITS = 10_000
_URI = "untitled:draft"
_TYPED = ("着力", "三要", "。", "，", "\n", "（二）", "**", "𠮷", "“", "在全市", "1.", "一是")


def rows() -> Iterator[Row]:
    """Random edits of a draft of 100,000 code points, each followed by asking for findings."""
    with Editor(_draft(_LONG)) as editor:
        before = editor.processor()
        times = sorted(editor.type_and_pull() for _ in range(_EDITS))
        taken = (editor.processor() - before) / _EDITS
    # On a machine that does other things as well, only this tells what the server takes itself.
    yield Row("processor for a keystroke, mean", f"{taken * 1000:.1f} ms")
    yield Row("keystroke to findings, median", f"{times[len(times) // 2] * 1000:.1f} ms")
    yield at_most("keystroke to findings, p99", times[len(times) * 99 // 100] * 1000, "ms", 50)
    with Editor(_draft(_SHORT)) as editor:
        for _ in range(_MANY_EDITS // 10):
            editor.type_and_pull()
        early = editor.memory()
        for _ in range(_MANY_EDITS):
            editor.type_and_pull()
        grown = editor.memory() / early
    yield at_most("memory after 10,000 edits to after 1,000", grown, "×", 1.1)


def _draft(size: int) -> str:
    text = make_draft(1, size)
    while len(text) < size:
        text = make_draft(1, size + 2 * (size - len(text)))
    return text[:size]


class Editor:
    """The least that an editor can be, with a server of its own."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._wanted = len(text)
        self._chance = random.Random(7)
        self._version = 1
        self._asked = 0
        command = [sys.executable, "-m", "speechlint", "server"]
        self._server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._ask("initialize", {"processId": None, "capabilities": _CAPABILITIES, "rootUri": None})
        self._tell("initialized", {})
        document = {"uri": _URI, "languageId": "plaintext", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        self._pull()

    def __enter__(self) -> Editor:
        return self

    def __exit__(self, *_: object) -> None:
        self._ask("shutdown", None)
        self._tell("exit", None)
        self._server.wait()

    def type_and_pull(self) -> float:
        """Change something, ask for findings, and tell how many seconds that took."""
        change = self._change()
        self._version += 1
        name = {"uri": _URI, "version": self._version}
        start = time.perf_counter()
        self._tell("textDocument/didChange", {"textDocument": name, "contentChanges": [change]})
        self._pull()
        return time.perf_counter() - start

    def processor(self) -> float:
        """The seconds of the processor that the server has taken."""
        status = Path(f"/proc/{self._server.pid}/stat").read_text(encoding="utf-8")
        user, system = status.rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> int:
        """The memory that the server has, in kilobytes."""
        status = Path(f"/proc/{self._server.pid}/status").read_text(encoding="ascii")
        return int(status.partition("VmRSS:")[2].split()[0])

    def _change(self) -> dict[str, object]:
        """Insert a little, or take it away where the draft has grown."""
        number = self._chance.randrange(len(self._lines))
        column = self._chance.randrange(len(self._lines[number]) + 1)
        last, end, typed = number, column, ""
        if self._length() <= self._wanted:
            typed = self._chance.choice(_TYPED)
        elif column < len(self._lines[number]):
            end = min(column + self._chance.randint(1, 3), len(self._lines[number]))
        elif number + 1 < len(self._lines):
            last, end = number + 1, 0
        text = self._lines[number][:column] + typed + self._lines[last][end:]
        self._lines[number : last + 1] = text.split("\n")
        places = {"start": (number, column), "end": (last, end)}
        range_ = {name: {"line": at[0], "character": at[1]} for name, at in places.items()}
        return {"range": range_, "text": typed}

    def _length(self) -> int:
        return sum(map(len, self._lines)) + len(self._lines)

    def _pull(self) -> None:
        self._ask("textDocument/diagnostic", {"textDocument": {"uri": _URI}})

    def _ask(self, method: str, params: object) -> None:
        self._asked += 1
        self._write({"id": self._asked, "method": method, "params": params})
        while self._read().get("id") != self._asked:
            pass

    def _tell(self, method: str, params: object) -> None:
        self._write({"method": method, "params": params})

    def _write(self, message: dict[str, object]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stream = _there(self._server.stdin)
        stream.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        stream.flush()

    def _read(self) -> dict[str, object]:
        stream = _there(self._server.stdout)
        length = 0
        while line := stream.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        message: dict[str, object] = json.loads(stream.read(length))
        return message


_CAPABILITIES = {
    "general": {"positionEncodings": ["utf-32"]},
    "textDocument": {"diagnostic": {"relatedInformation": True}},
}


def _there(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None
    return stream
