"""A rule, explained to people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from speechlint.diagnostic import Applicability
from speechlint.reports.look import Look
from speechlint.reports.rule_page import page_address
from speechlint.rulebook import Rule


def render(rule: Rule, look: Look) -> Iterator[str]:
    """The rule with its reasons, its parameters, its examples and its page, line by line."""
    yield look.bold(f"{rule.code} {rule.name}") + f"  {look.severity(rule.severity)}"
    yield rule.message.speak(look.language)
    yield from _notes(rule, look)
    yield ""
    yield rule.explain.speak(look.language).strip()
    params = rule.read_params()
    if params:
        yield ""
        yield look.bold(look.say("参数", "Parameters"))
        for key, value in params.items():
            yield f"  {key} = {msgspec.json.encode(value).decode()}"
    yield from _examples(look.say("有问题", "Bad"), rule.examples.bad, look)
    yield from _examples(look.say("没有问题", "Good"), rule.examples.good, look)
    address = page_address(rule, look.language)
    if address:
        yield ""
        yield look.dim(look.say(f"页面：{address}", f"Page: {address}"))


def render_list(rules: Iterable[Rule], look: Look) -> Iterator[str]:
    """All rules, a line each."""
    for rule in rules:
        preview = look.say("  试行", "  preview") if rule.preview else ""
        code = look.tint(rule.code, rule.severity)
        yield f"{code}  {rule.name}  {look.severity(rule.severity)}{look.dim(preview)}"


def _notes(rule: Rule, look: Look) -> Iterator[str]:
    if rule.preview:
        yield look.say("试行中：点名选用才检查", "In preview: applied only when asked for")
    if rule.fix is Applicability.SAFE:
        yield look.say("可用 --fix 改正", "Mended by --fix")
    elif rule.fix is Applicability.UNSAFE:
        yield look.say("可用 --fix --unsafe-fixes 改正", "Mended by --fix --unsafe-fixes")


def _examples(heading: str, drafts: Iterable[str], look: Look) -> Iterator[str]:
    for draft in drafts:
        yield ""
        yield look.bold(heading)
        yield from (f"  {line}" for line in draft.rstrip("\n").split("\n"))
