"""All rules, found by code, name or prefix; compiled once into the cache."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

import msgspec

from speechlint import __version__
from speechlint.cache import cache_folder, write_atomically
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
    key = _state(roots)
    stored = cache_folder() / f"rulebook-{_digest(map(str, roots))}.msgpack"
    rules = _read_stored(stored, key)
    if rules is None:
        # Only now: reading TOML, and importing every check to try the parameters, is the slow way.
        from speechlint.rulebook.loading import load_rules, rule_files

        rules = load_rules([file for root in roots for file in rule_files(root)])
        write_atomically(stored, msgspec.msgpack.encode(_Stored(key, rules)))
    return Rulebook(rules)


class _Stored(msgspec.Struct, frozen=True, array_like=True):
    """The rulebook in the cache, with the state of the files it was made of."""

    key: str
    rules: list[Rule]


def _read_stored(path: Path, key: str) -> list[Rule] | None:
    try:
        stored = msgspec.msgpack.decode(path.read_bytes(), type=_Stored)
    except (OSError, msgspec.MsgspecError):
        return None
    return stored.rules if stored.key == key else None


def _state(roots: Sequence[Path]) -> str:
    """What changes whenever a file of the rulebook does, or a check that reads it."""
    files = [file for root in roots for file in _walk(root)]
    files.extend(_walk(Path(__file__).resolve().parent.parent / "checks"))
    return _digest([__version__, *sorted(files)])


def _walk(root: Path) -> Iterator[str]:
    """Every TOML or Python file under a folder, with its size and time; or the file itself."""
    try:
        if not root.is_dir():
            status = root.stat()
            yield f"{root}:{status.st_size}:{status.st_mtime_ns}"
            return
        folders = [str(root)]
        while folders:
            with os.scandir(folders.pop()) as entries:
                for entry in entries:
                    if entry.is_dir():
                        folders.append(entry.path)
                    elif entry.name.endswith((".toml", ".py")):
                        status = entry.stat()
                        yield f"{entry.path}:{status.st_size}:{status.st_mtime_ns}"
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise RuleError(
            f"{root}: cannot be read: {reason}", f"{root}：读不了：{reason}"
        ) from problem


def _digest(parts: Iterable[str]) -> str:
    return blake2b("\n".join(parts).encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()
