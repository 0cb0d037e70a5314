"""The settings that apply to a file: of the nearest configuration file, with options on top."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

from speechlint.errors import SettingsError
from speechlint.settings import Settings
from speechlint.settings.files import find_configuration, read_configuration


class SettingsFinder:
    """Finds the settings of each file, and reads every configuration file once.

    Args:
        configuration: a file to use for all drafts instead of the nearest one.
        isolated: whether configuration files are left alone.
        finish: lays the options of the command line over the settings of a file.
    """

    def __init__(
        self,
        configuration: Path | None = None,
        *,
        isolated: bool = False,
        finish: Callable[[Settings], Settings] = lambda settings: settings,
    ) -> None:
        self._configuration = configuration
        self._isolated = isolated
        self._finish = finish
        self._in_folder = cache(self._find_in_folder)
        self._of_file = cache(self._read)

    def settings_for(self, path: str) -> Settings:
        """The settings for a draft or a folder, which need not exist.

        Raises:
            SettingsError: its configuration file is wrong.
        """
        if self._isolated:
            return self._of_file(None)
        if self._configuration is not None:
            return self._of_file(self._configuration)
        folder = path if Path(path).is_dir() else os.path.split(path)[0]
        return self._of_file(self._in_folder(folder))

    def _find_in_folder(self, folder: str) -> Path | None:
        return find_configuration(Path(folder).absolute())

    def _read(self, file: Path | None) -> Settings:
        if file is None:
            return self._finish(Settings())
        if not file.is_file():
            raise SettingsError(f"{file}: no such configuration file", f"{file}：没有这个配置文件")
        return self._finish(read_configuration(file))
