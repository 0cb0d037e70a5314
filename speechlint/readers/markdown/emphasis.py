"""Telling emphasis from placeholders: ``**重点**`` is bold, ``**县、**县、**区`` are three masks.

A mask is glued to what it stands before: a unit (县, 亿元, 同志), a figure, a particle. Emphasis
encloses: something precedes its opening run or follows its closing run that ends a phrase. Where
neither shows, the draft decides: one that has masks elsewhere is taken to have one more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto

from speechlint.readers.markdown.blanks import blank_spans

_STARS = re.compile(r"\*+|[\r\n]+")
_LONGEST_RUN = 3
_SHORT = 12
"""Code points of a phrase that a sentence may hold in bold."""

_UNIT = re.compile(
    r"(?!县(?:域|级|情|城|乡)|市(?:场|域|级|民|政|容|州|县)|区(?:域|位|级|块)|省(?:级|情|市|钱|力)"
    r"|镇(?:域|级)|乡(?:村|镇|贤|土|亲)|村(?:级|民|庄|容)|州(?:级)|同志们|年(?:度|轻|终|初|内|底|均)"
    r"|月(?:度|底|初)|日(?:常|程|益)|万(?:众|里|物|无)|亿万|百(?:年|姓)|千(?:方|家|万|秋)|元(?:旦|素)"
    r"|个(?:人|体|别|性|案)|名(?:誉|单|优|牌)|人(?:民|才|员|大|口|力|居|心|人|文|均|事)|户(?:籍|外)"
    r"|家(?:庭|园|国|长)|项目|件件|条(?:件|块|例)|位(?:置|次)|次(?:要|生)|米(?:面)|倍(?:加|增))"
    r"(?:[省市县区旗州盟镇乡村年月日亿万千百元个名人户家项件位次条吨亩米倍届所辆台套]|街道|社区"
    r"|公里|平方|立方|同志|总?书记|总理|主席|主任|委员|[省市县区镇乡局部处校院]长|集团|公司"
    r"|[%％‰xX×]|[.．](?=[0-9xX×*]))"
)
_FEW = 4
"""So many masks for every sure emphasis let a likely one still be emphasis."""
_GLUED = re.compile(
    r"[、，。；：！？,.;:!?）)”’》]|的|之|等(?![级待量])|了(?!解)|地(?![方区位域标质理下])"
    r"|和(?![谐平美睦])|[与及](?![会时早])"
)
"""What a phrase doesn't begin with, and so what precedes it is a mask."""
_HANGING = re.compile(r"[和与及在对把将从向为由到给（(“‘《]$|(?<![一二三四五六七八九十0-9])、$")
"""What a phrase doesn't end with."""
_BREAK = re.compile(r"[，。；：！？,;!?](?!$)")
_SENTENCE_END = re.compile(r"[。；：！？;:!?]$")
_FIGURE = re.compile(r"[0-9.,]+$")
_FIGURE_SIGNS = "0123456789xX×.．"
_INK = re.compile(r"\w")
_UNDERSCORES = re.compile(r"(?<!\w)(_{1,2})(?=[^_\s])([^_\r\n]{1,300})(?<=\S)\1(?!\w)")
_TILDES = re.compile(r"~~(?=\S)([^~\r\n]{1,500})(?<=\S)~~")


class _Reading(Enum):
    """What two runs of asterisks are, from sure to sure."""

    EMPHASIS = auto()
    LIKELY = auto()
    UNCLEAR = auto()
    MASKS = auto()


_Run = tuple[int, int]


def blank_emphasis(text: str) -> str:
    """Blank the signs of emphasis; placeholders stay."""
    if "_" in text:
        text = _UNDERSCORES.sub(_content, text)
    if "~~" in text:
        text = _TILDES.sub(lambda found: f"  {found[1]}  ", text)
    return blank_spans(text, _signs(text)) if "*" in text else text


