from pathlib import Path

import pytest

from tests.drawn import draw_again, drawings


@pytest.mark.parametrize("path", drawings("numbering"), ids=lambda path: path.stem)
def test_the_numbering_of_a_draft_is_judged_as_drawn(path: Path) -> None:
    assert draw_again(path) == path.read_text(encoding="utf-8")
