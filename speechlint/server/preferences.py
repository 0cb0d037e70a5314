"""What a user sets in the editor."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import msgspec

from speechlint.decoding import decode
from speechlint.errors import SettingsError
from speechlint.settings import Keys, Settings

SECTION = "speechlint"
"""The section of the editor's configuration that is ours."""

_CAPITAL = re.compile("([A-Z])")


class Preferences(msgspec.Struct, frozen=True):
    """What the editor's own configuration says.

    Attributes:
        configuration: a configuration file for all drafts, in place of the nearest one.
        isolated: whether configuration files are left alone.
        inlay_hints: whether to show beside an announcement how many items follow.
        keys: the keys of a configuration file that are set, by the name of their field.
    """

    configuration: str = ""
    isolated: bool = False
    inlay_hints: bool = False
    keys: dict[str, object] = {}

    def lay_over(self, settings: Settings) -> Settings:
        """Settings with those of the editor on top."""
        if not self.keys:
            return settings
        names = (key.replace("_", "-") for key in self.keys)
        origins = {**settings.origins, **{name: f"{SECTION}.{name}" for name in names}}
        return msgspec.structs.replace(settings, origins=origins, **self.keys)


class Choices(msgspec.Struct, frozen=True):
    """What the editor's configuration says in each place.

    Attributes:
        everywhere: what holds where nothing else does.
        by_folder: what holds in a folder that is open, in place of that.
    """

    everywhere: Preferences = Preferences()
    by_folder: dict[Path, Preferences] = {}

    def of(self, folder: Path | None) -> Preferences:
        """What holds in a folder, or outside any."""
        found = self.by_folder.get(folder) if folder else None
        return found or self.everywhere


class _Own(msgspec.Struct, frozen=True, rename="kebab"):
    """The keys that only an editor has."""

    configuration: str = ""
    isolated: bool = False
    inlay_hints: bool = False


def read_preferences(value: object) -> Preferences:
    """What an editor sends as its configuration; keys in any spelling, null for what isn't set.

    Raises:
        SettingsError: a key is unknown, or a value doesn't fit.
    """
    if isinstance(value, Mapping) and isinstance(value.get(SECTION), Mapping):
        value = value[SECTION]
    if not isinstance(value, Mapping):
        return Preferences()
    given = {_kebab(str(key)): one for key, one in value.items() if one is not None}
    given = {key: one for key, one in given.items() if not key.startswith(("trace", "server"))}
    names = {field.encode_name for field in msgspec.structs.fields(_Own)}
    own_table = {key: one for key, one in given.items() if key in names}
    own = decode(own_table, _Own, where=SECTION, error=SettingsError)
    others = {key: one for key, one in given.items() if key not in names}
    keys = decode(others, Keys, where=SECTION, error=SettingsError)
    fields = [name.replace("-", "_") for name in others]
    return Preferences(
        configuration=own.configuration,
        isolated=own.isolated,
        inlay_hints=own.inlay_hints,
        keys={field: getattr(keys, field) for field in fields},
    )


def _kebab(key: str) -> str:
    return _CAPITAL.sub(lambda found: f"-{found[0].lower()}", key)
