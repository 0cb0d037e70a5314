"""What a run is to look for, and how: one frozen value, whatever it was put together from."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from speechlint.diagnostic import Severity
from speechlint.rulebook import ALL, Language


def key_note(en: str, zh: str, *, ge: int | None = None) -> Meta:
    """What a key is for; it goes into the schema and into a new configuration file.

    Args:
        en: in English.
        zh: in Chinese.
        ge: the least number that the key takes.
    """
    return Meta(description=en, extra={"zh": zh}, ge=ge)


class Keys(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """What users may set, with what each key is for; the defaults are those of speechlint.

    Rules are named by code, name, the letters of their code (``NUM``), or ``ALL``; of two selectors
    the more specific wins. Patterns are those of a .gitignore, relative to the folder of the
    configuration file.
    """

    select: Annotated[
        tuple[str, ...],
        key_note("The rules to apply, in place of all of them.", "只用这些规则"),
    ] = (ALL,)
    extend_select: Annotated[
        tuple[str, ...],
        key_note("Rules to apply besides, such as rules in preview.", "另外再用的规则，如试行的"),
    ] = ()
    ignore: Annotated[tuple[str, ...], key_note("Rules not to apply.", "不用的规则")] = ()
    preview: Annotated[
        bool,
        key_note("Whether rules in preview are applied without being named.", "试行的规则也用"),
    ] = False
    severity: Annotated[
        dict[str, Severity],
        key_note("Severities by rule, in place of the rule's own.", "改变规则的轻重"),
    ] = {}
    per_file_ignores: Annotated[
        dict[str, tuple[str, ...]],
        key_note("Rules not to apply to some files, by pattern.", "某些文件不用的规则"),
    ] = {}
    genre: Annotated[
        str,
        key_note("The genre of all drafts, whatever their titles say.", "所有文稿都当作这个文种"),
    ] = ""
    exclude: Annotated[
        tuple[str, ...],
        key_note("Files and folders to leave out, by pattern.", "不检查的文件和文件夹"),
    ] = ()
    include: Annotated[
        tuple[str, ...],
        key_note("Files to take besides *.txt and *.md, by pattern.", "另外要检查的文件"),
    ] = ()
    rule_paths: Annotated[
        tuple[str, ...],
        key_note("Files or folders with rules of your own.", "自己写的规则放在哪里"),
    ] = ()
    slogans: Annotated[
        tuple[str, ...],
        key_note(
            "Fixed phrases with a number that announce no list.",
            "带数字但后面不必列举的固定说法，如“四个意识”",
        ),
    ] = ()
    language: Annotated[
        Language,
        key_note("The language of messages; by default the system's.", "消息的语言；不写则随系统"),
    ] = "zh"
    fixable: Annotated[
        tuple[str, ...],
        key_note("The rules whose fixes may be applied.", "哪些规则可以自动改"),
    ] = (ALL,)
    cache_dir: Annotated[
        str,
        key_note(
            "The folder of the cache; empty for the user's own.", "缓存放在哪里；空为系统惯例"
        ),
    ] = ""
    speaking_rate: Annotated[
        int,
        key_note(
            "How many characters a speaker reads a minute, for the speaking time of stats.",
            "每分钟念多少字，用来估算讲话时间",
            ge=1,
        ),
    ] = 220
    rules: Annotated[
        dict[str, dict[str, object]],
        key_note("Parameters of checks, by rule.", "规则的参数"),
    ] = {}


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
