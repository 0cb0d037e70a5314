"""Where drafts lie, and which settings hold there."""

from __future__ import annotations

import os
from collections.abc import Iterable
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
from speechlint.server.preferences import Preferences
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
        self.preferences = Preferences()
        self._language = language
        self._renew()

    @property
    def language(self) -> Language:
        """The language to speak where no settings say otherwise."""
        chosen = self.preferences.keys.get("language")
        if chosen in ("zh", "en"):
            return "en" if chosen == "en" else "zh"
        if not self._language:
            return locale_language()
        return "zh" if self._language.startswith("zh") else "en"

    def prefer(self, preferences: Preferences) -> None:
        """Take up what the user set in the editor."""
        self.preferences = preferences
        self._renew()

    def forget(self) -> None:
        """Read configuration and rule files anew from now on."""
        forget_linters()
        self._renew()

    def settings_for(self, document: OpenDocument) -> Settings:
        """The settings for a document; one never saved belongs to the first folder.

        Raises:
            SettingsError: its configuration file is wrong.
        """
        path = path_of(document.uri)
        if path is not None:
            return self._finder.settings_for(str(path))
        if self.folders:
            return self._finder.settings_for(str(self.folders[0]))
        return self.fallback()

    def fallback(self) -> Settings:
        """The settings where none can be found."""
        return self._finish(Settings())

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
        for path in search_drafts([str(folder) for folder in self.folders], self._finder).drafts:
            uri = from_fs_path(path)
            if uri and not path.lower().endswith(_WORD_SUFFIXES):
                yield uri, Path(path)

    def _renew(self) -> None:
        chosen = self.preferences.configuration
        configuration = Path(*self.folders[:1], chosen) if chosen else None
        self._finder = SettingsFinder(
            configuration, isolated=self.preferences.isolated, finish=self._finish
        )

    def _finish(self, settings: Settings) -> Settings:
        settings = self.preferences.lay_over(settings)
        if "language" in settings.origins:
            return settings
        return msgspec.structs.replace(settings, language=self.language)
