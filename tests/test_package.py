"""What the package offers to programs."""

import subprocess
import sys
from pathlib import Path

import pytest

import speechlint


def test_names_are_there_when_asked_for() -> None:
    for name in speechlint.__all__:
        assert getattr(speechlint, name) is not None
    assert set(speechlint.__all__) <= set(dir(speechlint))
    with pytest.raises(AttributeError, match="nothing"):
        speechlint.nothing  # noqa: B018  the look-up is what is tested


def test_importing_the_package_imports_nothing_else() -> None:
    script = (
        "import sys, speechlint; print([m for m in sys.modules if m.startswith('speechlint.')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True
    )
    assert done.stdout == "[]\n"


def test_a_program_lints_a_file(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text("同志们：\n", encoding="utf-8")
    settings = speechlint.Settings(select=())
    assert speechlint.lint(speechlint.read(path), settings) == []
