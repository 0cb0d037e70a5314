"""The settings that apply to a draft, each with where it was made."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from speechlint.reports.look import Look
from speechlint.settings import Keys, Settings
from speechlint.settings.values import toml_value


class JsonSetting(msgspec.Struct, frozen=True):
    """A setting; the origin is null for a default."""

    value: object
    origin: str | None


class JsonSettings(msgspec.Struct, frozen=True):
    """All settings that apply to a path."""

    schema: int
    path: str
    settings: dict[str, JsonSetting]


def render(settings: Settings, look: Look) -> Iterator[str]:
    """A line a setting, as a configuration file would have it; defaults stand back."""
    for key, value in _values(settings):
        line = f"{key} = {toml_value(value)}"
        origin = settings.origins.get(key)
        if origin is None:
            yield look.dim(line + look.say("  # 默认", "  # default"))
        else:
            yield f"{line}  {look.dim('# ' + origin)}"


def render_json(path: str, settings: Settings) -> str:
    """One JSON document, on one line."""
    listed = {
        key: JsonSetting(value, settings.origins.get(key)) for key, value in _values(settings)
    }
    return msgspec.json.encode(JsonSettings(1, path, listed)).decode()


def _values(settings: Settings) -> Iterator[tuple[str, object]]:
    for field in msgspec.structs.fields(Keys):
        yield field.encode_name, getattr(settings, field.name)
