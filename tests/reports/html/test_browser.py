"""The page in a real browser: run where Playwright and a Chromium are installed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks.corpus import make_draft
from tests.reports.html.test_page import DRAFT, page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

playwright = pytest.importorskip("playwright.sync_api")
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def view(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """A page with two drafts; what goes wrong in it fails the test."""
    file = tmp_path / "report.html"
    file.write_text(page(DRAFT, "<script>document.title='!'</script>\n" + DRAFT), encoding="utf-8")
    opened = browser.new_page()
    problems: list[str] = []
    opened.on("pageerror", lambda error: problems.append(str(error)))
    opened.on("console", lambda message: problems.append(message.text))
    opened.on("request", lambda request: problems.append(request.url))
    opened.goto(file.as_uri())
    problems.remove(file.as_uri())
    yield opened
    assert problems == []
    opened.close()


def test_a_click_on_a_finding_shows_its_place(view: Page) -> None:
    view.click(".finding >> text=四要")
    assert view.url.endswith("#n5")
    assert view.locator("mark.now").all_inner_texts() == ["5四要"]
    assert view.locator("mark.now").first.evaluate(IN_SIGHT)
    view.click("mark:has-text('三点意见')")
    assert view.locator("mark.now").all_inner_texts() == ["1三点意见"]


def test_a_link_opens_a_draft_that_is_folded(view: Page) -> None:
    second = view.locator("details.file").nth(1)
    assert second.get_attribute("open") is None
    view.click(".index a >> nth=1")
    assert second.get_attribute("open") is not None


def test_severities_and_rules_are_filtered(view: Page) -> None:
    total = int("".join(filter(str.isdigit, view.inner_text(".shown"))))
    view.uncheck("input[value=error]")
    assert view.locator(".note.error:visible").count() == 0
    assert view.locator("mark.error").count() == 0
    assert view.locator("mark", has_text="三点意见").first.get_attribute("class") == "off"
    view.check("input[value=error]")
    view.click(".by-rule summary")
    view.uncheck("input[value=PLH001]")
    assert view.locator(".note[data-code=PLH001]:visible").count() == 0
    assert view.locator(".note[data-code=NUM001]:visible").count() == 1
    assert str(total - 6) in view.inner_text(".shown")
    view.click("button[value=all]")
    assert str(total) in view.inner_text(".shown")


def test_it_prints_every_draft(view: Page, tmp_path: Path) -> None:
    data = view.pdf(format="A4")
    assert data.startswith(b"%PDF")
    assert view.locator("details.file[open]").count() == 2


def test_a_draft_runs_no_script(view: Page) -> None:
    assert view.title().startswith("文稿检查报告")


def test_dark_and_light_differ(view: Page) -> None:
    colours = []
    for scheme in ("light", "dark"):
        view.emulate_media(color_scheme=scheme)
        colours.append(view.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert colours[0] != colours[1]


def test_a_long_draft_is_filtered_without_lag(browser: Browser, tmp_path: Path) -> None:
    text = make_draft(1, 140_000).replace("完成投资", "完成投资X")
    assert len(text) > 100_000
    file = tmp_path / "long.html"
    file.write_text(page(text), encoding="utf-8")
    opened = browser.new_page()
    opened.goto(file.as_uri())
    times = [opened.evaluate(CLICK) for _ in range(5)]
    assert min(times) < 100


IN_SIGHT = """element => {
  const box = element.getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight;
}"""

CLICK = """() => {
  const start = performance.now();
  document.querySelector("input[value=error]").click();
  document.body.offsetHeight;
  return performance.now() - start;
}"""
