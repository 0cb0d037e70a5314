"""All rules, found by code, name or prefix; compiled once into the cache."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from zlib import crc32

import msgspec

from speechlint import __version__
from speechlint.cache import files_state, keep_file, kept_files
from speechlint.errors import RuleError
from speechlint.resources import data_folder
from speechlint.rulebook.rule import Rule

ALL = "ALL"
"""The selector of every rule."""


class Rulebook:
    """The rules, sorted by code."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = {rule.code: rule for rule in rules}
        self._codes = {rule.name: rule.code for rule in self._rules.values()}

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._rules.values())

    def __len__(self) -> int:
        return len(self._rules)

    def find(self, code_or_name: str) -> Rule | None:
        """The rule of a code or a name, if there is one."""
        return self._rules.get(self._codes.get(code_or_name, code_or_name))

    def select(self, selector: str) -> frozenset[str]:
        """The codes that a code, a name, a group of codes such as ``NUM``, or ``ALL`` stands for.

        Empty when nothing goes by it.
        """
        if selector == ALL:
            return frozenset(self._rules)
        rule = self.find(selector)
        if rule is not None:
            return frozenset((rule.code,))
        return frozenset(code for code, rule in self._rules.items() if rule.prefix == selector)


def load_rulebook(rule_paths: Sequence[Path] = ()) -> Rulebook:
    """The rules that come with speechlint, and those of the user's own files or folders.

    Raises:
        RuleError: a rule file is wrong, or a path of the user's is not there.
        ResourceError: the installation has no rules.
    """
    roots = [data_folder("rules"), *rule_paths]
    state = _state(roots)
    name = f"rulebook-{crc32(os.fsencode(os.pathsep.join(map(str, roots)))):08x}.msgpack"
    rules = _read_kept(name, state)
    if rules is None:
        # Only now: reading TOML, and importing every check to try the parameters, is the slow way.
        from speechlint.rulebook.loading import load_rules, rule_files, verify_yielding

        rules = load_rules([file for root in roots for file in rule_files(root)])
        verify_yielding(rules)
        keep_file(name, msgspec.msgpack.encode(_Kept(state, rules)))
    return Rulebook(rules)


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    """The rulebook in the cache, with the state of the files it was made of."""

    state: list[str]
    rules: list[Rule]


def _read_kept(name: str, state: list[str]) -> list[Rule] | None:
    for path in kept_files(name):
        try:
            kept = msgspec.msgpack.decode(path.read_bytes(), type=_Kept)
        except (OSError, msgspec.MsgspecError):
            continue
        if kept.state == state:
            return kept.rules
    return None


def _state(roots: Sequence[Path]) -> list[str]:
    """What changes whenever a file of the rulebook does, or a check that reads it.

    Raises:
        RuleError: a path is not there.
    """
    try:
        checks = Path(__file__).resolve().parent.parent / "checks"
        return [__version__, *files_state((*roots, checks), (".toml", ".py"))]
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise RuleError(
            f"{problem.filename}: cannot be read: {reason}", f"{problem.filename}：读不了：{reason}"
        ) from problem
