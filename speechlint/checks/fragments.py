"""What is left of a word when a mask swallowed the rest: judged by the words beside the mask."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

import msgspec

from speechlint.source import Span
from speechlint.syntax.words import frequency, word_class, words, words_between

_BESIDE = 12
"""How much of the text beside a mask is looked at, in code points."""

_RARE = 6000
"""A character met less often than that, in jieba's count, is hardly a word of its own."""

_HAN = re.compile("[\u4e00-\u9fff]+")
_ADMINISTRATIVE = frozenset("省市县区州盟旗镇乡村")
_NAMES = frozenset({"ns", "nr", "nrt", "nz", "g", "j"})
_PARTS = _NAMES | {"m", "n"}
_PARTS_OF_NAMES = _NAMES | {"ng"}
_PLACE_TAIL = "市|县|区|省|镇|乡|机场|高铁|新区|火车站|盆地|平原|大桥"
_WAY = "铁路|高铁|高速(?:公路)?|公路|城际"
_JOINING = frozenset("至到和与及的在对为是有等之从向以即或并")
_NO_PLACE = _JOINING | _ADMINISTRATIVE
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈"
    "钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤温康施文"
    "牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍涂成苗谷盛曲翁冉骆蓝"
)
_PERSON = "(?:副?[书主省市县区镇乡局厅部处科院校村][记席任长]|同志|先生|女士|老师|总)"
# What stands ahead of a verb; a mask between it and an obstacle hides the verb.
_MODAL = (
    "要|能|会|须|去|来|并|就|需要|能够|可以|必须|应当|着力|努力|有效|切实"
    "|全力|积极|加快|不断|及时|合力|主动"
)
_OBSTACLE = (
    "[^，。；：、！？\n“”0-9%％]{0,12}?"
    "(?:难题|瓶颈|制约|障碍|困局|梗阻|堵点|痛点|顽疾|壁垒|困境|二元结构)"
)
_COUNTED = frozenset("个项家户人名条件次年月日号届位亿万千元吨亩%％")
_NO_VERB = _ADMINISTRATIVE | _COUNTED
_QUOTED = r"“([^“”\n]{3,12})”"
_STATES = ("全州", "我州", "州委", "州政府", "州人大", "州长", "自治州")


class Fragment(msgspec.Struct, frozen=True):
    """What is left of a word, with the mask.

    Attributes:
        variant: ``known``, ``verb``, or nothing.
        likely: the whole word, when there is only one that it can have been.
    """

    span: Span
    variant: str = ""
    likely: str = ""


class Fragments:
    """Finds fragments beside the masks of a text."""

    def __init__(self, text: str) -> None:
        self._text = text

    def find(self, mask: Span) -> Fragment | None:
        """The fragment of a mask, if it damaged a word."""
        after = _HAN.match(self._text, mask.end, mask.end + _BESIDE)
        left = _han_ahead(self._text, mask.start)
        right = after.group() if after else ""
        return (
            self._double(mask, left)
            or self._slogan(mask)
            or (_of_left(mask, left, right) if left else None)
            or (self._of_right(mask, left, right) if right else None)
        )

    def _double(self, mask: Span, left: str) -> Fragment | None:
        """“双X” and the like: 双十一."""
        closes = self._text[mask.end : mask.end + 1] in ("”", '"', "’")
        if closes and left == "双":
            return Fragment(Span(mask.start - 1, mask.end))
        return None

    def _slogan(self, mask: Span) -> Fragment | None:
        """“XX品出XX”: a quoted phrase of the same mask twice, and single characters."""
        quote = self._text.rfind("“", max(0, mask.start - 2), mask.start)
        quoted = re.compile(_QUOTED).match(self._text, quote) if quote >= 0 else None
        sign = mask.of(self._text)
        if not quoted or quoted[1].count(sign) != 2:
            return None
        rest = quoted[1].replace(sign, "")
        if len(rest) <= 2 and _HAN.fullmatch(rest):
            return Fragment(Span(quote + 1, quoted.end() - 1))
        return None

    def _of_right(self, mask: Span, left: str, right: str) -> Fragment | None:
        first = right[0]
        if first in "了着" and not right.startswith(("了解", "着力", "着眼", "着重")):
            return Fragment(Span(mask.start, mask.end + 1), "verb")
        if left and first not in _NO_VERB and _wants_verb(left, right):
            return Fragment(Span(mask.start, mask.end + len(words(right)[0])), "verb")
        if first == "州" and not self._has_states and words(right)[0] == first:
            return Fragment(Span(mask.start, mask.end + 1))
        if first in _JOINING:
            return None
        if (
            _is_name(first)
            and re.compile(_PLACE_TAIL).match(right, 1)
            and not re.compile(_PERSON).match(right, 1)
        ):
            tokens = words(right)
            if len(tokens[0]) == 1 and re.compile(_PLACE_TAIL).fullmatch(tokens[1]):
                return Fragment(Span(mask.start, mask.end + 1 + len(tokens[1])))
        return _of_way(mask, right)

    @cached_property
    def _has_states(self) -> bool:
        """Whether 州 is a division of government in this text."""
        return any(map(self._text.__contains__, _STATES))


