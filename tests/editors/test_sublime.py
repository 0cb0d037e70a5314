"""The snippet for Sublime Text, which no registry has: of the form that its package LSP reads."""

import json

from tests.editors.conftest import snippet

CLIENT_KEYS = {
    *("enabled", "command", "selector", "initializationOptions", "settings", "env"),
    *("schemes", "priority_selector", "experimental_capabilities", "disabled_capabilities"),
    *("tcp_port", "auto_complete_selector", "diagnostics_mode", "semantic_tokens"),
}


def test_the_snippet_for_sublime_text() -> None:
    settings = json.loads(snippet("Sublime Text"))
    assert set(settings) == {"clients"}
    (client,) = settings["clients"].items()
    assert client[0] == "speechlint"
    assert set(client[1]) <= CLIENT_KEYS
    assert client[1]["enabled"] is True
    assert client[1]["command"] == ["speechlint", "server"]
    selectors = [one.strip() for one in client[1]["selector"].split("|")]
    assert selectors == ["text.plain", "text.html.markdown"]
