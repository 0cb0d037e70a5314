"""The wording of a sentence that leads in to a series, such as 今年重点抓好五件事."""

from __future__ import annotations

import re

from speechlint.syntax.announcements import Announcement, Lead

# What such a sentence ends with: words that say nothing of their own, …
_ABSTRACT = re.compile(
    r"(?:\A|意见|建议|要求|看法|体会|认识|想法|希望|问题|方面|工作|任务|事|事情|大事|实事|措施|举措|原则|关系|重点|倡议|主张"
    r"|环节|关键|特点|特征|变化|步骤|阶段|内容|部分|层面|维度|角度|议程|事项|经验|做法|启示|考虑|情况|原因|方向|方法)\Z"
)
# … and words for what a draft sets out to do.
_MATTER = re.compile(
    r"(?:目标|行动|工程|计划|成效|成绩|成果|突破|转变|结合|坚持|导向|机制|抓手|能力|意识|领域|差距|不足|矛盾|挑战|机遇"
    r"|优势|支撑|保障|标准|底线|文章|战役|硬仗|习惯|责任|课题|路径|制度|战略|主业|项目|亮点|短板|弱项|到位|统筹|突出"
    r"|强化|提升|确保|聚焦|聚力|着力|准备|风险|红线|作用|关口|路子|走|阶段(?:进行|推进|实施|开展))\Z"
)
# A sentence with another number, or with 以下 after its number, announces something else.
_ANOTHER_AMOUNT = re.compile(r"(?:[两二三四五六七八九十]|\d)[个项条大件点类]|以下|如下|几")
_LONGEST_TAIL = 4


def leads_in(announcement: Announcement, text: str) -> bool:
    """Whether an announcement is put as in a sentence that leads in to a series."""
    tail = announcement.tail.of(text)
    if announcement.named:
        return len(tail) <= _LONGEST_TAIL and not _ANOTHER_AMOUNT.search(tail)
    thing = announcement.amounts[0].thing
    if _ANOTHER_AMOUNT.search(text, thing.start, announcement.end):
        return False
    if announcement.lead in (Lead.FOLLOWING, Lead.SAYING):
        return True
    return not tail and (
        is_abstract(announcement, text) or _MATTER.search(thing.of(text)) is not None
    )


def is_abstract(announcement: Announcement, text: str) -> bool:
    """Whether what is counted says nothing of its own: 五个方面, 三项重点工作."""
    return _ABSTRACT.search(announcement.amounts[-1].thing.of(text)) is not None