def _han_ahead(text: str, end: int) -> str:
    """The Chinese characters right ahead of a place."""
    start = end
    while start > max(0, end - _BESIDE) and "\u4e00" <= text[start - 1] <= "\u9fff":
        start -= 1
    return text[start:end]


def _of_left(mask: Span, left: str, right: str) -> Fragment | None:
    """A single character ahead of the mask that is no word: 潼XX, 四XX省."""
    last = left[-1]
    kind = _class(last)
    if last in _ADMINISTRATIVE or last in _JOINING:
        return None
    if right and right[0] in _ADMINISTRATIVE and kind in _PARTS and _stands_alone(left):
        whole = _places(last, right[0])
        if len(whole) == 1:
            return Fragment(Span(mask.start - 1, mask.end + 1), "known", whole[0])
        if whole and kind != "m":
            return Fragment(Span(mask.start - 1, mask.end + 1))
    if kind in _NAMES and _is_rare(last) and last not in _SURNAMES and _stands_alone(left):
        return Fragment(Span(mask.start - 1, mask.end))
    return None


def _of_way(mask: Span, right: str) -> Fragment | None:
    """Two or three places by one character each, and what joins them: XX遂内铁路."""
    way = re.compile(_WAY).search(right)
    if way is None or not 2 <= way.start() <= 3:
        return None
    singles = right[: way.start()]
    if not _NO_PLACE.isdisjoint(singles) or words(right)[: len(singles)] != list(singles):
        return None
    return Fragment(Span(mask.start, mask.end + way.end()))


def _wants_verb(left: str, right: str) -> bool:
    """Whether an adverb or a modal verb is ahead of the mask, and an obstacle behind it."""
    if re.compile(_OBSTACLE).match(right) is None or re.compile(_PERSON).match(right):
        return False
    return re.compile(_MODAL).fullmatch(words(left)[-1]) is not None


def _stands_alone(left: str) -> bool:
    return len(left) == 1 or words(left)[-1] == left[-1]


def _is_name(character: str) -> bool:
    return _class(character) in _PARTS_OF_NAMES and _is_rare(character)


@lru_cache(maxsize=1024)
def _places(first: str, last: str) -> tuple[str, ...]:
    """The places that begin with one character, end with another, and have one or two between."""
    return tuple(word for word in words_between(first, last, 2) if word_class(word) == "ns")


@lru_cache(maxsize=1024)
def _class(character: str) -> str:
    return word_class(character)


@lru_cache(maxsize=1024)
def _is_rare(character: str) -> bool:
    return frequency(character) < _RARE