def _content(found: re.Match[str]) -> str:
    gap = " " * len(found[1])
    return f"{gap}{found[2]}{gap}"


def _signs(text: str) -> list[_Run]:
    """The runs of asterisks that are emphasis, in order."""
    lines = list(_lines(text))
    accepted = {_Reading.EMPHASIS, _Reading.LIKELY, _Reading.UNCLEAR}
    pairs = [_pairs(text, runs, accepted) for runs in lines]
    masks = sum(map(len, lines)) - 2 * sum(map(len, pairs))
    if masks:
        accepted.remove(_Reading.UNCLEAR)
        sure = sum(reading is _Reading.EMPHASIS for found in pairs for *_, reading in found)
        if masks > _FEW * sure:
            accepted.remove(_Reading.LIKELY)
        pairs = [_pairs(text, runs, accepted) for runs in lines]
    return sorted(run for found in pairs for pair in found for run in pair[:2])


def _lines(text: str) -> Iterator[list[_Run]]:
    runs: list[_Run] = []
    for found in _STARS.finditer(text):
        if found[0][0] == "*":
            runs.append(found.span())
        elif runs:
            yield runs
            runs = []
    yield runs


def _pairs(
    text: str, runs: list[_Run], accepted: set[_Reading]
) -> list[tuple[_Run, _Run, _Reading]]:
    """Runs of one line that open and close emphasis, each with the next one of its length."""
    following: dict[int, int] = {}
    partner: list[int | None] = [None] * len(runs)
    for index in range(len(runs) - 1, -1, -1):
        start, end = runs[index]
        if end - start <= _LONGEST_RUN:
            partner[index] = following.get(end - start)
            following[end - start] = index
    pairs: list[tuple[_Run, _Run, _Reading]] = []
    closed: set[int] = set()
    for index, closing in enumerate(partner):
        if closing is None or index in closed:
            continue
        reading = _read(text, runs[index], runs[closing])
        if reading in accepted:
            pairs.append((runs[index], runs[closing], reading))
            closed.add(closing)
    return pairs


def _read(text: str, opening: _Run, closing: _Run) -> _Reading:
    raw = text[opening[1] : closing[0]]
    content = raw.strip()
    before, after = text[opening[0] - 1 : opening[0]], text[closing[1] : closing[1] + 1]
    if not _is_phrase(raw):
        return _Reading.MASKS
    masks_before, masks_after = _UNIT.match(content), _UNIT.match(text, closing[1])
    opens, closes = _parts(before), _parts(after) and not masks_after
    if masks_before and (masks_after or (before and before in _FIGURE_SIGNS)):
        return _Reading.MASKS
    broken = _BREAK.search(content)
    if opens and closes:
        alone = (not before or before in "\r\n") and (not after or after in "\r\n")
        return _Reading.UNCLEAR if masks_before and broken and not alone else _Reading.EMPHASIS
    if masks_before:
        return _Reading.UNCLEAR
    ends = _SENTENCE_END.search(content)
    if masks_after:
        if _FIGURE.match(content):
            return _Reading.EMPHASIS
        return _Reading.UNCLEAR if ends or broken else _Reading.LIKELY
    if opens and ends:
        return _Reading.EMPHASIS
    return _Reading.LIKELY if ends or (len(content) <= _SHORT and not broken) else _Reading.UNCLEAR


def _is_phrase(content: str) -> bool:
    """Whether it could be emphasised at all; a gap on both sides is a slip."""
    if not _INK.search(content) or content[0].isspace() is not content[-1].isspace():
        return False
    content = content.strip()
    if content[-1] in ",，" and _BREAK.search(content):
        return False
    return not (_GLUED.match(content) or _HANGING.search(content))


def _parts(character: str) -> bool:
    """Whether a phrase may begin after it or end ahead of it: a gap, a line end, punctuation."""
    return not character or not (character.isalnum() or character in "%％‰")
