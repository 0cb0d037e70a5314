"""The JSON Schema and the template of configuration files."""

import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import tomli

from speechlint.rulebook import Language, Rulebook, load_rulebook
from speechlint.rulebook.loading import load_rule
from speechlint.settings import Settings
from speechlint.settings.files import ConfigurationFile, read_configuration
from speechlint.settings.schema import make_schema
from speechlint.settings.template import make_template
from tests import sample


@pytest.fixture
def schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    sample.install(monkeypatch)
    return make_schema(Rulebook([load_rule(sample.write_rule(tmp_path))]))


@pytest.mark.parametrize(
    "text",
    [
        "",
        'extend = "strict"',
        'select = ["ALL"]\nignore = ["TST001", "spoken-word", "TST", "ABC001"]',
        "[severity]\nTST001 = 'info'\n[rules.TST001]\nbetter = '话'",
        "per-file-ignores = { '*.md' = ['TST'] }",
    ],
)
def test_what_is_right_passes(schema: dict[str, Any], text: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(tomli.loads(text), schema)


@pytest.mark.parametrize(
    "text",
    [
        "colour = 1",
        'extend = "loose"',
        'select = "ALL"',
        'select = ["no rule"]',
        "[severity]\nTST001 = 'fatal'",
        "[rules.TST001]\nbetter = 1",
        "[rules.TST001]\ncolour = '红'",
    ],
)
def test_what_is_wrong_does_not(schema: dict[str, Any], text: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(tomli.loads(text), schema)


def test_the_real_rulebook_has_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(make_schema(load_rulebook()))


def test_editors_can_say_what_a_key_is_for(schema: dict[str, Any]) -> None:
    assert all(key.get("description") for key in schema["properties"].values())


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_template_sets_nothing_and_shows_every_default(
    tmp_path: Path, language: Language
) -> None:
    path = tmp_path / "speechlint.toml"
    template = make_template(language)
    path.write_text(template, encoding="utf-8")
    assert read_configuration(path) == Settings(root=str(tmp_path))
    lines = [line for line in template.splitlines() if re.match("# [a-z-]+ = ", line)]
    path.write_text("\n".join(line[2:] for line in lines), encoding="utf-8")
    keys = set(tomli.loads(path.read_text(encoding="utf-8")))
    assert keys == set(ConfigurationFile.__struct_encode_fields__)
    shown = read_configuration(path)
    assert shown == Settings(root=str(tmp_path), origins=shown.origins)
