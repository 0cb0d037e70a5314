"""Reading Word documents: time, and memory against the size of the XML."""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.corpus import make_draft
from benchmarks.table import Row, at_most
from benchmarks.timing import best_of
from speechlint.readers import read_bytes

_LENGTH = 100_000
_SECONDS = 1.0
_MEMORY = 10.0

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FORMAT = (
    '<w:rPr><w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hint="eastAsia"/>'
    '<w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr>'
)

_STATUS = Path("/proc/self/status")

# Measured in a process of its own, since a process never gives back what it once needed.
_CHILD = """
import sys
from pathlib import Path
import lxml.etree
from speechlint.readers import read_bytes
from speechlint.readers.docx import read_docx

def peak():
    [line] = [one for one in open("/proc/self/status") if one.startswith("VmHWM")]
    return int(line.split()[1]) * 1024

content = Path(sys.argv[1]).read_bytes()
before = peak()
source = read_bytes("draft.docx", content)
print(peak() - before)
"""


def rows() -> Iterator[Row]:
    """A draft of 100,000 code points with a run for a line, for three characters, for each."""
    for name, size in (("a line", _LENGTH), ("three characters", 3), ("every character", 1)):
        xml = _document(make_draft(1, _LENGTH), size)
        content = _archive(xml)
        seconds = best_of(3, partial(read_bytes, "draft.docx", content))
        yield at_most(f"a run for {name}: read", seconds, "s", _SECONDS)
        if _STATUS.exists():
            memory = _memory(content) / len(xml)
            yield at_most(f"a run for {name}: memory to XML", memory, "×", _MEMORY)


def _document(text: str, size: int) -> bytes:
    lines = []
    for line in text.splitlines():
        runs = (line[start : start + size] for start in range(0, len(line), size))
        lines.append("".join(f"<w:r>{_FORMAT}<w:t>{run}</w:t></w:r>" for run in runs))
    paragraphs = "".join(f"<w:p>{line}</w:p>" for line in lines)
    body = f"<w:body>{paragraphs}<w:sectPr/></w:body>"
    return f'<w:document xmlns:w="{_NAMESPACE}">{body}</w:document>'.encode()


def _archive(xml: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("word/document.xml", xml)
    return stream.getvalue()


def _memory(content: bytes) -> int:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "draft.docx"
        path.write_bytes(content)
        command = [sys.executable, "-c", _CHILD, str(path)]
        run = subprocess.run(command, check=True, capture_output=True, text=True)
    return int(run.stdout)
