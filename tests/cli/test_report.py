"""``speechlint report``."""

from pathlib import Path

from tests.cli.conftest import Run


def test_it_writes_a_page(repository: Path, run: Run) -> None:
    outcome = run("report", "bad.txt", "-o", "报告.html")
    assert (outcome.code, outcome.out) == (0, "报告写在 报告.html\n")
    page = Path("报告.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert '<mark class="' in page


def test_findings_are_no_failure_but_a_missing_file_is(repository: Path, run: Run) -> None:
    assert run("report", "nowhere.txt").code == 2
    Path("damaged.txt").write_bytes(b"\xff\x00")
    outcome = run("report", "damaged.txt", "good.txt", "-o", "page.html")
    assert outcome.code == 2
    assert "damaged.txt" in outcome.err
    assert Path("page.html").exists()


def test_the_page_is_a_format_too(repository: Path, run: Run) -> None:
    outcome = run("check", "bad.txt", "--output-format", "html", "--language", "en")
    assert outcome.code == 1
    assert '<html lang="en">' in outcome.out


def test_the_speaking_rate_is_the_configured_one(repository: Path, run: Run) -> None:
    with Path("speechlint.toml").open("a", encoding="utf-8") as file:
        file.write("speaking-rate = 5\n")
    run("report", "good.txt", "-o", "page.html")
    assert "约念 1:00" in Path("page.html").read_text(encoding="utf-8")
    assert "约念 1:00" in run("check", "good.txt", "--output-format", "html").out
