"""Writing a setting as TOML would have it."""

from __future__ import annotations

from enum import Enum

import msgspec


def toml_value(value: object) -> str:
    """A value on one line; a table is written inline.

    A JSON string is a TOML string as well, and so are numbers and truth values.
    """
    if isinstance(value, Enum):
        return toml_value(value.value)
    if isinstance(value, (tuple, list)):
        return "[" + ", ".join(map(toml_value, value)) + "]"
    if isinstance(value, dict):
        pairs = [f"{toml_value(str(key))} = {toml_value(inner)}" for key, inner in value.items()]
        return "{ " + ", ".join(pairs) + " }" if pairs else "{}"
    return msgspec.json.encode(value).decode()
