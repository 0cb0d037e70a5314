"""Settings: what a run looks for, and how."""

from speechlint.settings.selection import ChosenRule, choose_rules
from speechlint.settings.settings import Settings

__all__ = ["ChosenRule", "Settings", "choose_rules"]
