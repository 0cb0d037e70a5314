"""From a rule file to a rule, strictly: what doesn't fit is an error with file and key."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from string import Formatter

import msgspec

from speechlint.checks import CHECKS, find_check
from speechlint.checks.base import Check
from speechlint.decoding import decode, read_toml
from speechlint.diagnostic import Applicability, Severity
from speechlint.errors import RuleError
from speechlint.rulebook.rule import Examples, Rule, Variant, Wording

LEXICON = "lexicon"
"""The folder of word lists, which are no rules."""

_CODE = re.compile(r"[A-Z]{2,8}[0-9]{1,4}")
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_VERSION = re.compile(r"[0-9]+\.[0-9]+\.[0-9]+")


class _RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """The keys of a rule file."""

    code: str
    severity: Severity
    check: str
    since: str
    message: Wording
    explain: Wording
    examples: Examples
    preview: bool = False
    fix: Applicability | None = None
    yields_to: tuple[str, ...] = ()
    params: dict[str, object] = {}
    related: dict[str, Wording] = {}
    variants: dict[str, Variant] = {}


def rule_files(root: Path) -> list[Path]:
    """The rule files under a folder, sorted, or the file itself."""
    if not root.is_dir():
        return [root]
    found = (path for path in root.rglob("*.toml") if LEXICON not in path.relative_to(root).parts)
    return sorted(found)


def load_rules(files: Collection[Path]) -> list[Rule]:
    """The rules of several files, sorted by code.

    Raises:
        RuleError: a file is wrong, or two share a code or a name.
    """
    rules: dict[str, Rule] = {}
    for path in files:
        rule = load_rule(path)
        for taken in (rules.get(rule.code), rules.get(rule.name)):
            if taken is not None:
                key = "code" if taken.code == rule.code else "name"
                raise RuleError(
                    f"{path}: {key}: “{getattr(rule, key)}” is taken by {taken.path}",
                    f"{path}：{key}：“{getattr(rule, key)}”已被 {taken.path} 用了",
                )
        rules[rule.code] = rules[rule.name] = rule
    return sorted({rule.code: rule for rule in rules.values()}.values(), key=lambda r: r.code)


def verify_yielding(rules: Collection[Rule]) -> None:
    """See that rules yield to rules that are there.

    Raises:
        RuleError: one doesn't.
    """
    codes = {rule.code for rule in rules}
    for rule in rules:
        for code in rule.yields_to:
            _choose(Path(rule.path), "yields-to", code, codes)


def load_rule(path: Path) -> Rule:
    """The rule of one file.

    Raises:
        RuleError: the file is wrong; the message begins with its path and names the key.
    """
    file = decode(read_toml(path, RuleError), _RuleFile, where=str(path), error=RuleError)
    _expect(path, "name", path.stem, _NAME, "sequence-gap")
    _expect(path, "code", file.code, _CODE, "NUM001")
    _expect(path, "since", file.since, _VERSION, "0.1.0")
    _choose(path, "check", file.check, CHECKS)
    kind = find_check(file.check)
    check = decode(file.params, kind, where=str(path), error=RuleError, key="params")
    try:
        check.verify()
    except ValueError as problem:
        raise RuleError(f"{path}: params: {problem}", f"{path}：params：{problem}") from problem
    for key, wording, facts in _templates(path, file, kind):
        for language in ("zh", "en"):
            _check_template(path, f"{key}.{language}", wording.speak(language), facts)
    _check_examples(path, file.examples)
    return Rule(
        code=file.code,
        name=path.stem,
        group=path.parent.name,
        path=str(path).encode("utf-8", "backslashreplace").decode(),
        severity=file.severity,
        check=file.check,
        params=msgspec.msgpack.encode(check),
        message=file.message,
        related=file.related,
        variants=file.variants,
        explain=file.explain,
        examples=file.examples,
        since=file.since,
        fix=file.fix,
        preview=file.preview,
        yields_to=file.yields_to,
    )


def _templates(
    path: Path, file: _RuleFile, kind: type[Check]
) -> Iterator[tuple[str, Wording, frozenset[str]]]:
    """The templates of a rule: their key, their texts, and the facts they may use."""
    yield "message", file.message, kind.facts
    for role, wording in file.related.items():
        _choose(path, f"related.{role}", role, kind.roles)
        yield f"related.{role}", wording, kind.roles[role]
    for name, variant in file.variants.items():
        _choose(path, f"variants.{name}", name, kind.variants)
        if variant.message is not None:
            yield f"variants.{name}.message", variant.message, kind.facts


def _check_template(path: Path, key: str, template: str, facts: frozenset[str]) -> None:
    if not template.strip():
        raise RuleError(f"{path}: {key}: is empty", f"{path}：{key}：不能为空")
    try:
        parts = list(Formatter().parse(template))
    except ValueError as problem:
        raise RuleError(
            f"{path}: {key}: {problem}; a brace itself is written twice",
            f"{path}：{key}：花括号不成对；花括号本身要写两遍",
        ) from problem
    for _, name, form, conversion in parts:
        if name is None:
            continue
        if form or conversion:
            raise RuleError(
                f"{path}: {key}: “{{{name}}}” takes no format",
                f"{path}：{key}：“{{{name}}}”后面不能带格式",
            )
        _choose(path, key, name, facts)


def _check_examples(path: Path, examples: Examples) -> None:
    for kind, drafts in (("bad", examples.bad), ("good", examples.good)):
        if not drafts:
            raise RuleError(
                f"{path}: examples.{kind}: at least one is wanted",
                f"{path}：examples.{kind}：至少要有一例",
            )
    for number, draft in enumerate(examples.bad):
        if "⟦" not in draft or draft.count("⟦") != draft.count("⟧"):
            raise RuleError(
                f"{path}: examples.bad[{number}]: wants the place of the finding between ⟦ and ⟧",
                f"{path}：examples.bad[{number}]：要用 ⟦ 和 ⟧ 标出问题所在",
            )
    for number, draft in enumerate(examples.good):
        if "⟦" in draft or "⟧" in draft:
            raise RuleError(
                f"{path}: examples.good[{number}]: has a mark, though nothing is to be found",
                f"{path}：examples.good[{number}]：正例里不能有 ⟦ ⟧",
            )


def _expect(path: Path, key: str, value: str, form: re.Pattern[str], example: str) -> None:
    if not form.fullmatch(value):
        raise RuleError(
            f"{path}: {key}: “{value}” is not of the form {example}",
            f"{path}：{key}：“{value}”写法不对，要像 {example} 这样",
        )


def _choose(path: Path, key: str, value: str, allowed: Collection[str]) -> None:
    if value not in allowed:
        choices = ", ".join(sorted(allowed)) or "—"
        raise RuleError(
            f"{path}: {key}: “{value}” is none of: {choices}",
            f"{path}：{key}：“{value}”不在可用的值之列：{choices}",
        )
