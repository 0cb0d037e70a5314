"""Writes the settings of the extension: those of a configuration file, each null until it is set.

Run it as ``python editors/vscode/settings.py`` after a key of the configuration has changed; a test
tells when that was forgotten.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_type_hints

import msgspec

from speechlint.rulebook import load_rulebook
from speechlint.settings import Keys
from speechlint.settings.schema import make_schema
from speechlint.settings.template import spoken_note

FOLDER = Path(__file__).parent

_SCOPE = "resource"
"""Every folder of a workspace may have its own; which program runs is not for a folder to say."""

_OWN = {
    "server.command": (
        {"type": "array", "items": {"type": "string"}, "default": ["speechlint", "server"]},
        "The program that checks, with its arguments.",
        "检查文稿的程序及其参数",
    ),
    "configuration": (
        {"type": "string", "default": "", "scope": _SCOPE},
        "A configuration file for all drafts, in place of the nearest one.",
        "所有文稿都用这个配置文件",
    ),
    "isolated": (
        {"type": "boolean", "default": False, "scope": _SCOPE},
        "Whether to look at no configuration file.",
        "不看任何配置文件",
    ),
    "inlayHints": (
        {"type": "boolean", "default": False, "scope": _SCOPE},
        "Whether to show beside 六点意见 how many items follow.",
        "在“六点意见”旁边标出后面实有几条",
    ),
}

_COMMANDS = {
    "description": (
        "The structure of Chinese official drafts: numbering, counts, parts, residue.",
        "检查讲话稿、工作报告、致辞的结构：序号、数目、成分、残留、对仗",
    ),
    "untrusted": (
        "Speechlint runs the program that the settings name.",
        "Speechlint 要运行设置里写明的程序",
    ),
    "annotate": ("Annotate a Word document", "批注 Word 文稿"),
    "restart": ("Restart the server", "重新启动"),
    "showOutput": ("Show output", "显示输出"),
}


def make_settings() -> tuple[dict[str, object], dict[str, str], dict[str, str]]:
    """The settings by name, and the wordings in English and in Chinese."""
    schema = make_schema(load_rulebook())
    properties = _table(schema["properties"])
    definitions = _table(schema["$defs"])
    settings: dict[str, object] = {}
    english = {key: en for key, (en, _) in _COMMANDS.items()}
    chinese = {key: zh for key, (_, zh) in _COMMANDS.items()}
    for name, (shape, en, zh) in _OWN.items():
        settings[f"speechlint.{name}"] = {**shape, "description": f"%settings.{name}%"}
        english[f"settings.{name}"], chinese[f"settings.{name}"] = en, zh
    hints = get_type_hints(Keys, include_extras=True)
    for field in msgspec.structs.fields(Keys):
        name = _camel(field.encode_name)
        (note,) = hints[field.name].__metadata__
        english[f"settings.{name}"] = spoken_note(note, "en")
        chinese[f"settings.{name}"] = spoken_note(note, "zh")
        shape = _inline(properties[field.encode_name], definitions)
        settings[f"speechlint.{name}"] = _unset(_table(shape), f"%settings.{name}%")
    return settings, english, chinese


def write_settings() -> None:
    """Put the settings into the extension's files."""
    settings, english, chinese = make_settings()
    path = FOLDER / "package.json"
    package = json.loads(path.read_text(encoding="utf-8"))
    package["contributes"]["configuration"]["properties"] = settings
    for name, content in (
        ("package.json", package),
        ("package.nls.json", english),
        ("package.nls.zh-cn.json", chinese),
    ):
        text = json.dumps(content, ensure_ascii=False, indent=2)
        (FOLDER / name).write_text(text + "\n", encoding="utf-8")


def _unset(shape: dict[str, object], description: str) -> dict[str, object]:
    """A setting that may be left to the configuration files."""
    kept = {
        key: value for key, value in shape.items() if key not in ("default", "description", "enum")
    }
    if "enum" in shape:
        kept["enum"] = [*_list(shape["enum"]), None]
    kept["type"] = [str(shape.get("type", "string")), "null"]
    return {**kept, "default": None, "description": description, "scope": _SCOPE}


def _inline(shape: object, definitions: dict[str, object]) -> object:
    """A schema without references, codes and parameters of rules: a new rule changes nothing."""
    if isinstance(shape, list):
        return [_inline(one, definitions) for one in shape]
    if not isinstance(shape, dict):
        return shape
    if "$ref" in shape:
        name = str(shape["$ref"]).rpartition("/")[2]
        return {"type": "string"} if name == "Selector" else _inline(definitions[name], definitions)
    inner = {key: value for key, value in shape.items() if key != "properties"}
    return {key: _inline(value, definitions) for key, value in inner.items()}


def _camel(name: str) -> str:
    first, *others = name.split("-")
    return first + "".join(map(str.capitalize, others))


def _table(value: object) -> dict[str, object]:
    assert isinstance(value, dict)
    return value


def _list(value: object) -> list[object]:
    assert isinstance(value, list)
    return value


if __name__ == "__main__":
    write_settings()
