"""The core function, from a source and settings to diagnostics."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import ClassVar

import msgspec
import pytest

from speechlint import checks
from speechlint.checks.base import CrossCheck, CrossFinding, Fingerprint
from speechlint.checks.comparisons import Comparisons
from speechlint.diagnostic import Applicability, Finding, Partner, Severity
from speechlint.draft import Draft
from speechlint.errors import SettingsError
from speechlint.linter import lint, lint_all
from speechlint.settings import Settings
from speechlint.source import Source, Span
from tests import sample

DRAFT = Source("draft.txt", "领导的话，群众的话。\n")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    sample.install(monkeypatch)
    sample.write_rule(tmp_path / "mine")
    preview = sample.RULE.replace("TST001", "TST002").replace("since", "preview = true\nsince")
    sample.write_rule(tmp_path / "mine", preview, "rare-word")
    return str(tmp_path)


def _codes(root: str, **keys: object) -> list[str]:
    settings = msgspec.structs.replace(Settings(root=root, rule_paths=("mine",)), **keys)
    return sorted({one.code for one in lint(DRAFT, settings) if one.code.startswith("TST")})


def test_findings_are_worded_by_the_rule(root: str) -> None:
    first, second = lint(DRAFT, Settings(root=root, rule_paths=("mine",), select=("TST",)))
    assert (first.code, first.name, first.severity) == ("TST001", "spoken-word", Severity.ERROR)
    assert first.message == "“的话”出现了 2 次"
    assert first.span == Span(2, 4)
    assert first.related == ()
    assert first.fix is not None
    assert first.fix.applicability is Applicability.SAFE
    assert (second.message, second.severity) == ("又是“的话”", Severity.INFO)
    assert [(one.span, one.message) for one in second.related] == [(Span(2, 4), "最先在这里")]


def test_messages_in_english(root: str) -> None:
    settings = Settings(root=root, rule_paths=("mine",), select=("TST",), language="en")
    assert [one.message for one in lint(DRAFT, settings)] == [
        "“的话” occurs 2 times",
        "“的话” again",
    ]


@pytest.mark.parametrize(
    ("keys", "codes"),
    [
        ({}, ["TST001"]),
        ({"preview": True}, ["TST001", "TST002"]),
        ({"extend_select": ("TST002",)}, ["TST001", "TST002"]),
        ({"select": ("rare-word",)}, ["TST002"]),
        ({"select": ("TST",)}, ["TST001"]),
        ({"select": ()}, []),
        ({"ignore": ("TST",)}, []),
        ({"ignore": ("spoken-word",), "preview": True}, ["TST002"]),
        ({"select": ("TST001",), "ignore": ("TST",)}, ["TST001"]),
        ({"select": ("TST",), "ignore": ("TST001",)}, []),
        ({"select": ("TST001",), "ignore": ("TST001",)}, []),
    ],
)
def test_selection(root: str, keys: dict[str, object], codes: list[str]) -> None:
    assert _codes(root, **keys) == codes


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"select": ("TST009",)}, ["select", "TST009", "TST"]),
        ({"ignore": ("XYZ",)}, ["ignore", "XYZ"]),
        ({"fixable": ("XYZ",)}, ["fixable", "XYZ"]),
        ({"severity": {"XYZ": "error"}}, ["severity", "XYZ"]),
        ({"per_file_ignores": {"*.md": ("XYZ",)}}, ["per-file-ignores.*.md", "XYZ"]),
        ({"rules": {"TST001": {"colour": 1}}}, ["rules.TST001.colour", "better, the-word"]),
        (
            {"rules": {"TST001": {"better": 1}}},
            ["rules.TST001.better", "wants a text, got a whole number"],
        ),
    ],
)
def test_what_names_no_rule_is_an_error(
    root: str, keys: dict[str, object], said: list[str]
) -> None:
    with pytest.raises(SettingsError) as caught:
        _codes(root, **keys)
    for part in said:
        assert part in str(caught.value)


def test_severity_and_parameters_are_the_users(root: str) -> None:
    settings = Settings(
        root=root,
        rule_paths=("mine",),
        select=("TST001",),
        severity={"TST": Severity.INFO, "TST001": Severity.WARNING},
        rules={"TST001": {"the-word": "群众"}},
    )
    (found,) = lint(DRAFT, settings)
    assert (found.severity, found.span) == (Severity.WARNING, Span(5, 7))


def test_a_rule_that_may_not_fix_offers_nothing(root: str) -> None:
    settings = Settings(root=root, rule_paths=("mine",), select=("TST",), fixable=())
    assert [one.fix for one in lint(DRAFT, settings)] == [None, None]


def test_several_drafts(root: str) -> None:
    settings = Settings(root=root, rule_paths=("mine",), select=("TST",))
    assert [len(found) for found in lint_all([DRAFT, Source("b", "好"), DRAFT], settings)] == [
        2,
        0,
        2,
    ]


class SameText(CrossCheck, frozen=True):
    """Finds files of the same text."""

    facts: ClassVar[frozenset[str]] = frozenset({"path"})
    roles: ClassVar[dict[str, frozenset[str]]] = {"first": frozenset()}

    def fingerprint(self, draft: Draft) -> bytes:
        return draft.text.encode()

    def compare(
        self, fingerprints: Sequence[Fingerprint], comparisons: Comparisons
    ) -> Iterator[tuple[CrossFinding, ...]]:
        seen: dict[bytes, int] = {}
        for index, one in enumerate(fingerprints):
            first = seen.setdefault(one.data, index)
            finding = Finding(Span(0, 1), (("path", fingerprints[first].path),))
            crossing = CrossFinding(finding, first, Partner(Span(0, 1), "first"))
            yield (crossing,) if first != index else ()


def test_drafts_are_compared_with_one_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample.install(monkeypatch)
    monkeypatch.setattr(sys.modules["speechlint.checks.sample"], "Word", SameText)
    checks.find_check.cache_clear()
    text = sample.RULE[: sample.RULE.index("[params]")]
    text += '[message]\nzh = "与 {path} 相同"\nen = "same as {path}"\n'
    text += '[related.first]\nzh = "在这里"\nen = "it is here"\n'
    text += sample.RULE[sample.RULE.index("[explain]") :]
    sample.write_rule(tmp_path / "mine", text)
    settings = Settings(root=str(tmp_path), rule_paths=("mine",), select=("TST",), genre="report")
    drafts = [Source(name, name.strip("12")) for name in ("a1", "b", "a2")]
    messages = [[one.message for one in found] for found in lint_all(drafts, settings)]
    assert messages == [[], [], ["与 a1 相同"]]
    checks.find_check.cache_clear()


@pytest.mark.parametrize("genre", ["notice", "通知"])
def test_the_user_may_say_what_the_drafts_are(root: str, genre: str) -> None:
    source = Source("draft.txt", "各科室：\n请于周五前报送材料，逾期不再受理。\n过时不候。\n")
    settings = Settings(root=root, select=("CMP001",), genre=genre)
    assert [found.code for found in lint(source, settings)] == ["CMP001"]
    assert lint(source, Settings(root=root, select=("CMP001",))) == []


def test_an_unknown_genre_is_an_error(root: str) -> None:
    with pytest.raises(SettingsError, match=r"genre: “speach” is none of: speech"):
        lint(Source("draft.txt", ""), Settings(root=root, genre="speach"))
