"""What an editor offers to write: the next marker, and the words of a directive."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsprotocol import types

from speechlint.directives import Verb
from speechlint.draft import Draft
from speechlint.reports import rule_markdown
from speechlint.reports.look import Look
from speechlint.server.analysis import Analysis
from speechlint.server.client import Client
from speechlint.server.places import path_ahead
from speechlint.source import Span
from speechlint.syntax.nodes import Marker, Style
from speechlint.syntax.numerals import format_numeral

TRIGGERS = ("。", "；", "：", "！", "？", "“", "[", ",", ":")
"""Signs after which an editor asks by itself."""

_CLAUSE_STARTS = "。；：，！？…“;:!?—"
_WORDS = {
    Style.CONNECTIVE: ("首先", "其次", "再次", "最后"),
    Style.SIDE: ("一方面", "另一方面"),
}
_IN_CODES = re.compile(
    r"<!--\s{0,20}speechlint\s{0,5}[:：]\s{0,20}[a-z-]{1,20}\s{0,5}\[([^\]\r\n]{0,200})\Z"
)
_AT_VERB = re.compile(r"<!--\s{0,20}speechlint\s{0,5}[:：]\s{0,20}([a-z-]{0,20})\Z")
_CODE_PREFIX = re.compile(r"[A-Za-z0-9-]*\Z")
_TYPED = re.compile(r"[（(第其首再最一二三四五六七八九十\d、.．是要）)]{0,6}\Z")
_MARKUP = re.compile(r"[ \t]*((?:#{1,6}|[-*+]|>)[ \t]+)")
"""What Markdown puts ahead of a heading or an item."""

_NEAR = 300
"""A directive is no longer than so many code points."""


def complete(
    analysis: Analysis, position: types.Position, *, markdown: bool
) -> list[types.CompletionItem]:
    """What may be written at a position."""
    index = analysis.document.index
    offset = index.offset(position)
    line = index.line_span(index.line_of(offset))
    before = analysis.document.text[max(line.start, offset - _NEAR) : offset]
    if _IN_CODES.search(before):
        return list(_codes(analysis, offset, before, markdown=markdown))
    verb = _AT_VERB.search(before)
    if verb is not None:
        span = Span(offset - len(verb[1]), offset)
        return [_word(analysis, span, f"{one.value}[]", one.value) for one in Verb]
    return list(_markers(analysis, line, offset)) if analysis.relevant else []


def _codes(
    analysis: Analysis, offset: int, before: str, *, markdown: bool
) -> Iterator[types.CompletionItem]:
    """The codes of rules."""
    prefix = _CODE_PREFIX.search(before)
    span = Span(offset - len(prefix[0] if prefix else ""), offset)
    look = Look(language=analysis.language)
    for rule in analysis.linter.rulebook:
        words = rule_markdown.render_short(rule, analysis.language)
        yield types.CompletionItem(
            label=rule.code,
            kind=types.CompletionItemKind.Constant,
            detail=f"{rule.name}  {look.severity(rule.severity)}",
            documentation=Client.markup(words, markdown=markdown),
            filter_text=f"{rule.code} {rule.name}",
            text_edit=types.TextEdit(analysis.document.index.range(span), rule.code),
        )


def _word(analysis: Analysis, span: Span, text: str, label: str) -> types.CompletionItem:
    return types.CompletionItem(
        label=label,
        kind=types.CompletionItemKind.Keyword,
        text_edit=types.TextEdit(analysis.document.index.range(span), text),
    )


def _markers(analysis: Analysis, line: Span, offset: int) -> Iterator[types.CompletionItem]:
    """The next marker of every list that is open, the innermost first."""
    draft, text = analysis.draft, analysis.draft.text
    typed = _TYPED.search(text, max(line.start, offset - 6), offset)
    start = typed.start() if typed else offset
    ahead = text[line.start : start].rstrip()
    if ahead and ahead[-1] not in _CLAUSE_STARTS:
        return
    prefix = text[start:offset]
    offered: set[str] = set()
    for step in reversed(path_ahead(draft.outline, start)):
        marker = step.item.marker
        written = _next(draft, marker)
        if written is None or written in offered or marker.inline != bool(ahead):
            continue
        if not written.startswith(prefix):
            continue
        offered.add(written)
        yield types.CompletionItem(
            label=written,
            kind=types.CompletionItemKind.Enum,
            detail=Look(language=analysis.language).say("下一条", "next item"),
            sort_text=f"{len(offered):02}",
            preselect=len(offered) == 1,
            text_edit=types.TextEdit(
                analysis.document.index.range(Span(start, offset)),
                _markup(analysis, marker, Span(line.start, start)) + written,
            ),
        )


def _markup(analysis: Analysis, marker: Marker, typed: Span) -> str:
    """The sign of a heading or list ahead of the item before, unless one is typed already."""
    text, index = analysis.document.text, analysis.document.index
    before = Span(index.line_span(index.line_of(marker.span.start)).start, marker.span.start)
    sign = _MARKUP.fullmatch(before.of(text))
    is_markup = sign and not before.of(analysis.draft.text).strip()
    return sign[1] if sign and is_markup and not typed.of(text).strip() else ""


def _next(draft: Draft, marker: Marker) -> str | None:
    """The marker after one, or none where its words or digits don't go on."""
    if marker.automatic:
        return None
    text, span = draft.text, marker.span
    words = _WORDS.get(marker.style)
    if words is not None:
        at = marker.ordinal
        found = words[at] if 0 < at < len(words) else None
        return found and found + span.of(text)[len(words[at - 1]) :]
    number = format_numeral(marker.ordinal + 1, marker.numeral.of(text))
    if number is None:
        return None
    return text[span.start : marker.numeral.start] + number + text[marker.numeral.end : span.end]
