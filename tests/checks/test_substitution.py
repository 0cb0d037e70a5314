"""Substitutions: what is replaced, by what, and where nothing may be touched."""

from speechlint.checks.substitution import Rewrite, Substitution
from tests.checks.reading import mend, places, run


def test_words_and_patterns() -> None:
    text = "截止目前，克已奉公，3,000人"
    check = Substitution(
        words={"截止目前": "截至目前"},
        patterns=(Rewrite(r"克已(奉公)", replace=r"克己\1"), Rewrite("3,000")),
    )
    findings = run(check, text)
    assert places(findings, text) == ["截止目前", "克已奉公", "3,000"]
    assert mend(text, findings) == "截至目前，克己奉公，3,000人"


def test_the_longer_of_two_words_wins() -> None:
    text = "部暑工作"
    findings = run(Substitution(words={"部暑": "部署", "部暑工作": "部署工作"}), text)
    assert mend(text, findings) == "部署工作"


def test_exempt_passage_is_not_touched() -> None:
    text = "截止目前，“截止目前”一词"
    check = Substitution(words={"截止目前": "截至目前"}, unless=("“[^”]*”",))
    assert mend(text, run(check, text)) == "截至目前，“截止目前”一词"


def test_hidden_characters_are_named() -> None:
    check = Substitution(patterns=(Rewrite("\u200b+", replace=""),))
    (finding,) = run(check, "乡村\u200b\u200b振兴")
    assert finding.variant == "hidden"
    assert dict(finding.facts)["codes"] == "U+200B"


def test_once_a_document_mends_all() -> None:
    text = "甲,乙,丙"
    findings = run(Substitution(words={",": "，"}, once=True), text)
    assert len(findings) == 1
    assert mend(text, findings) == "甲，乙，丙"
