"""Whether a plain promise of a list (我讲三点意见) is followed by none."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import islice

from speechlint.checks.counting.series import find_places
from speechlint.draft import Draft
from speechlint.syntax.announcements import Announcement, Lead
from speechlint.syntax.nodes import Document

# 我讲三点意见 is a promise; 省长提出三点要求 tells what another said.
_SPEAKER = re.compile(r"下面|接下来|我|现[就将]|借此机会|在此|这里|再[讲谈说提强]|主要[讲谈]")
_SAID = re.compile(r"(?:意见|建议|要求|看法|体会|认识|想法|希望|问题|感受|倡议|情况|点|方面)\Z")
_STOPS = frozenset("。：:\r\n")
# Whatever could be a list: markers, dashes, words that order; or another promise.
_ORDER = re.compile(
    r"首先|其[次一二]|第[一二两三]|[一二三](?:是|要|靠|抓|则|来|方面)|另一方面|——|[（(][一二12][）)]"
    r"|(?:^|[\r\n])[ \t\u3000]*(?:[一二三1-3][、.．，]|[①⑴㈠])|既|不仅|不但"
    r"|(?:[讲谈提]|强调|以下)[几两二三四五六七八九十\d]"
)
_SENTENCE = re.compile(r"[^。！？；\r\n]{4,}")
_LONGEST_LOOK = 3000
_LONGEST_SENTENCE = 80
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
    if _ORDER.search(rest):
        return False
    return not _could_be_points(rest, announcement.total or 2)


def _is_promise(text: str, announcement: Announcement) -> bool:
    if announcement.named or text[announcement.end : announcement.end + 1] not in _STOPS:
        return False
    if announcement.lead is Lead.FOLLOWING:
        return True
    start = max(0, announcement.start - _LONGEST_SENTENCE)
    sentence = max(text.rfind(stop, start, announcement.start) for stop in _SENTENCE_STOP) + 1
    said = text[announcement.span.start : announcement.end]
    return (
        announcement.lead is Lead.SAYING
        and _SAID.search(said) is not None
        and _SPEAKER.search(text, max(start, sentence), announcement.start + 2) is not None
    )


def _document_at(draft: Draft, offset: int) -> Document:
    documents = draft.outline.documents
    return next((one for one in documents if offset < one.span.end), documents[-1])


def _could_be_points(rest: str, number: int) -> bool:
    """Whether plain paragraphs, or sentences that begin alike, may be the points."""
    lines = [line for line in rest.splitlines() if line.strip()]
    if len(lines) >= number:
        return True
    first = [sentence.group().strip()[:1] for sentence in islice(_SENTENCE.finditer(rest), 200)]
    return any(first.count(word) >= 2 for word in set(first))
