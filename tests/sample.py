"""A check and a rule to try the machinery with: it finds a word."""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import ClassVar

import pytest

from speechlint import checks
from speechlint.checks.base import Check
from speechlint.diagnostic import Edit, Finding, Partner
from speechlint.draft import Draft
from speechlint.source import Span


class Word(Check, frozen=True):
    """Finds every occurrence of a word; a long draft makes it a lesser matter."""

    facts: ClassVar[frozenset[str]] = frozenset({"word", "count"})
    roles: ClassVar[dict[str, frozenset[str]]] = {"first": frozenset({"word"})}
    variants: ClassVar[frozenset[str]] = frozenset({"later"})

    the_word: str
    better: str = ""

    def run(self, draft: Draft) -> Iterator[Finding]:
        places = []
        start = draft.text.find(self.the_word)
        while start >= 0:
            places.append(Span(start, start + len(self.the_word)))
            start = draft.text.find(self.the_word, start + 1)
        for number, span in enumerate(places):
            yield Finding(
                span=span,
                facts=(("word", self.the_word), ("count", len(places))),
                partners=(Partner(places[0], "first", (("word", self.the_word),)),) * bool(number),
                edits=(Edit(span, self.better),) if self.better else (),
                variant="later" if number else "",
            )


RULE = """\
code = "TST001"
severity = "error"
check = "word"
since = "0.1.0"
fix = "safe"

[params]
the-word = "的话"
better = "的讲话"

[message]
zh = "“{word}”出现了 {count} 次"
en = "“{word}” occurs {count} times"

[related.first]
zh = "最先在这里"
en = "first here"

[variants.later]
severity = "info"
message = { zh = "又是“{word}”", en = "“{word}” again" }

[explain]
zh = "口语。"
en = "Colloquial."

[examples]
bad = ['''
领导⟦的话⟧
''']
good = ['''
领导的讲话
''']
"""


def register() -> None:
    """Make the check known under the name ``word``, for the rest of the process."""
    module = ModuleType("speechlint.checks.sample")
    module.__dict__["Word"] = Word
    sys.modules[module.__name__] = module
    checks.CHECKS["word"] = "sample:Word"
    checks.find_check.cache_clear()


def install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the check known under the name ``word``, for one test."""
    monkeypatch.setitem(sys.modules, "speechlint.checks.sample", ModuleType("replaced"))
    monkeypatch.setitem(checks.CHECKS, "word", "replaced")
    register()


def write_rule(folder: Path, text: str = RULE, name: str = "spoken-word") -> Path:
    """A rule file of the test group."""
    path = folder / "test" / f"{name}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
