"""Whether a plain promise of a list (我讲三点意见) is followed by none."""

from __future__ import annotations

import re
from bisect import bisect_right

from speechlint.checks.counting.series import find_places
from speechlint.draft import Draft
from speechlint.syntax.announcement import Announcement, Lead
from speechlint.syntax.nodes import Document
from speechlint.syntax.vocabulary import load_vocabulary

_STOPS = frozenset("。：:\r\n")
# Whatever could be a list: markers, dashes, words that order; or another promise. Few drafts come
# so far that it is compiled.
_ORDER = (
    r"首先|其[次一二]|第[一二两三]|[一二三](?:是|要|靠|抓|则|来|方面)|另一方面|——|[（(][一二12][）)]"
    r"|(?:^|[\r\n])[ \t\u3000]*(?:[一二三1-3][、.．，]|[①⑴㈠])|既|不仅|不但"
    r"|(?:[讲谈提]|强调|以下)[几两二三四五六七八九十\d]"
)
_SENTENCE_STOPS = r"[。！？；\r\n]"
_LONGEST_LOOK = 3000
_LONGEST_SENTENCE = 80
_SHORTEST_SENTENCE = 4
_SENTENCE_STOP = "。！？!?\r\n"


def lacks_series(draft: Draft, announcement: Announcement) -> bool:
    """Whether an announcement plainly promises a list, and nothing after it could be one."""
    if not _is_promise(draft.text, announcement):
        return False
    document = _document_at(draft, announcement.start)
    end = document.appendix.start if document.appendix else document.span.end
    if end <= announcement.end:
        return False
    starts = find_places(draft).starts
    index = bisect_right(starts, announcement.end)
    if index < len(starts) and starts[index] < end:
        return False
    rest = draft.text[announcement.end + 1 : min(end, announcement.end + _LONGEST_LOOK)]
    if re.search(_ORDER, rest):
        return False
    return not _could_be_points(rest, announcement.total or 2)


def _is_promise(text: str, announcement: Announcement) -> bool:
    """Whether the speaker promises a list: 我讲三点意见, not 省长提出三点要求."""
    if announcement.named or text[announcement.end : announcement.end + 1] not in _STOPS:
        return False
    if announcement.lead is Lead.FOLLOWING:
        return True
    start = max(0, announcement.start - _LONGEST_SENTENCE)
    start = max(start, *(text.rfind(stop, start, announcement.start) for stop in _SENTENCE_STOP))
    sentence = text[start : announcement.start + 2]
    said = text[announcement.span.start : announcement.end]
    words = load_vocabulary()
    return (
        announcement.lead is Lead.SAYING
        and said.endswith(words.said)
        and any(speaker in sentence for speaker in words.speakers)
    )


def _document_at(draft: Draft, offset: int) -> Document:
    documents = draft.outline.documents
    return next((one for one in documents if offset < one.span.end), documents[-1])


def _could_be_points(rest: str, number: int) -> bool:
    """Whether plain paragraphs, or sentences that begin alike, may be the points."""
    lines = [line for line in rest.splitlines() if line.strip()]
    if len(lines) >= number:
        return True
    sentences = (sentence.strip() for sentence in re.split(_SENTENCE_STOPS, rest, maxsplit=200))
    first = [sentence[0] for sentence in sentences if len(sentence) >= _SHORTEST_SENTENCE]
    return any(first.count(word) >= 2 for word in set(first))
