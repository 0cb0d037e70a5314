"""The formats for other programs, read by those programs or by what they publish."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from junitparser import JUnitXml
from sarif_pydantic import Sarif

from speechlint.diagnostic import Severity
from speechlint.linter import lint
from speechlint.readers import read_text
from speechlint.reports import FORMATS, Look
from speechlint.runner import CheckedFile
from speechlint.settings import Settings

TEXT = "\ufeff同志们𠮷：\r\n一、提高认识 & 行动\r\n三、抓好<落实>，统筹推进\r\n要认清**形势。\r\n"


@pytest.fixture
def files() -> list[CheckedFile]:
    settings = Settings(select=("NUM001", "PLH001"), severity={"PLH001": Severity.WARNING})
    source = read_text("讲话 稿,1.txt", TEXT)
    clean = read_text("clean.txt", "好。\n")
    checked = CheckedFile(source.path, tuple(lint(source, settings)), source)
    assert [one.code for one in checked.diagnostics] == ["NUM001", "PLH001"]
    return [checked, CheckedFile(clean.path, (), clean)]


def _render(name: str, files: list[CheckedFile]) -> str:
    return "\n".join(FORMATS[name].render(files, Look()))


def test_json_lines_are_the_diagnostics_with_their_paths(files: list[CheckedFile]) -> None:
    lines = [json.loads(line) for line in _render("json-lines", files).splitlines()]
    (document, _) = json.loads(_render("json", files))["files"]
    assert [{k: v for k, v in line.items() if k != "path"} for line in lines] == document[
        "diagnostics"
    ]
    assert {line["path"] for line in lines} == {"讲话 稿,1.txt"}


def test_grouped(files: list[CheckedFile]) -> None:
    lines = _render("grouped", files).splitlines()
    assert lines[0] == "讲话 稿,1.txt"
    assert re.match(r"  3:1  错误 NUM001 ", lines[1])
    assert re.match(r"  4:4  警告 PLH001 ", lines[2])
    assert len(lines) == 5


def test_github(files: list[CheckedFile]) -> None:
    first, second = _render("github", files).splitlines()
    assert first.startswith(
        "::error title=speechlint NUM001,file=讲话 稿%2C1.txt,line=3,col=1,endColumn=2,endLine=3::"
    )
    assert second.startswith("::warning title=speechlint PLH001,")
    assert _workflow_command(first)[1]["file"] == "讲话 稿,1.txt"


def _workflow_command(line: str) -> tuple[str, dict[str, str], str]:
    """A workflow command, read as the runner of GitHub Actions reads it."""
    found = re.fullmatch(r"::(\w+) (.*?)::(.*)", line)
    assert found is not None
    pairs = (pair.split("=", 1) for pair in found[2].split(","))
    return found[1], {key: unquote(value) for key, value in pairs}, unquote(found[3])


GITLAB = {
    # What the documentation of GitLab's Code Quality says of the format.
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^./]"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def test_gitlab(files: list[CheckedFile]) -> None:
    issues = json.loads(_render("gitlab", [*files, *files]))
    jsonschema.validate(issues, GITLAB)
    assert [issue["location"]["lines"] for issue in issues[:2]] == [
        {"begin": 3, "end": 3},
        {"begin": 4, "end": 4},
    ]
    assert issues[0]["fingerprint"] != issues[1]["fingerprint"]


def test_gitlab_fingerprints_are_all_different() -> None:
    source = read_text("a.txt", "要认清**形势，看到**变化。\n" * 3)
    found = tuple(lint(source, Settings(select=("PLH001",))))
    issues = json.loads(_render("gitlab", [CheckedFile("a.txt", found, source)]))
    assert len({issue["fingerprint"] for issue in issues}) == len(found) == 6


def test_junit(files: list[CheckedFile], tmp_path: Path) -> None:
    path = tmp_path / "report.xml"
    path.write_text(_render("junit", files), encoding="utf-8")
    report = JUnitXml.fromfile(str(path))
    assert (report.tests, report.failures, report.errors) == (3, 2, 0)
    suites = list(report)
    assert [suite.name for suite in suites] == ["讲话 稿,1.txt", "clean.txt"]
    first = next(iter(suites[0]))
    assert first.classname == "讲话 稿,1.txt"
    assert first.name == "NUM001 3:1"
    assert first.result[0].type == "error"
    assert next(iter(suites[1])).result == []


def test_junit_has_no_character_that_xml_forbids(tmp_path: Path) -> None:
    source = read_text("a\x1b.txt", "好\n")
    path = tmp_path / "report.xml"
    path.write_text(_render("junit", [CheckedFile(source.path, (), source)]), encoding="utf-8")
    assert [suite.name for suite in JUnitXml.fromfile(str(path))] == ["a\ufffd.txt"]


def test_sarif(files: list[CheckedFile]) -> None:
    (run,) = Sarif.model_validate_json(_render("sarif", files)).runs
    assert run.tool.driver.name == "speechlint"
    assert run.results is not None
    places = [result.locations[0].physical_location for result in run.results if result.locations]
    assert [
        place.artifact_location.uri for place in places if place and place.artifact_location
    ] == ["%E8%AE%B2%E8%AF%9D%20%E7%A8%BF%2C1.txt"] * 2
    assert [(result.level, result.rule_id) for result in run.results] == [
        ("error", "NUM001"),
        ("warning", "PLH001"),
    ]


def test_sarif_says_what_the_standard_asks_for(files: list[CheckedFile]) -> None:
    log = json.loads(_render("sarif", files))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    driver = run["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == ["NUM001", "PLH001"]
    first, second = run["results"]
    for result in (first, second):
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["partialFingerprints"]["passage/v1"]
    region = first["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 3, "startColumn": 1, "endLine": 3, "endColumn": 3}
    assert first["relatedLocations"][0]["message"]["text"]
    (change,) = first["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"] == {"text": "二"}
    assert second.get("fixes", []) == []


def test_rdjson_counts_bytes(files: list[CheckedFile]) -> None:
    source = read_text("a.txt", "𠮷：要认清**形势，看到**变化。\n")
    found = tuple(lint(source, Settings(select=("PLH001",))))
    checked = CheckedFile("a.txt", found, source)
    report = json.loads(_render("rdjson", [*files, checked]))
    assert report["source"] == {"name": "speechlint"}
    for one in report["diagnostics"]:
        assert one["severity"] in ("ERROR", "WARNING", "INFO")
    first, last = report["diagnostics"][0], report["diagnostics"][-2]
    assert first["location"]["range"] == {
        "start": {"line": 3, "column": 1},
        "end": {"line": 3, "column": 7},
    }
    assert first["code"] == {"value": "NUM001"}
    assert first["suggestions"][0]["text"].startswith("二")
    before = "𠮷：要认清".encode()
    assert last["location"]["range"]["start"] == {"line": 1, "column": len(before) + 1}


def test_rdjson_suggestions_give_what_the_fix_gives(files: list[CheckedFile]) -> None:
    source = read_text("a.txt", "一、提高认识\n三、抓好落实\n四、加强领导\n")
    found = tuple(lint(source, Settings(select=("NUM001",))))
    report = json.loads(_render("rdjson", [CheckedFile("a.txt", found, source)]))
    ((suggestion,),) = [one["suggestions"] for one in report["diagnostics"]]
    data = source.text.encode()
    starts = [0, *(found.end() for found in re.finditer(b"\n", data))]
    start, end = (
        starts[place["line"] - 1] + place["column"] - 1
        for place in (suggestion["range"]["start"], suggestion["range"]["end"])
    )
    after = data[:start] + suggestion["text"].encode() + data[end:]
    assert after.decode() == "一、提高认识\n二、抓好落实\n三、加强领导\n"


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_at_all_can_be_reported(name: str) -> None:
    text = _render(name, [])
    if FORMATS[name].for_programs and text.startswith(("{", "[")):
        json.loads(text)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


@pytest.mark.parametrize("name", ["json", "gitlab", "sarif", "rdjson"])
def test_reports_are_in_the_language_asked_for(name: str) -> None:
    source = read_text("a.txt", "一、x\n三、y\n")
    found = tuple(lint(source, Settings(select=("NUM001",), language="en")))
    look = Look(language="en")
    (line,) = FORMATS[name].render([CheckedFile("a.txt", found, source)], look)
    assert any("is missing before" in text for text in _strings(json.loads(line)))
