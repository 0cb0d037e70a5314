"""Messages that no decent editor sends: the server answers or ignores them, and never dies."""

import json
import random
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from tests.server.editor import COMMAND
from tests.server.test_copies import ORIGINAL, TITLE

URI = "untitled:draft"
OTHER = "untitled:other"
PIECES = (
    "一、提高认识\n",
    "三、抓好**落实",
    "𠮷",
    "😀",
    "\r\n",
    "\u2028",
    "一是",
    "“",
    "\x0b",
    "。",
    "",
)
METHODS = (
    *("documentSymbol", "foldingRange", "selectionRange", "hover"),
    *("inlayHint", "completion", "codeAction", "diagnostic"),
)
POSITIONS = (0, 1, 7, 10**6, 2**31 - 1, 2**40, -1, 1.5, "一", None)
ADDRESSED = "同志们："
EVERYTHING: dict[str, object] = {"previousResultIds": []}
OPENING = "在推进会上的讲话\n\n同志们：\n一、提高认识\n三、抓好**落实\n"


class Wire:
    """A connection on which anything can be sent."""

    def __init__(self) -> None:
        self._server = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._asked = 0

    def send(self, body: bytes) -> None:
        stream = _there(self._server.stdin)
        stream.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        stream.flush()

    def tell(self, method: str, params: object) -> None:
        self.send(json.dumps({"jsonrpc": "2.0", "method": method, "params": params}).encode())

    def ask(self, method: str, params: object) -> object:
        """Ask for what there is an answer to."""
        answer = self.ask_for_answer(method, params)
        assert "error" not in answer, answer
        return answer.get("result")

    def ask_for_answer(self, method: str, params: object) -> dict[str, object]:
        """Ask, and read what comes until the answer does."""
        asked = self.begin(method, params)
        while True:
            answer = self._read()
            if answer.get("id") == asked and "method" not in answer:
                return answer

    def begin(self, method: str, params: object) -> int:
        """Ask without waiting for the answer."""
        self._asked += 1
        message = {"jsonrpc": "2.0", "id": self._asked, "method": method, "params": params}
        self.send(json.dumps(message).encode())
        return self._asked

    def end(self) -> int:
        self.ask("shutdown", None)
        self.tell("exit", None)
        return self._server.wait(30)

    def _read(self) -> dict[str, object]:
        stream = _there(self._server.stdout)
        length = 0
        while line := stream.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name == b"Content-Length" else length
        assert length, "the server has gone"
        message: dict[str, object] = json.loads(stream.read(length))
        return message


