"""What each rule costs, where the others have already worked out what they share."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.corpus import make_drafts
from benchmarks.table import Row
from benchmarks.timing import best_of
from speechlint import Settings, Source, parse
from speechlint.draft import Draft
from speechlint.rulebook import load_rulebook
from speechlint.settings import ChosenRule, choose_rules

_CODE_POINTS = 300_000


def rows() -> Iterator[Row]:
    """Nanoseconds a code point of every default rule, the dearest first."""
    sources = [Source("draft.txt", text) for text in make_drafts(_CODE_POINTS)]
    drafts = [Draft(source, parse(source)) for source in sources]
    length = sum(len(source.text) for source in sources)
    rules = choose_rules(load_rulebook(), Settings())
    costs = [(_cost(rule, drafts) / length * 1e9, rule) for rule in rules]
    for cost, rule in sorted(costs, key=lambda one: -one[0]):
        yield Row(f"{rule.rule.code} {rule.rule.name}", f"{cost:.1f} ns/char")
    yield Row("all of them", f"{sum(cost for cost, _ in costs):.1f} ns/char")


def _cost(rule: ChosenRule, drafts: list[Draft]) -> float:
    return best_of(3, lambda: [list(rule.check.run(draft)) for draft in drafts])
