"""The page of a rule: on the site that the package names, or else on this machine."""

import json
from collections.abc import Iterator
from email.message import Message
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from speechlint.linter import lint
from speechlint.readers import read_text
from speechlint.reports import FORMATS, Look, rule_page
from speechlint.reports.rule_page import page_address
from speechlint.rulebook import Rule, load_rulebook
from speechlint.runner import CheckedFile
from speechlint.settings import Settings
from tests import sample

SITE = "https://speechlint.example.org/"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "cache"
    monkeypatch.setenv("SPEECHLINT_CACHE_DIR", str(folder))
    name_site("", monkeypatch)
    yield folder
    rule_page._site.cache_clear()


def name_site(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the package say where its documentation is."""
    package = Message()
    package["Project-URL"] = "Changelog, https://example.org/changes"
    if address:
        package["Project-URL"] = f"Documentation, {address}"
    monkeypatch.setattr("importlib.metadata.metadata", lambda _: package)
    rule_page._site.cache_clear()


def find(code: str) -> Rule:
    rule = load_rulebook().find(code)
    assert rule is not None
    return rule


def opened(address: str) -> Path:
    """The file of a local page."""
    assert address.startswith("file:///")
    return Path(unquote(urlsplit(address).path))


def report(name: str) -> str:
    source = read_text("a.txt", "一、提高认识\n三、抓好落实\n")
    found = tuple(lint(source, Settings(select=("NUM001",))))
    return "".join(FORMATS[name].render([CheckedFile("a.txt", found, source)], Look()))


def test_a_local_page_is_written_once_a_language(cache: Path) -> None:
    chinese, english = (opened(page_address(find("NUM001"), name)) for name in ("zh", "en"))
    assert chinese.read_text(encoding="utf-8").startswith("# NUM001 sequence-gap\n\n**错误**")
    assert english.read_text(encoding="utf-8").startswith("# NUM001 sequence-gap\n\n**error**")
    assert chinese.is_relative_to(cache)
    first = chinese.stat()
    assert opened(page_address(find("NUM001"), "zh")) == chinese
    assert (chinese.stat().st_ino, chinese.stat().st_mtime_ns) == (first.st_ino, first.st_mtime_ns)
    assert sorted(path.name for path in chinese.parent.iterdir()) == sorted(
        (chinese.name, english.name)
    )


def test_a_page_that_its_reader_changed_is_made_again() -> None:
    page = opened(page_address(find("NUM001"), "zh"))
    before = page.read_bytes()
    page.write_text("？", encoding="utf-8")
    assert opened(page_address(find("NUM001"), "zh")).read_bytes() == before


def test_a_published_site_comes_first(monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    name_site(SITE, monkeypatch)
    assert page_address(find("NUM001"), "zh") == f"{SITE}rules/NUM001.html"
    assert page_address(find("NUM001"), "en") == f"{SITE}en/rules/NUM001.html"
    assert not (cache / rule_page.PAGES).exists()


def test_rules_of_ones_own_are_on_no_site(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    name_site(SITE, monkeypatch)
    sample.install(monkeypatch)
    sample.write_rule(tmp_path / "rules")
    rule = load_rulebook([tmp_path / "rules"]).find("TST001")
    assert rule is not None
    assert "口语" in opened(page_address(rule, "zh")).read_text(encoding="utf-8")


def test_reports_name_published_pages_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of this machine would be nobody else's."""
    assert "file:" not in report("sarif") + report("rdjson")
    name_site(SITE, monkeypatch)
    address = f"{SITE}rules/NUM001.html"
    (rule,) = json.loads(report("sarif"))["runs"][0]["tool"]["driver"]["rules"]
    assert rule["helpUri"] == address
    (found,) = json.loads(report("rdjson"))["diagnostics"]
    assert found["code"] == {"value": "NUM001", "url": address}


def test_chinese_lines_go_on_without_a_space() -> None:
    page = opened(page_address(find("NUM001"), "zh")).read_text(encoding="utf-8")
    assert "只改数字）。  \n依据：" in page
    page = opened(page_address(find("CMP003"), "zh")).read_text(encoding="utf-8")
    assert "一上来就是“一、”，听的人" in page
