"""What a run is to look for, and how: one frozen value, whatever it was put together from."""

from __future__ import annotations

import msgspec

from speechlint.diagnostic import Severity
from speechlint.rulebook import ALL, Language


class Keys(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """What users may set; the defaults are those of speechlint.

    Rules are named by code, name, the letters of their code (``NUM``), or ``ALL``. Patterns are
    those of gitignore, relative to the folder of the configuration file.

    Attributes:
        select: the rules to apply, in place of all of them.
        extend_select: rules to apply besides.
        ignore: rules not to apply; of two selectors the more specific wins.
        preview: whether rules in preview are applied without being named.
        severity: severities by rule, in place of the rule's own.
        per_file_ignores: rules not to apply, by pattern.
        genre: what all drafts are, instead of what their title says.
        exclude: files and folders left out.
        include: files taken up besides those with a known suffix.
        rule_paths: files or folders of the user's own rules.
        slogans: fixed phrases that announce no list, such as 四个意识.
        language: of the messages.
        fixable: the rules whose fixes may be applied.
        cache_dir: the folder of the cache; empty for the user's own.
        rules: parameters of checks, by rule.
    """

    select: tuple[str, ...] = (ALL,)
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    severity: dict[str, Severity] = {}
    per_file_ignores: dict[str, tuple[str, ...]] = {}
    genre: str = ""
    exclude: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    rule_paths: tuple[str, ...] = ()
    slogans: tuple[str, ...] = ()
    language: Language = "zh"
    fixable: tuple[str, ...] = (ALL,)
    cache_dir: str = ""
    rules: dict[str, dict[str, object]] = {}


class Settings(Keys, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """The settings of a run.

    Attributes:
        root: the folder that patterns and paths are relative to; empty for the working folder.
        origins: where a setting was made, by key: a file with its key, or an option.
    """

    root: str = ""
    origins: dict[str, str] = {}

    def origin(self, key: str) -> str:
        """Where a setting was made, to name in an error; the key itself when nobody made it."""
        return self.origins.get(key, key)
