"""The pages that are made from the program."""

from pathlib import Path

import pytest

from docs.__main__ import LANGUAGES, main, write_pages
from docs.markdown import join_lines, plain
from docs.rules import GROUPS, rule_index, rule_pages
from speechlint.reports.rule_markdown import explanation
from speechlint.reports.rule_page import site_path
from speechlint.rulebook import Language, load_rulebook
from speechlint.settings.files import ConfigurationFile

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_a_page_with_marked_examples(language: Language) -> None:
    pages = dict(rule_pages(language))
    assert set(pages) == {rule.code for rule in load_rulebook()}
    for rule in load_rulebook():
        page = pages[rule.code]
        assert page.startswith(f"# {rule.code} {rule.name}\n")
        assert page.count("<mark") == sum(bad.count("⟦") for bad in rule.examples.bad)
        assert "⟦" not in page
        assert plain(explanation(rule, language)) in page


def test_chinese_goes_on_without_a_space() -> None:
    page = "先写，\n再改。\n\n- 一条\n- 两条\n\n```text\n一、\n二、\n```\nA word\nand more.\n"
    assert join_lines(page) == page.replace("先写，\n", "先写，")


def test_every_group_has_a_name() -> None:
    assert {rule.group for rule in load_rulebook()} == set(GROUPS)


def test_messages_in_the_lists_are_real_ones() -> None:
    row = next(line for line in rule_index("en").splitlines() if "[NUM001]" in line)
    assert "{" not in row
    assert "is missing before" in row


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_setting_is_in_the_reference(tmp_path: Path, language: Language) -> None:
    write_pages(tmp_path, language)
    page = (tmp_path / "reference" / "configuration.md").read_text(encoding="utf-8")
    for name in ConfigurationFile.__struct_encode_fields__:
        assert f"| `{name}` |" in page
    commands = (tmp_path / "reference" / "commands.md").read_text(encoding="utf-8")
    assert "## speechlint stats" in commands
    assert "--speaking-rate" in commands
    grammar = (tmp_path / "how" / "grammar.md").read_text(encoding="utf-8")
    assert (ROOT / "grammar" / "draft.lark").read_text(encoding="utf-8").strip() in grammar


@pytest.mark.slow
def test_the_site_is_built_without_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("zensical")
    monkeypatch.setattr("sys.argv", ["docs", "--output", str(tmp_path)])
    assert main() == 0
    for language in LANGUAGES:
        page = (tmp_path / site_path("NUM001", language)).read_text(encoding="utf-8")
        assert "<mark>四要</mark>" in page
        assert f'<html lang="{language}"' in page
