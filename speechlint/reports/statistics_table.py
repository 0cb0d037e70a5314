"""The figures of drafts for people: a few sentences, and a bar for the length of every section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from speechlint.reports.columns import fill, shorten
from speechlint.reports.look import Look
from speechlint.reports.statistics_json import Measured
from speechlint.source import Source
from speechlint.statistics import DocumentFigures, Section, SectionKind

_BAR = 24
_FIGURES = 26
"""The columns of count, share and time between heading and bar."""

_PARTS = {
    SectionKind.OPENING: ("开头", "opening"),
    SectionKind.CLOSING: ("结尾", "closing"),
    SectionKind.APPENDIX: ("附件", "appendix"),
}
_NUMERALS = "一二三四五六七八九十"


def render(measured: Sequence[Measured], look: Look, levels: int) -> Iterator[str]:
    """The figures of every document, with sections down to a level."""
    for source, figures, rate in measured:
        yield look.bold(source.path)
        for document in figures:
            yield from _document(source, document, look, rate)
            yield ""
            yield from _sections(source, document, look, rate, levels)
            yield ""


def spoken_time(seconds: float) -> str:
    """Minutes and seconds, as 3:05; with hours, as 1:03:05."""
    minutes, left = divmod(round(seconds), 60)
    hours, over = divmod(minutes, 60)
    return f"{hours}:{over:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def name_section(source: Source, section: Section, look: Look) -> str:
    """The heading of a section, or what part of the draft it is."""
    if section.kind in _PARTS:
        return look.say(*_PARTS[section.kind])
    return " ".join(section.heading.of(source.prose).split())


def _document(source: Source, figures: DocumentFigures, look: Look, rate: int) -> Iterator[str]:
    title = figures.document.title or figures.document.head
    name = title.of(source.prose).strip() if title else look.say("（无标题）", "(no title)")
    yield f"  {look.bold(shorten(name, look.width - 2))}"
    time = spoken_time(figures.seconds(rate))
    yield look.say(
        f"  全文 {figures.characters} 字，念出来的 {figures.spoken} 字，"
        f"约 {time}（每分钟 {rate} 字）",
        f"  {figures.characters} characters, {figures.spoken} of them spoken: about {time}"
        f" at {rate} a minute",
    )
    sentences = figures.sentences
    line = source.position(sentences.longest.start).line
    longest = "".join(sentences.longest.of(source.prose).split())
    yield look.say(
        f"  句子 {sentences.count} 个，平均 {sentences.mean:.0f} 字，"
        f"最长 {len(longest)} 字（第 {line} 行）",
        f"  {sentences.count} sentences of {sentences.mean:.0f} characters on average;"
        f" the longest has {len(longest)} (line {line})",
    )
    share = round(figures.four_character_density * 100)
    yield look.say(
        f"  四字格 {figures.four_character} 处，占短语的 {share}%",
        f"  {figures.four_character} four-character phrases, {share}% of all phrases",
    )
    if figures.items:
        yield look.say(
            "  条目 " + "，".join(f"第{_numeral(n)}层 {k} 条" for n, k in enumerate(figures.items)),
            "  items " + ", ".join(f"level {n + 1}: {k}" for n, k in enumerate(figures.items)),
        )


def _numeral(level: int) -> str:
    return _NUMERALS[level] if level < len(_NUMERALS) else str(level + 1)


def _sections(
    source: Source, figures: DocumentFigures, look: Look, rate: int, levels: int
) -> Iterator[str]:
    longest = max((section.spoken for section in figures.sections), default=0)
    room = max(look.width - _FIGURES - _BAR, 20)
    pending = [(section, 1) for section in reversed(figures.sections)]
    while pending:
        section, level = pending.pop()
        heading = shorten("  " * level + name_section(source, section, look), room)
        length = round(section.spoken / longest * _BAR) if longest else 0
        bar = "█" * length or "▏"
        numbers = (
            f"{section.spoken:>7} {section.share:>5.0%} {spoken_time(section.seconds(rate)):>7}"
        )
        yield f"{fill(heading, room)}{numbers}  {look.paint(bar, '36') if level == 1 else bar}"
        if level < levels:
            pending += [(one, level + 1) for one in reversed(section.in_lines)]
