"""A new configuration file: every key with what it is for and its default, commented out."""

from __future__ import annotations

from typing import get_type_hints

import msgspec
from msgspec import Meta

from speechlint.rulebook import Language
from speechlint.settings.files import ConfigurationFile
from speechlint.settings.values import toml_value

_HEADING = {
    "zh": "# speechlint 的配置。去掉行首的“#”并改动即可生效；规则见 speechlint rule --all。",
    "en": "# Settings of speechlint: take out a “#” to set a key. Rules: speechlint rule --all",
}


def make_template(language: Language) -> str:
    """The text of a configuration file that sets nothing."""
    lines = [_HEADING[language]]
    hints = get_type_hints(ConfigurationFile, include_extras=True)
    fields = msgspec.structs.fields(ConfigurationFile)
    for field in sorted(fields, key=lambda field: field.name != "extend"):
        (note,) = hints[field.name].__metadata__
        default = "strict" if field.name == "extend" else field_default(field)
        lines += ["", f"# {spoken_note(note, language)}"]
        lines.append(f"# {field.encode_name} = {toml_value(default)}")
    return "\n".join(lines) + "\n"


def spoken_note(note: Meta, language: Language) -> str:
    """What a key is for."""
    return str((note.extra or {})["zh"] if language == "zh" else note.description)


def field_default(field: msgspec.structs.FieldInfo) -> object:
    """The default of a key."""
    if field.default_factory is not msgspec.NODEFAULT:
        return field.default_factory()
    return field.default
