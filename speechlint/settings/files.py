"""Configuration files: found up the tree, read strictly, laid over a preset and the defaults."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import msgspec

from speechlint.decoding import decode, read_toml
from speechlint.errors import SettingsError
from speechlint.settings.presets import PRESETS
from speechlint.settings.settings import Keys, Settings, key_note

FILE_NAMES = ("speechlint.toml", ".speechlint.toml", "pyproject.toml")
"""The names of configuration files; of several in one folder the first counts."""

_TABLE = "tool.speechlint"


class ConfigurationFile(
    Keys, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"
):
    """The keys of a configuration file."""

    extend: Annotated[
        Literal["strict", "relaxed"] | None,
        key_note(
            "A preset to begin with: strict applies rules in preview, relaxed none of style.",
            "以哪套预设为底：strict 连试行的规则也用，relaxed 不管文风",
        ),
    ] = None


def find_configuration(folder: Path) -> Path | None:
    """The nearest configuration file in a folder or above it.

    A ``pyproject.toml`` counts only with a table ``tool.speechlint``.

    Raises:
        SettingsError: a ``pyproject.toml`` on the way cannot be read.
    """
    for place in (folder, *folder.parents):
        for name in FILE_NAMES:
            path = place / name
            if path.is_file() and (name != "pyproject.toml" or _table(path) is not None):
                return path
    return None


def read_configuration(path: Path) -> Settings:
    """The settings that a file makes, on top of its preset and the defaults.

    Raises:
        SettingsError: the file cannot be read, or a key or value is wrong; the message begins with
            the path and names the key.
    """
    prefix = f"{_TABLE}." if path.name == "pyproject.toml" else ""
    table = _table(path) if prefix else read_toml(path, SettingsError)
    if table is None:
        raise SettingsError(
            f"{path}: has no table [{_TABLE}]", f"{path}：里面没有 [{_TABLE}] 这个表"
        )
    where = str(path)
    file = decode(table, ConfigurationFile, where=where, error=SettingsError, key=prefix[:-1])
    preset = PRESETS[file.extend] if file.extend else {}
    merged: dict[str, object] = {**preset, **table}
    merged.pop("extend", None)
    origins = dict.fromkeys(preset, f"{path}: {prefix}extend = “{file.extend}”")
    origins |= {key: f"{path}: {prefix}{key}" for key in table if key != "extend"}
    keys = decode(merged, Settings, where=where, error=SettingsError)
    return msgspec.structs.replace(keys, root=str(path.parent), origins=origins)


def _table(path: Path) -> dict[str, object] | None:
    """The table ``tool.speechlint`` of a ``pyproject.toml``, if it has one."""
    tool = read_toml(path, SettingsError).get("tool")
    table = tool.get("speechlint") if isinstance(tool, dict) else None
    return table if isinstance(table, dict) else None