def _there(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None
    return stream


@pytest.mark.parametrize(
    ("messages", "seed"),
    [(600, 11), *(pytest.param(10_000, seed, marks=pytest.mark.slow) for seed in (12, 13))],
)
def test_random_messages(messages: int, seed: int) -> None:
    chance = random.Random(seed)
    wire = Wire()
    wire.tell("textDocument/didChange", {"textDocument": {"uri": URI, "version": 1}})
    encodings = {"positionEncodings": ["utf-32"]}
    capabilities = {"general": encodings, "textDocument": {"diagnostic": {}}}
    wire.ask("initialize", {"processId": None, "rootUri": None, "capabilities": capabilities})
    wire.tell("initialized", {})
    document = {"uri": URI, "languageId": "plaintext", "version": 1, "text": OPENING}
    wire.tell("textDocument/didOpen", {"textDocument": document})
    text = OPENING
    for number in range(2, messages + 2):
        for body in _nonsense(chance):
            wire.send(body)
        at = chance.randrange(len(text) + 1)
        end = min(at + chance.choice((0, 0, 1, 2)), len(text))
        if text[at - 1 : at + 1] == "\r\n" or text[end - 1 : end + 1] == "\r\n":
            continue
        new = chance.choice(PIECES)
        range_ = {"start": _position(text, at), "end": _position(text, end)}
        name = {"uri": URI, "version": number}
        change = {"textDocument": name, "contentChanges": [{"range": range_, "text": new}]}
        wire.tell("textDocument/didChange", change)
        text = text[:at] + new + text[end:]
        text = text if len(text) < 2000 else OPENING
        if text is OPENING:
            name = {"uri": URI, "version": number}
            change = {"textDocument": name, "contentChanges": [{"text": OPENING}]}
            wire.tell("textDocument/didChange", change)
        if number % 20 == 0:
            _look(wire, text)
    wire.tell(
        "textDocument/didChange",
        {"textDocument": {"uri": URI, "version": 10**6}, "contentChanges": [{"text": OPENING}]},
    )
    report = wire.ask("textDocument/diagnostic", {"textDocument": {"uri": URI}})
    assert isinstance(report, dict)
    assert {item["code"] for item in report["items"]} >= {"NUM001", "PLH001"}
    assert wire.end() == 0


@pytest.mark.parametrize(
    ("edits", "seed"),
    [(200, 1), *(pytest.param(2_000, seed, marks=pytest.mark.slow) for seed in (2, 3))],
)
def test_a_copy_is_never_shown_where_it_is_not(tmp_path: Path, edits: int, seed: int) -> None:
    """Between questions about all drafts, some of them given up, one of two copies is edited."""
    chance = random.Random(seed)
    for file in ("一月.txt", "二月.txt"):
        (tmp_path / file).write_text(ORIGINAL, encoding="utf-8", newline="")
    uri, text = (tmp_path / "二月.txt").as_uri(), ORIGINAL
    wire = Wire()
    capabilities = {
        "general": {"positionEncodings": ["utf-32"]},
        "textDocument": {"diagnostic": {}},
        "workspace": {"diagnostics": {"refreshSupport": True}},
    }
    root = {"rootUri": tmp_path.as_uri(), "processId": None}
    wire.ask("initialize", {**root, "capabilities": capabilities})
    wire.tell("initialized", {})
    document = {"uri": uri, "languageId": "plaintext", "version": 1, "text": text}
    wire.tell("textDocument/didOpen", {"textDocument": document})
    shown = 0
    for number in range(2, edits + 2):
        if chance.random() < 0.2:
            wire.tell("$/cancelRequest", {"id": wire.begin("workspace/diagnostic", EVERYTHING)})
        elif chance.random() < 0.3:
            wire.ask("workspace/diagnostic", EVERYTHING)
        changes: list[dict[str, object]] = []
        for _ in range(chance.randrange(3)):
            # Most edits are near the title, which the finding points at.
            at = chance.randrange(chance.choice((len(TITLE) + 2, len(text))))
            end = min(at + chance.choice((0, 0, 0, 1)), len(text))
            new = chance.choice(("\n", "𠮷", "按：", ""))
            ends = {"start": _position(text, at), "end": _position(text, end)}
            if "\r\n" not in (text[at - 1 : at + 1], text[end - 1 : end + 1]):
                changes.append({"range": ends, "text": new})
                text = text[:at] + new + text[end:]
        if not (TITLE in text and ADDRESSED in text) or chance.random() < 0.02:
            text = ORIGINAL
            changes = [{"text": text}]
        name = {"uri": uri, "version": number}
        wire.tell("textDocument/didChange", {"textDocument": name, "contentChanges": changes})
        report = wire.ask("textDocument/diagnostic", {"textDocument": {"uri": uri}})
        assert isinstance(report, dict)
        for item in report["items"]:
            if item["code"] == "DUP002":
                shown += 1
                start, end = item["range"]["start"], item["range"]["end"]
                line = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[start["line"]]
                # What makes the title none leaves the salutation to know the draft by.
                pointed_at = line[start["character"] : end["character"]]
                assert TITLE in pointed_at or pointed_at == ADDRESSED
                assert start["line"] == end["line"]
    assert shown > edits // 10
    assert wire.end() == 0


def test_a_request_without_sense_is_refused() -> None:
    wire = Wire()
    wire.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
    place = {"textDocument": {"uri": URI}, "position": {"line": -1, "character": 0}}
    for method, params in (("hover", place), ("hover", None), ("completion", {}), ("nix", {})):
        assert "error" in wire.ask_for_answer(f"textDocument/{method}", params)
    assert wire.end() == 0


def _look(wire: Wire, text: str) -> None:
    """What is reported lies inside the text as it is now, and masks lie on asterisks."""
    report = wire.ask("textDocument/diagnostic", {"textDocument": {"uri": URI}})
    assert isinstance(report, dict)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for item in report["items"]:
        start, end = item["range"]["start"], item["range"]["end"]
        for place in (start, end):
            assert place["character"] <= len(lines[place["line"]])
        if item["code"] == "PLH001":
            line = lines[start["line"]]
            assert set(line[start["character"] : end["character"]]) == {"*"}


def _position(text: str, offset: int) -> dict[str, int]:
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    return {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}


def _nonsense(chance: random.Random) -> Iterator[bytes]:
    params: object
    kind = chance.randrange(10)
    if kind == 0:
        yield bytes(chance.randrange(256) for _ in range(chance.randrange(1, 40)))
    elif kind == 1:
        yield b"[" * chance.randrange(1, 2000)
    elif kind == 2:
        yield json.dumps(chance.choice([1, None, [], "一", {"jsonrpc": "1.0"}])).encode()
    elif kind < 5:
        method = f"textDocument/{chance.choice(METHODS)}"
        yield _request(chance, method, _params(chance, chance.choice((URI, OTHER, "", "//"))))
    elif kind == 5:
        yield _request(chance, "$/cancelRequest", {"id": chance.randrange(1000)}, answer=False)
        yield _request(chance, "no/such", {}, answer=chance.random() < 0.5)
    elif kind == 6:
        change = {"textDocument": {"uri": URI, "version": -5}, "contentChanges": [{"text": "旧"}]}
        yield _request(chance, "textDocument/didChange", change, answer=False)
    elif kind == 7:
        method = chance.choice(("didOpen", "didClose", "didChange", "didSave"))
        params = chance.choice([None, {}, [], {"textDocument": {"uri": OTHER}}])
        yield _request(chance, f"textDocument/{method}", params, answer=False)
    elif kind == 8:
        method = chance.choice(("executeCommand", "diagnostic", "didChangeConfiguration"))
        params = chance.choice(
            [
                None,
                {"command": "x"},
                {"settings": {"nix": 1}},
                {},
                EVERYTHING,
                {"previousResultIds": 1},
            ]
        )
        yield _request(chance, f"workspace/{method}", params, answer=chance.random() < 0.5)
    else:
        task = {"work": chance.choice(("fix", "?")), "uri": URI, "version": chance.randrange(9)}
        yield _request(chance, "codeAction/resolve", {"title": "改", "data": task})


def _params(chance: random.Random, uri: str) -> dict[str, object]:
    def place() -> dict[str, object]:
        return {"line": chance.choice(POSITIONS), "character": chance.choice(POSITIONS)}

    return {
        "textDocument": {"uri": uri},
        "position": place(),
        "positions": [place()],
        "range": {"start": place(), "end": place()},
        "context": {"diagnostics": []},
    }


def _request(chance: random.Random, method: str, params: object, *, answer: bool = True) -> bytes:
    message: dict[str, object] = {"jsonrpc": "2.0", "method": method, "params": params}
    if answer:
        message["id"] = f"x{chance.randrange(10**9)}"
    return json.dumps(message).encode()
