"""Text boxes, which a document holds twice: for new versions of Word and for old ones."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from speechlint.readers.docx.runs import ALTERNATIVES, CHOICE, FALLBACK
from speechlint.readers.docx.vocabulary import Vocabulary

if TYPE_CHECKING:
    from lxml.etree import _Element


class BoxTwins:
    """Keeps the copies of edited text boxes for old versions the same as the boxes."""

    def __init__(self, w: Vocabulary) -> None:
        self._w = w
        self._pairs: dict[_Element, _Element] = {}

    def touch(self, element: _Element) -> None:
        """Remember, ahead of a change, the box that an element is in and its copy."""
        box = next(element.iterancestors(self._w("txbxContent")), None)
        if box is None or box in self._pairs:
            return
        alternatives = next(box.iterancestors(ALTERNATIVES), None)
        if alternatives is None:
            return
        boxes = self._boxes(alternatives.find(CHOICE))
        copies = self._boxes(alternatives.find(FALLBACK))
        for one, copy in zip(boxes, copies, strict=False):
            if one is box and self._text(one) == self._text(copy):
                self._pairs[box] = copy

    def update(self) -> None:
        """Make the copies of all remembered boxes anew."""
        for box, copy in self._pairs.items():
            copy[:] = [deepcopy(child) for child in box]

    def _boxes(self, branch: _Element | None) -> list[_Element]:
        return [] if branch is None else list(branch.iter(self._w("txbxContent")))

    def _text(self, box: _Element) -> str:
        return "".join(text.text or "" for text in box.iter(self._w("t")))
