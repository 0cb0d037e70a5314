"""Word documents made for tests, from as little XML as Word needs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": W,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    }.items()
)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KINDS = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def wrap(name: str, content: str) -> str:
    """A whole part with all namespaces declared."""
    return f"{_DECLARATION}<w:{name} {_NAMESPACES}>{content}</w:{name}>"


def run(text: str, properties: str = "") -> str:
    """A ``w:r`` with one text."""
    marked = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{marked}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*content: str, properties: str = "") -> str:
    """A ``w:p`` of texts and of other content, which begins with ``<``."""
    inner = "".join(one if one.startswith("<") else run(one) for one in content)
    marked = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{marked}{inner}</w:p>"


def numbered(text: str, level: int = 0, num_id: int = 1) -> str:
    """A paragraph of a list."""
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>'
    return paragraph(text, properties=properties)


def level(
    number: int, number_format: str, text: str, *, start: int = 1, extra: str = "", suffix: str = ""
) -> str:
    """A ``w:lvl``."""
    suffix = f'<w:suff w:val="{suffix}"/>' if suffix else ""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>'
        f'{extra}{suffix}<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
    )


def numbering(levels: Iterable[str], overrides: Iterable[str] = ("",)) -> str:
    """``word/numbering.xml`` with one definition, and a list for each of the overrides."""
    lists = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="7"/>{override}</w:num>'
        for number, override in enumerate(overrides, 1)
    )
    definition = (
        '<w:abstractNum w:abstractNumId="7"><w:multiLevelType w:val="multilevel"/>'
        f"{''.join(levels)}</w:abstractNum>"
    )
    return wrap("numbering", definition + lists)


def start_override(level_number: int, start: int) -> str:
    """A ``w:lvlOverride`` that begins a list anew."""
    return (
        f'<w:lvlOverride w:ilvl="{level_number}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
    )


def docx(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A document with a body and further parts: ``{"numbering": …, "styles": …}``."""
    parts = dict(parts or {})
    files = {
        "[Content_Types].xml": _DECLARATION
        + f'<Types xmlns="{_PACKAGE}/content-types">'
        + '<Default Extension="rels" '
        + 'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + '<Default Extension="xml" ContentType="application/xml"/>'
        + f'<Override PartName="/word/document.xml" ContentType="{_KINDS}.document.main+xml"/>'
        + "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{_KINDS}.{name}+xml"/>'
            for name in parts
        )
        + "</Types>",
        "_rels/.rels": _relationships({"officeDocument": "word/document.xml"}),
        "word/document.xml": wrap("document", f"<w:body>{body}<w:sectPr/></w:body>"),
        "word/_rels/document.xml.rels": _relationships({name: f"{name}.xml" for name in parts}),
        **{f"word/{name}.xml": content for name, content in parts.items()},
    }
    return archive(files)


def archive(files: Mapping[str, str | bytes]) -> bytes:
    """A zip archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in files.items():
            target.writestr(name, content)
    return stream.getvalue()


def _relationships(targets: Mapping[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items())
    )
    return f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'
