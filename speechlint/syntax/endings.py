"""The end of a draft: its last paragraphs, without appendix, signature, date and residue."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from speechlint.source import Span
from speechlint.syntax.nodes import Document
from speechlint.syntax.residue import is_residue, trim_tags

PAGE = 4
"""How many paragraphs the end of a draft takes."""

_MOST_LINES = 40
_SIGNATURE = 40
_HAN = r"[\u4e00-\u9fff]"
_NUMBER = r"[\d〇○零一二三四五六七八九十xX×*＊_]"
_DATE = re.compile(
    rf"[（(]?(?:{_NUMBER}{{2,6}}\s?年\s?)?{_NUMBER}{{1,4}}\s?月(?:\s?{_NUMBER}{{1,4}}\s?日)?[）)]?"
)
# Common surnames that hardly ever begin a sentence: 张三, but not 加强, which a cut may leave.
_SURNAME = (
    "[王李张刘陈杨黄赵吴周徐孙马朱胡郭林罗郑梁宋韩冯邓曹彭肖董袁潘蒋蔡余杜叶苏魏吕丁"
    "沈姚卢姜崔谭汪廖贾邹熊薛阎郝龚邵覃某]"
)
_SIGNER = re.compile(
    rf"{_SURNAME}{_HAN}{{1,2}}|{_HAN}{{1,2}}\s{{1,4}}{_HAN}(?:\s{{1,4}}{_HAN})?"
    r"|[^，。；！？：:]{0,10}(?:人|者|单位|部门|电话|地址|邮箱|日期|时间|地点|主题词)[：:].{0,40}"
    r"|(?:抄送|抄报|主送|印发|联系|附注)[：:（(]?.{0,40}|[^，。；！？]{2,36}日?\s?(?:印发|发布)"
    r"|[^，。；：！？\s]{2,36}(?:政府|办公室|办公厅|委员会|党委|党组|支部|总支|[省市县区镇乡]委|[局厅]|[^东西南北中内外全各干]部|公司"
    r"|集团|中心|学校|学院|大学|医院|协会|学会|小组|指挥部|工会|妇联|法院|检察院|街道办|办事处)"
)
_SPOKEN_WORDS = ("谢谢", "散会", "干杯", "再见", "完毕")
_APPENDIX = (
    "附件",
    "附录",
    "附表",
    "附：",
    "附:",
    "名词解释",
    "名词注释",
    "名词说明",
    "注释",
    "《政府工作报告》",
)


class Ending(msgspec.Struct, frozen=True):
    """The end of a draft.

    Attributes:
        page: the last paragraphs of the draft itself, in order, up to four: no appendix,
            signature, date or residue.
        final: the last paragraph of all, the appendix included; no signature, date or residue.
        signed: whether a signature or a date follows ``final``.
    """

    page: tuple[Span, ...]
    final: Span | None
    signed: bool

    @property
    def last(self) -> Span | None:
        """The last paragraph of the draft itself."""
        return self.page[-1] if self.page else None


def find_ending(text: str, document: Document) -> Ending:
    """The end of a document."""
    paragraphs = document.paragraphs
    count = _strip(text, paragraphs, len(paragraphs))
    signed = any(is_signature(text[p.start : p.end]) for p in paragraphs[count:])
    own = _strip(text, paragraphs, _count_own(text, document))
    page = tuple(_trim(text, span) for span in paragraphs[max(0, own - PAGE) : own])
    return Ending(page, _trim(text, paragraphs[count - 1]) if count else None, signed)


def is_signature(line: str) -> bool:
    """Whether a line, without indentation, is a date, a signature or its like."""
    if len(line) > _SIGNATURE or line[-1:] in "。！？；，、" or line.startswith(_SPOKEN_WORDS):
        return False
    return bool(_DATE.fullmatch(line) or _SIGNER.fullmatch(line))


def starts_appendix(line: str) -> bool:
    """Whether a line, without indentation, names an appendix: 附件：… or 名词解释."""
    return line.startswith(_APPENDIX)


def _count_own(text: str, document: Document) -> int:
    """How many paragraphs are the draft's own, ahead of any appendix."""
    body = document.body
    if document.appendix is not None:
        return len(body)
    # An appendix without a heading that the grammar knows, in the last half of the draft.
    half = document.span.start + len(document.span) // 2
    own = len(body)
    for number in range(len(body) - 1, 0, -1):
        span = body[number]
        if span.start < half:
            break
        if len(span) < _SIGNATURE and text.startswith(_APPENDIX, span.start, span.end):
            own = number
    return own


def _strip(text: str, paragraphs: Sequence[Span], count: int) -> int:
    """How many of the paragraphs are left when signature, date and residue are taken away."""
    least = max(0, count - _MOST_LINES)
    while count > least:
        span = paragraphs[count - 1]
        line = text[span.start : trim_tags(text, span.start, span.end)]
        if line and not is_residue(line) and not is_signature(line):
            break
        count -= 1
    return count


def _trim(text: str, span: Span) -> Span:
    return Span(span.start, trim_tags(text, span.start, span.end))
