"""The extension in Visual Studio Code itself, as code-server brings it into a browser.

``.ci/run`` installs code-server from npm, without the parts that are built for a machine.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

playwright = pytest.importorskip("playwright.sync_api")

DRAFT = (
    "在𠮷安推进会上的讲话\r\n\r\n同志们：\r\n今天讲几点意见。\r\n"
    "一、办好𠮷祥路改造，学习**县经验\r\n各部门要对照先进找差距。\r\n"
    "四、抓好落实\r\n各单位要盯住进度。一是快。三是稳。\r\n谢谢大家！\r\n"
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("code-server") is None, reason="code-server is not installed"),
    pytest.mark.skipif(shutil.which("chromium") is None, reason="Chromium is not installed"),
]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two folders: one with a Word document, one with settings of its own."""
    docx = pytest.importorskip("docx")
    root = tmp_path_factory.mktemp("workspace")
    first, second = root / "first", root / "second"
    for folder in (first, second / ".vscode"):
        folder.mkdir(parents=True)
    (first / "讲话.txt").write_bytes(DRAFT.encode())
    (second / "讲话稿.txt").write_bytes(DRAFT.encode())
    settings = {"speechlint.ignore": ["NUM"]}
    (second / ".vscode" / "settings.json").write_text(json.dumps(settings))
    document = docx.Document()
    for line in DRAFT.splitlines():
        document.add_paragraph(line)
    document.save(str(first / "report.docx"))
    path = root / "drafts.code-workspace"
    path.write_text(json.dumps({"folders": [{"path": "first"}, {"path": "second"}]}))
    return path


@pytest.fixture(scope="module")
def page(
    extension: Path, workspace: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """The workspace, open in the browser."""
    subprocess.run(["npm", "run", "package"], cwd=extension, check=True, capture_output=True)
    (package,) = extension.glob("*.vsix")
    place = tmp_path_factory.mktemp("code-server")
    settings = {
        "security.workspace.trust.enabled": False,
        "workbench.startupEditor": "none",
        "speechlint.language": "zh",
        "speechlint.server.command": [sys.executable, "-m", "speechlint", "server"],
    }
    (place / "user" / "User").mkdir(parents=True)
    (place / "user" / "User" / "settings.json").write_text(json.dumps(settings))
    server = ["code-server", f"--user-data-dir={place / 'user'}", f"--extensions-dir={place / 'e'}"]
    subprocess.run([*server, "--install-extension", str(package)], check=True, capture_output=True)
    serving = subprocess.Popen(
        [*server, "--auth=none", "--bind-addr=127.0.0.1:0", "--disable-update-check"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    assert serving.stdout is not None
    words = "server listening on "
    address = next(line for line in serving.stdout if words in line).split(words)[1].strip()
    try:
        with playwright.sync_playwright() as driver:
            browser = driver.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox"]
            )
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            page.set_default_timeout(60_000)
            page.goto(f"{address.rstrip('/')}/?workspace={workspace}")
            yield page
            browser.close()
    finally:
        serving.terminate()
        serving.wait()


def test_findings_in_the_browser(page: Page) -> None:
    page.get_by_role("treeitem", name="讲话.txt").dblclick()
    page.wait_for_function("document.querySelectorAll('.squiggly-error').length == 3")
    playwright.expect(page.locator("[id^='speechlint']").first).to_have_text("3")
    page.keyboard.press("Control+Shift+M")
    problems = page.locator(".markers-panel")
    # The draft that is not open is listed by the settings of its own folder.
    for name, count in (("讲话.txt", "3"), ("讲话稿.txt", "1")):
        row = problems.get_by_role("treeitem").filter(has_text=name).first
        playwright.expect(row.locator(".monaco-count-badge")).to_have_text(count)


def test_a_fix_in_the_browser(page: Page) -> None:
    line = page.locator(".view-line", has_text="四、").first
    line.click(position={"x": 8, "y": 8})
    page.keyboard.press("Control+.")
    actions = page.locator(".action-widget .monaco-list-row.action")
    actions.first.wait_for()
    titles = actions.all_inner_texts()
    assert titles[0] == "NUM001：把“四”改为“二”"
    assert "这一段不查 NUM001" in titles
    page.keyboard.press("Enter")  # the first is chosen already
    page.wait_for_function("document.querySelectorAll('.squiggly-error').length == 2")
    page.locator(".view-line", has_text="二、抓好落实").first.wait_for()


def test_a_text_without_a_name_in_the_browser(page: Page) -> None:
    page.keyboard.press("Control+Alt+N")
    page.get_by_role("tab", name="Untitled-1").wait_for()
    # Of a Chinese draft, Visual Studio Code guesses that it is an INI file.
    page.keyboard.insert_text(DRAFT.replace("\r\n", "\n"))
    page.locator("[id='status.editor.mode']", has_text="Ini").wait_for()
    page.wait_for_function("document.querySelectorAll('.squiggly-error').length == 3")
    playwright.expect(page.locator("[id^='speechlint']").first).to_have_text("3")


def test_a_word_document_is_annotated_in_the_browser(page: Page, workspace: Path) -> None:
    document = page.get_by_role("treeitem", name="report.docx")
    document.click(button="right")
    # A menu that has just opened takes no click yet, but keys.
    page.get_by_role("menuitem", name="Annotate a Word document").hover()
    page.keyboard.press("Enter")
    told = page.locator(".notification-list-item", has_text="first/report.annotated.docx")
    told.first.wait_for()
    copy = workspace.parent / "first" / "report.annotated.docx"
    assert _comments(copy).count("NUM001") == 2
    # What is shown of it offers the same.
    copy.unlink()
    document.dblclick()
    page.locator(".editor-actions").get_by_role("button", name="Annotate a Word document").click()
    until = time.monotonic() + 30
    while not copy.exists() and time.monotonic() < until:
        page.wait_for_timeout(100)
    assert "PLH001" in _comments(copy)


def _comments(document: Path) -> str:
    with zipfile.ZipFile(document) as content:
        return content.read("word/comments.xml").decode()
