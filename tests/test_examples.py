"""The drafts in examples/: the clean ones are in order, the others have the faults we put in."""

from pathlib import Path

import pytest

from speechlint import Settings, lint, read

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
DRAFTS = sorted(EXAMPLES.glob("*.*"))


def findings(path: Path) -> list[tuple[int, str, str]]:
    """Line, code and covered text of everything that is said about a draft."""
    source = read(path)
    return [
        (source.position(found.span.start).line, found.code, found.span.of(source.text))
        for found in lint(source, Settings())
    ]


def test_every_draft_has_a_clean_twin() -> None:
    clean = sorted(path.name for path in (EXAMPLES / "clean").iterdir())
    assert [path.name for path in DRAFTS] == clean
    assert len(clean) == 6


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_a_clean_draft_gives_no_finding(path: Path) -> None:
    assert findings(EXAMPLES / "clean" / path.name) == []
