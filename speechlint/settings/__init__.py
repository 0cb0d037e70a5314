"""Settings: what a run looks for, and how."""

from speechlint.settings.genre import choose_genre
from speechlint.settings.per_file import PerFileIgnores
from speechlint.settings.selection import ChosenRule, choose_rules
from speechlint.settings.settings import Keys, Settings

__all__ = ["ChosenRule", "Keys", "PerFileIgnores", "Settings", "choose_genre", "choose_rules"]
