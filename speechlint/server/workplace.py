"""Where drafts lie, and which settings hold there."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

import msgspec
from pygls.uris import from_fs_path, to_fs_path

from speechlint.cli.wording import locale_language
from speechlint.linter import forget_linters
from speechlint.readers.ignoring import Patterns
from speechlint.rulebook import Language
from speechlint.runner import SettingsFinder, search_drafts
from speechlint.server.documents import OpenDocument
from speechlint.server.preferences import Choices, Preferences
from speechlint.settings import Settings

_MARKDOWN = ".md"
_WORD_SUFFIXES = (".docx", ".doc", ".wps")
"""Positions in these mean nothing to an editor of texts."""


def path_of(uri: str) -> Path | None:
    """The file that a name in the editor stands for; none for a text that was never saved."""
    if urlsplit(uri).scheme != "file":
        return None
    path = to_fs_path(uri)
    return Path(path) if path else None


def name_of(document: OpenDocument) -> str:
    """The path to read a document by: its suffix tells the format."""
    path = path_of(document.uri)
    name = str(path) if path else unquote(urlsplit(document.uri).path) or document.uri
    if document.language_id == "markdown" and not Path(name).suffix:
        return name + _MARKDOWN
    return name


class Workplace:
    """The folders that are open, and the settings for what lies in them and elsewhere."""

    def __init__(self, folders: Iterable[Path] = (), language: str = "") -> None:
        self.folders = list(folders)
        self.choices = Choices()
        self._language = language
        self._finders: dict[Path | None, SettingsFinder] = {}

    @property
    def language(self) -> Language:
        """The language to speak where no settings say otherwise."""
        chosen = self.choices.everywhere.keys.get("language")
        if chosen in ("zh", "en"):
            return "en" if chosen == "en" else "zh"
        if not self._language:
            return locale_language()
        return "zh" if self._language.startswith("zh") else "en"

    def prefer(self, choices: Choices) -> None:
        """Take up what the user set in the editor."""
        self.choices = choices
        self._finders.clear()

    def forget(self) -> None:
        """Read configuration and rule files anew from now on."""
        forget_linters()
        self._finders.clear()

    def preferences_for(self, uri: str) -> Preferences:
        """What the user set in the editor for a document."""
        return self.choices.of(self._folder_of(path_of(uri)))

    def settings_for(self, document: OpenDocument) -> Settings:
        """The settings for a document; one never saved belongs to the first folder.

        Raises:
            SettingsError: its configuration file is wrong.
        """
        path = path_of(document.uri)
        folder = self._folder_of(path)
        place = path or folder
        return self._finder(folder).settings_for(str(place)) if place else self.fallback()

    def fallback(self) -> Settings:
        """The settings where none can be found."""
        return self._finish(None, Settings())

    def plain(self) -> Settings:
        """The settings that cannot be wrong."""
        return Settings(language=self.language)

    def excludes(self, document: OpenDocument, settings: Settings) -> bool:
        """Whether the configuration leaves a document out."""
        path = path_of(document.uri)
        if path is None or not settings.exclude:
            return False
        patterns = Patterns(Path(settings.root), settings.exclude)
        return bool(patterns.match(os.path.realpath(path)))

    def drafts(self) -> Iterable[tuple[str, Path]]:
        """The drafts in the folders, each with its name in the editor.

        Raises:
            SourceError: a folder has gone.
            SettingsError: a configuration file is wrong.
        """
        for folder in self.folders:
            for path in search_drafts([str(folder)], self._finder(folder)).drafts:
                uri = from_fs_path(path)
                readable = uri and not path.lower().endswith(_WORD_SUFFIXES)
                # What lies in a folder inside another one is found there, by its settings.
                if readable and self._folder_of(Path(path)) == folder:
                    yield uri, Path(path)

    def title_of(self, path: Path) -> str:
        """What the user knows a draft by: its path in its folder, and which, of several."""
        folder = self._folder_of(path)
        if folder is None:
            return str(path)
        return str(path.relative_to(folder.parent if len(self.folders) > 1 else folder))

    def _folder_of(self, path: Path | None) -> Path | None:
        """The innermost folder that a file lies in."""
        if path is None:
            return next(iter(self.folders), None)
        above = [folder for folder in self.folders if path.is_relative_to(folder)]
        return max(above, key=lambda folder: len(folder.parts), default=None)

    def _finder(self, folder: Path | None) -> SettingsFinder:
        finder = self._finders.get(folder)
        if finder is None:
            finder = self._finders[folder] = self._make_finder(folder)
        return finder

    def _make_finder(self, folder: Path | None) -> SettingsFinder:
        preferences = self.choices.of(folder)
        configuration: Path | None = None
        if preferences.configuration:
            root = folder or next(iter(self.folders), Path())
            configuration = root / preferences.configuration
        return SettingsFinder(
            configuration, isolated=preferences.isolated, finish=partial(self._finish, folder)
        )

    def _finish(self, folder: Path | None, settings: Settings) -> Settings:
        """Settings with those of the editor on top; paths in those are relative to the folder."""
        settings = self.choices.of(folder).lay_over(settings)
        if folder is not None and not settings.root:
            settings = msgspec.structs.replace(settings, root=str(folder))
        if "language" in settings.origins:
            return settings
        return msgspec.structs.replace(settings, language=self.language)
