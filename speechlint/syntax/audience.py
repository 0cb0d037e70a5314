"""Whether a draft is spoken to an audience, or written for readers."""

from __future__ import annotations

import re

from speechlint.syntax.closings import find_closings
from speechlint.syntax.endings import find_ending
from speechlint.syntax.nodes import Document
from speechlint.syntax.salutations import find_later_address, find_salutation

_OPENING = 600
# Patterns that most drafts never need are compiled when they are.
_DATE = r"(?:19|20)\d\d\s?年\s?\d{1,2}\s?月|[一二][〇○零一二三四五六七八九]{3}年.{1,2}月"
# 我讲三点意见, 我代表县政府……表示祝贺; not 现将我镇有关情况汇报如下, which a paper says as well.
_SPEAKING = (
    r"我(?:(?:先|再|就|也|还|想|来|给|向|受|谨|仅|只|从|作|主要|重点|着重|简要|简单|代表|今天|结合|围绕|根据|按)"
    r"[^。！？\r\n]{0,40})?(?:讲|谈|提|说|强调|汇报|报告|通报|发言|介绍)[^。！？\r\n]{0,24}"
    r"(?:意见|要求|看法|想法|体会|建议|问题|方面|如下|情况|感受|做法)"
    r"|(?:按照|根据)(?:会议|大会)(?:安排|要求|议程)|^今天[，,]?我们|^刚才[，,]"
    r"|我谨?代表.{2,60}(?:表示|致以)"
)
_ASSEMBLY = (
    r"我(?:代表|受)[^。；\r\n]{2,60}(?:大会|会议|全会|代表)[^。；\r\n]{0,20}(?:作|报告|汇报|审议)"
)
_ONE_PERSON = ("尊敬的", "敬爱的", "亲爱的")
_MANY = ("各", "们", "诸位", "全体", "代表", "委员")


def has_audience(text: str, document: Document) -> bool:
    """Whether a document shows that it is spoken to an audience.

    It addresses one, at its head or later; or it thanks one at its end; or its first lines speak
    to an assembly. A date in the title tells that it was printed: 我讲三点意见 is no sign then.
    """
    if find_salutation(text, document) or find_later_address(text, document):
        return True
    if any(found.name == "thanks" for found in find_closings(text, find_ending(text, document))):
        return True
    opening = opening_of(text, document)
    if re.compile(_ASSEMBLY).search(opening):
        return True
    return not _is_dated(text, document) and re.compile(_SPEAKING).search(opening) is not None


def addresses_many(text: str, document: Document) -> bool:
    """Whether a document addresses an assembly, not one person as a letter does."""
    if find_later_address(text, document) is not None:
        return True
    salutation = find_salutation(text, document)
    if salutation is None:
        return False
    words = salutation.of(text)
    return not words.startswith(_ONE_PERSON) or any(many in words for many in _MANY)


def opening_of(text: str, document: Document) -> str:
    """The first lines of the text, behind title and salutation."""
    behind = document.salutation.end if document.salutation else document.span.start
    start = next((one.start for one in document.paragraphs if one.start >= behind), behind)
    return text[start : min(document.span.end, start + _OPENING)]


def _is_dated(text: str, document: Document) -> bool:
    end = document.paragraphs[0].start if document.paragraphs else document.span.end
    return re.compile(_DATE).search(text, document.span.start, end) is not None
