"""Every example of every rule: the rule finds what is marked, all of it and nothing else."""

import pytest

from speechlint.rulebook import Rule, load_rulebook
from speechlint.rulebook.examples import Example, examples_of
from speechlint.trial import try_example

RULEBOOK = load_rulebook()

CASES = [(rule, example) for rule in RULEBOOK for example in examples_of(rule)]


@pytest.mark.parametrize(("rule", "example"), CASES, ids=[example.name for _, example in CASES])
def test_example(rule: Rule, example: Example) -> None:
    mismatch = try_example(rule, example, RULEBOOK)
    assert mismatch is None, mismatch.describe()
