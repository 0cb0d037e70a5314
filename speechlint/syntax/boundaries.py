"""Where the documents of a file begin, and where their numbering starts anew."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from speechlint.syntax.parsing import Token

_SHORT_PREAMBLE = 300
"""Up to so many code points ahead of the first collection head belong to its document."""

_LEAST_NOTICE = 200
"""A notice ahead of the plan that it issues is at least so long, in code points."""

_DATE_ENDING = "日[\n\r \t\u3000]"
_SIGNED_AND_TITLED = (
    r"(?<![^\s])(?:(?:19|20)\d\d年\d{1,2}月\d{1,2}日"
    r"|[一二][○〇零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月"
    r"[一二三四五六七八九十]{1,3}日)"
    r"[ \t\u3000]*[\r\n][\s]{0,20}(?=[^\r\n。；：！？，]{4,60}"
    r"(?:意见|方案|办法|规定|规则|细则|计划|规划|要点|措施|纲要|条例|制度|指南|标准|讲话|报告)"
    r"[ \t\u3000]*[\r\n])"
)
"""The date under a notice, and the title of the plan that follows it."""


def document_starts(tokens: Sequence[Token], text: str) -> list[int]:
    """Give the indexes of the tokens at which documents begin; the first is 0.

    A document begins at a collection head (…篇3), and where a dated signature is followed by a
    title, as in a notice with the plan that it issues.
    """
    starts = [index for index, token in enumerate(tokens) if token.type == "HEAD"]
    if starts and _is_preamble(tokens, starts[0]):
        starts[0] = 0
    if re.compile(_DATE_ENDING).search(text, _LEAST_NOTICE):
        offsets = [token.start for token in tokens]
        starts.extend(
            bisect_left(offsets, found.end())
            for found in re.compile(_SIGNED_AND_TITLED).finditer(text)
            if found.start() >= _LEAST_NOTICE
        )
    return sorted({0, *starts} - {len(tokens)} if tokens else {0})


def _is_preamble(tokens: Sequence[Token], first: int) -> bool:
    length = tokens[first].start
    marked = any(token.type not in {"TEXT", "BREAK"} for token in tokens[:first])
    return length <= _SHORT_PREAMBLE and not marked


def numbering_starts(tokens: Sequence[Token], start: int, end: int) -> list[int]:
    """Give the indexes in a document's tokens at which all open lists end: appendices."""
    return [
        start,
        *(index for index in range(start + 1, end) if tokens[index].type == "APPENDIX"),
        end,
    ]
