"""The errors of speechlint: one small tree, every message one line that names path and key.

SpeechlintError
├── SourceError        a draft cannot be read (missing, undecodable, damaged)
├── RuleError          a rule file or the rulebook is wrong
├── SettingsError      a configuration file, an option or a rule code is wrong
└── ResourceError      the grammar or the rules are not where they should be
"""

from __future__ import annotations


class SpeechlintError(Exception):
    """The tool could not do its work; shells print the message on one line and exit with 2.

    ``str(error)`` is English; where a Chinese wording was given, ``wording("zh")`` has it.
    """

    def __init__(self, message: str, zh: str | None = None) -> None:
        super().__init__(message, zh)
        self.message = message
        self.zh = message if zh is None else zh

    def __str__(self) -> str:
        return self.message

    def wording(self, language: str) -> str:
        """The message in a language, ``zh`` or ``en``."""
        return self.zh if language == "zh" else self.message


class SourceError(SpeechlintError):
    """A draft cannot be read."""


class RuleError(SpeechlintError):
    """A rule file is wrong, or a rule is not there."""


class SettingsError(SpeechlintError):
    """A configuration file or an option is wrong."""


class ResourceError(SpeechlintError):
    """The grammar or the rules are missing from the installation."""
