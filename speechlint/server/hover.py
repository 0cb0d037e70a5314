"""What an editor shows under the pointer."""

from __future__ import annotations

from lsprotocol import types

from speechlint.directives import Directive, find_directives
from speechlint.draft import Draft
from speechlint.reports import rule_markdown
from speechlint.reports.look import Look
from speechlint.reports.statistics_table import spoken_time
from speechlint.server.analysis import Analysis
from speechlint.server.client import Client
from speechlint.server.places import Step, path_to
from speechlint.source import Span
from speechlint.statistics import count_spoken
from speechlint.syntax.nodes import Item

_MARKS = "、，,.．:： \t\u3000"


def hover(analysis: Analysis, position: types.Position, *, markdown: bool) -> types.Hover | None:
    """Where a marker stands and how long its part is, or the page of a rule in a directive."""
    offset = analysis.document.index.offset(position)
    found = _rule(analysis, offset) or _marker(analysis, offset)
    if found is None:
        return None
    words, span = found
    content = Client.markup(words, markdown=markdown)
    return types.Hover(content, analysis.document.index.range(span))


def directive_at(draft: Draft, offset: int) -> Directive | None:
    """The directive whose rules are named at an offset."""
    if "<!--" not in draft.source.text:
        return None
    inside = (
        one
        for one in find_directives(draft.source)
        if one.in_text and one.named.start <= offset <= one.named.end
    )
    return next(inside, None)


def _rule(analysis: Analysis, offset: int) -> tuple[str, Span] | None:
    directive = directive_at(analysis.draft, offset)
    if directive is None:
        return None
    text = analysis.document.text
    end = directive.named.start
    for selector in directive.selectors:
        start = text.index(selector, end)
        end = start + len(selector)
        rule = analysis.linter.rulebook.find(selector)
        if rule is not None and start <= offset <= end:
            return rule_markdown.render(rule, analysis.language), Span(start, end)
    return None


def _marker(analysis: Analysis, offset: int) -> tuple[str, Span] | None:
    draft = analysis.draft
    path = path_to(draft.outline, offset)
    if not path or not path[-1].item.marker.span.holds(offset):
        return None
    look = Look(language=analysis.language)
    item = path[-1].item
    text = item.span.of(draft.text)
    length = sum(map(len, text.split()))
    rate = analysis.linter.settings.speaking_rate
    time = spoken_time(count_spoken(text) * 60 / rate)
    trail = " › ".join(_sign(draft, step.item) for step in path)
    place = _place(path[-1], look)
    words = look.say(
        f"**{trail}**（{place}）\n\n这一部分 {length} 字，约 {time}（每分钟 {rate} 字）",
        f"**{trail}** ({place})\n\n{length} characters, about {time} at {rate} a minute",
    )
    return words, item.marker.span


def _sign(draft: Draft, item: Item) -> str:
    """A marker without the mark that parts it from its text."""
    return item.marker.span.of(draft.text).strip(_MARKS)


def _place(step: Step, look: Look) -> str:
    place, count = step.series.items.index(step.item) + 1, len(step.series.items)
    return look.say(f"共 {count} 条，第 {place} 条", f"{place} of {count}")
