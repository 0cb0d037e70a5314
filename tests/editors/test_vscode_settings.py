"""The extension for Visual Studio Code has the settings that a configuration file has."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "editors" / "vscode"

pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason="runs in a checkout")


@pytest.fixture
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("vscode_settings", FOLDER / "settings.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_settings_are_those_of_a_configuration_file(script: ModuleType) -> None:
    """Where this fails, run ``python editors/vscode/settings.py``."""
    settings, english, chinese = script.make_settings()
    package = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))
    assert package["contributes"]["configuration"]["properties"] == settings
    for name, wordings in (("nls", english), ("nls.zh-cn", chinese)):
        kept = json.loads((FOLDER / f"package.{name}.json").read_text(encoding="utf-8"))
        assert kept == wordings


def test_what_code_says_is_translated() -> None:
    bundle = json.loads((FOLDER / "l10n" / "bundle.l10n.zh-cn.json").read_text(encoding="utf-8"))
    source = "".join(path.read_text(encoding="utf-8") for path in (FOLDER / "src").glob("*.ts"))
    assert source.count("l10n.t(") == len(bundle)
    for words in bundle:
        assert json.dumps(words, ensure_ascii=False) in source
