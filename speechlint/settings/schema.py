"""The JSON Schema of the configuration, for editors; made from the keys and from the rulebook."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from speechlint.checks import find_check
from speechlint.rulebook import ALL, Rulebook
from speechlint.settings.files import ConfigurationFile

_REFERENCE = "#/$defs/{name}"

_SELECTOR_KEYS = ("select", "extend-select", "ignore", "fixable")


def make_schema(rulebook: Rulebook) -> dict[str, object]:
    """The schema of a configuration file, with the rules of a rulebook."""
    checks = {rule.check: find_check(rule.check) for rule in rulebook}
    (root, *params), components = msgspec.json.schema_components(
        (ConfigurationFile, *checks.values()),
        schema_hook=_any_value,
        ref_template=_REFERENCE,
    )
    by_check = dict(zip(checks, params, strict=True))
    name = str(root["$ref"]).rpartition("/")[2]
    table = components.pop(name)
    properties = table["properties"]
    selector: dict[str, object] = {"$ref": _REFERENCE.format(name="Selector")}
    for key in _SELECTOR_KEYS:
        properties[key]["items"] = selector
    properties["per-file-ignores"]["additionalProperties"]["items"] = selector
    properties["severity"]["propertyNames"] = selector
    properties["rules"]["properties"] = {
        rule.code: _optional(by_check[rule.check], components) for rule in rulebook
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "speechlint",
        **table,
        "$defs": {**components, "Selector": _selectors(rulebook)},
    }


def _any_value(kind: type) -> dict[str, object]:
    """The schema of a parameter that only its check knows."""
    if kind is not object:
        raise NotImplementedError
    return {"type": ["string", "number", "boolean", "array", "object"]}


def _selectors(rulebook: Rulebook) -> dict[str, object]:
    """What may name rules: completed by editors, and open to the codes of a user's own rules."""
    known: Iterable[str] = sorted(
        {ALL, *(name for rule in rulebook for name in (rule.code, rule.name, rule.prefix))}
    )
    return {
        "anyOf": [{"enum": list(known)}, {"type": "string", "pattern": "^[A-Za-z][A-Za-z0-9-]*$"}]
    }


def _optional(
    reference: dict[str, object], components: dict[str, dict[str, object]]
) -> dict[str, object]:
    """The parameters of a check, none of which has to be given: the rule has them all."""
    name = str(reference["$ref"]).rpartition("/")[2]
    return {key: value for key, value in components[name].items() if key != "required"}
