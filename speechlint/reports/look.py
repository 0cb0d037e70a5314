"""How a report is to look: its language, its width, and whether it is coloured."""

from __future__ import annotations

import msgspec

from speechlint.diagnostic import Severity
from speechlint.rulebook import Language

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}

_SEVERITIES = {
    "zh": {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"},
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"},
}


class Look(msgspec.Struct, frozen=True):
    """How a report is to look.

    Attributes:
        language: of the words between the messages.
        width: columns of a line; a Chinese character takes two.
        colour: whether terminal colours are used.
        speaking_rate: characters that a speaker reads a minute.
    """

    language: Language = "zh"
    width: int = 100
    colour: bool = False
    speaking_rate: int = 220

    def say(self, zh: str, en: str) -> str:
        """One of two wordings, by the language."""
        return zh if self.language == "zh" else en

    def severity(self, severity: Severity) -> str:
        """The word for a severity, in its colour."""
        return self.paint(_SEVERITIES[self.language][severity], "1", _COLOURS[severity])

    def tint(self, text: str, severity: Severity) -> str:
        """A text in the colour of a severity."""
        return self.paint(text, _COLOURS[severity])

    def bold(self, text: str) -> str:
        """A text that stands out."""
        return self.paint(text, "1")

    def dim(self, text: str) -> str:
        """A text that stands back."""
        return self.paint(text, "2")

    def paint(self, text: str, *attributes: str) -> str:
        """A text with terminal attributes, when colours are used."""
        return f"\x1b[{';'.join(attributes)}m{text}\x1b[0m" if self.colour and text else text
