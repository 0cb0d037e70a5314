"""What a rule file may not hold, and how the error says so."""

from pathlib import Path

import pytest

from speechlint.errors import RuleError
from speechlint.rulebook.loading import load_rule, load_rules, rule_files, verify_yielding
from tests import sample


@pytest.fixture(autouse=True)
def _check(monkeypatch: pytest.MonkeyPatch) -> None:
    sample.install(monkeypatch)


def test_a_rule_is_named_after_its_file(tmp_path: Path) -> None:
    rule = load_rule(sample.write_rule(tmp_path))
    assert (rule.code, rule.name, rule.group) == ("TST001", "spoken-word", "test")
    assert rule.make_check() == sample.Word(the_word="的话", better="的讲话")


@pytest.mark.parametrize(
    ("old", "new", "key", "hint"),
    [
        ('severity = "error"', 'severity = "fatal"', "severity", "error, warning, info"),
        ('since = "0.1.0"', 'since = "0.1.0"\ncolour = 1', "colour", "examples, explain, fix"),
        ('since = "0.1.0"', 'since = "soon"', "since", "0.1.0"),
        ('since = "0.1.0"', "since = 1", "since", "a text"),
        ('check = "word"', 'check = "spelling"', "check", "word"),
        ('code = "TST001"', 'code = "first"', "code", "NUM001"),
        ('fix = "safe"', 'fix = "sure"', "fix", "safe, unsafe"),
        ("the-word =", "word =", "params.word", "better, the-word"),
        ('better = "的讲话"', "better = 3", "params.better", "a text"),
        ("“{word}”出现了", "“{who}”出现了", "message.zh", "count, word"),
        ("occurs {count}", "occurs {count:d}", "message.en", "format"),
        ("occurs {count}", "occurs {count", "message.en", "brace"),
        ('en = "“{word}” occurs {count} times"', "", "message.en", "missing"),
        ('en = "Colloquial."', "", "explain.en", "missing"),
        ("[related.first]", "[related.last]", "related.last", "first"),
        ("最先在这里", "最先有{count}次", "related.first.zh", "word"),
        ("[variants.later]", "[variants.worse]", "variants.worse", "later"),
        ("又是“{word}”", "又是“{that}”", "variants.later.message.zh", "count, word"),
        ("good = ['''\n领导的讲话\n''']", "", "examples.good", "missing"),
        ("good = ['''\n领导的讲话\n''']", "good = []", "examples.good", "at least one"),
        ("领导⟦的话⟧", "领导的话", "examples.bad[0]", "⟦"),
        ("领导的讲话\n", "领导⟦的讲话⟧\n", "examples.good[0]", "mark"),
        ("[examples]", "[examples", "TOML", "line"),
    ],
)
def test_what_does_not_fit_is_named(
    tmp_path: Path, old: str, new: str, key: str, hint: str
) -> None:
    assert old in sample.RULE
    path = sample.write_rule(tmp_path, sample.RULE.replace(old, new))
    with pytest.raises(RuleError) as caught:
        load_rule(path)
    message = str(caught.value)
    assert message.startswith(f"{path}: ")
    assert "\n" not in message
    assert key in message.removeprefix(str(path))
    assert hint in message
    assert caught.value.wording("zh").startswith(str(path))


def test_a_name_has_lower_case_words(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="Spoken_Word"):
        load_rule(sample.write_rule(tmp_path, name="Spoken_Word"))


def test_a_code_belongs_to_one_rule(tmp_path: Path) -> None:
    first, second = (sample.write_rule(tmp_path, name=name) for name in ("first", "second"))
    with pytest.raises(RuleError, match="TST001") as caught:
        load_rules([first, second])
    assert str(first) in str(caught.value)
    assert str(second) in str(caught.value)


def test_a_name_belongs_to_one_rule(tmp_path: Path) -> None:
    first = sample.write_rule(tmp_path / "a")
    second = sample.write_rule(tmp_path / "b", sample.RULE.replace("TST001", "TST002"))
    with pytest.raises(RuleError, match="name: “spoken-word”"):
        load_rules([first, second])


def test_a_rule_yields_to_one_that_is_there(tmp_path: Path) -> None:
    text = sample.RULE.replace("since", 'yields-to = ["TST002"]\nsince')
    first = load_rule(sample.write_rule(tmp_path, text, "first"))
    text = sample.RULE.replace("TST001", "TST002")
    verify_yielding([first, load_rule(sample.write_rule(tmp_path, text, "second"))])
    with pytest.raises(RuleError, match="yields-to: “TST002”"):
        verify_yielding([first])


def test_word_lists_are_no_rules(tmp_path: Path) -> None:
    path = sample.write_rule(tmp_path)
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "words.toml").write_text("words = []", encoding="utf-8")
    assert rule_files(tmp_path) == [path]
