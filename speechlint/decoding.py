"""From TOML to frozen structs, strictly: an error names the file, the key and what would fit.

msgspec decodes; only when it refuses is the value walked again, to find the key.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from pathlib import Path
from types import UnionType
from typing import Annotated, Literal, TypeVar, Union, get_args, get_origin

import msgspec

from speechlint.errors import SpeechlintError

T = TypeVar("T")

_WRONG_TYPE = "Expected `([^`]+)`, got `([^`]+)`"

_TYPES = {
    "str": ("a text", "带引号的文字"),
    "int": ("a whole number", "整数"),
    "float": ("a number", "数"),
    "bool": ("true or false", " true 或 false"),
    "array": ("a list", "列表"),
    "object": ("a table", "表"),
}
"""What msgspec calls types, and what people do."""


def read_toml(path: Path, error: type[SpeechlintError]) -> dict[str, object]:
    """The table that a TOML file holds.

    Raises:
        SpeechlintError: of the given class: unreadable, not UTF-8, or not TOML.
    """
    import tomli  # not needed as long as everything read is in the cache

    try:
        return tomli.loads(path.read_bytes().decode("utf-8"))
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise error(f"{path}: cannot be read: {reason}", f"{path}：读不了：{reason}") from problem
    except UnicodeDecodeError as problem:
        raise error(f"{path}: is not UTF-8", f"{path}：不是 UTF-8 编码") from problem
    except tomli.TOMLDecodeError as problem:
        raise error(
            f"{path}: is not valid TOML: {problem}", f"{path}：不是合法的 TOML：{problem}"
        ) from problem


def decode(
    value: object, shape: type[T], *, where: str, error: type[SpeechlintError], key: str = ""
) -> T:
    """A value of a type, or an error that begins with ``where`` and names the key.

    Args:
        value: what a TOML file holds, or a part of it.
        shape: the type wanted.
        where: the file to name in the error; may be empty when the key says enough.
        error: the class of the error.
        key: the dotted key at which the value stands.

    Raises:
        SpeechlintError: of the given class: a key is unknown or missing, or a value doesn't fit.
    """
    try:
        return msgspec.convert(value, shape)
    except msgspec.ValidationError as problem:
        fault = _Fault.find(value, shape, key) or _Fault(key, str(problem), str(problem))
        place = [part for part in (where, fault.key) if part]
        raise error(": ".join((*place, fault.en)), "：".join((*place, fault.zh))) from problem


class _Fault(msgspec.Struct, frozen=True):
    """What is wrong with a value, and at which key."""

    key: str
    en: str
    zh: str

    @classmethod
    def find(cls, value: object, shape: object, key: str) -> _Fault | None:
        """The first fault in a value, as deep as it can be placed."""
        if get_origin(shape) is Annotated:
            shape = get_args(shape)[0]
        if isinstance(shape, type) and issubclass(shape, msgspec.Struct):
            return cls._in_struct(value, shape, key)
        origin, arguments = get_origin(shape), get_args(shape)
        if origin in (Union, UnionType) and type(None) in arguments:
            inner = [argument for argument in arguments if argument is not type(None)]
            if len(inner) == 1:
                return cls.find(value, inner[0], key)
        if origin is dict and isinstance(value, dict):
            return cls._first(
                cls.find(v, arguments[1], _join(key, str(k))) for k, v in value.items()
            )
        if origin in (tuple, list, frozenset, set) and isinstance(value, list):
            return cls._first(cls.find(v, arguments[0], f"{key}[{n}]") for n, v in enumerate(value))
        return cls._in_value(value, shape, key)

    @classmethod
    def _in_struct(cls, value: object, shape: type[msgspec.Struct], key: str) -> _Fault | None:
        if not isinstance(value, dict):
            return cls(key, "a table is wanted", "这里要写成一个表")
        fields = {field.encode_name: field for field in msgspec.structs.fields(shape)}
        allowed = ", ".join(sorted(fields))
        for name in value:
            if name not in fields and shape.__struct_config__.forbid_unknown_fields:
                return cls(
                    _join(key, str(name)),
                    f"unknown key; allowed: {allowed}",
                    f"没有这个键；可用：{allowed}",
                )
        for name, field in fields.items():
            if field.required and name not in value:
                return cls(_join(key, name), "is missing", "缺了这一项")
        return cls._first(
            cls.find(value[name], field.type, _join(key, name))
            for name, field in fields.items()
            if name in value
        )

    @classmethod
    def _in_value(cls, value: object, shape: object, key: str) -> _Fault | None:
        try:
            msgspec.convert(value, shape)
        except msgspec.ValidationError as problem:
            allowed = _allowed(shape)
            if allowed:
                choices = ", ".join(allowed)
                return cls(
                    key,
                    f"“{value}” is none of: {choices}",
                    f"“{value}”不在可用的值之列：{choices}",
                )
            reason = str(problem)
            wrong = re.compile(_WRONG_TYPE).match(reason)
            if wrong is None:
                return cls(key, reason, reason)
            wanted, given = (_TYPES.get(name, (name, name)) for name in wrong.groups())
            return cls(
                key, f"wants {wanted[0]}, got {given[0]}", f"要{wanted[1]}，不能是{given[1]}"
            )
        return None

    @staticmethod
    def _first(faults: Iterable[_Fault | None]) -> _Fault | None:
        return next((fault for fault in faults if fault is not None), None)


def _join(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name


def _allowed(shape: object) -> list[str]:
    if isinstance(shape, type) and issubclass(shape, Enum):
        return [str(member.value) for member in shape]
    if get_origin(shape) is Literal:
        return [str(value) for value in get_args(shape)]
    return []
