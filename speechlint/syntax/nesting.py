"""Between lexer and parser: turns a flat stream of tokens into a nested one.

As Python's lexer puts INDENT and DEDENT into a program, the opening and closing of documents, lists
and items is put into a draft. All state is local to one call, so that any number of streams may be
read at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from speechlint.syntax.boundaries import document_starts, numbering_starts
from speechlint.syntax.candidates import Candidate, find_candidates
from speechlint.syntax.nodes import Marker, Style
from speechlint.syntax.open_lists import Placement
from speechlint.syntax.parsing import Token
from speechlint.syntax.series import SeriesBuilder

_LINE_TYPES = frozenset({"TEXT", "BREAK", "HEAD", "SALUTATION", "APPENDIX", "RESIDUE"})


class MarkerToken(Token, frozen=True):
    """The token of a marker that holds its place in a series."""

    marker: Marker


def nest(tokens: Sequence[Token], text: str) -> list[Token]:
    """The tokens of a text with documents, lists and items opened and closed."""
    starts = document_starts(tokens, text)
    candidates = list(find_candidates(tokens, text))
    nested: list[Token] = []
    first = 0
    for start, end in zip(starts, [*starts[1:], len(tokens)], strict=True):
        last = first
        while last < len(candidates) and candidates[last].token < end:
            last += 1
        nested.append(Token("_OPEN_DOCUMENT", "", _offset(tokens, start)))
        nested += _nest_document(tokens, text, candidates[first:last], start, end)
        nested.append(Token("_CLOSE_DOCUMENT", "", _offset(tokens, end)))
        first = last
    return nested


def _offset(tokens: Sequence[Token], index: int) -> int:
    """Where a token begins, or the text ends."""
    if index < len(tokens):
        return tokens[index].start
    return tokens[-1].end if tokens else 0


def _nest_document(
    tokens: Sequence[Token], text: str, candidates: Sequence[Candidate], start: int, end: int
) -> list[Token]:
    brackets = _Brackets(tokens)
    bounds = numbering_starts(tokens, start, end)
    for low, high in pairwise(bounds):
        inside = [candidate for candidate in candidates if low <= candidate.token < high]
        if inside:
            brackets.add(inside, text, high)
    return brackets.weave(start, end, text)


class _Brackets:
    """Where in a document's tokens lists and items open and close."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._ahead: defaultdict[int, list[str]] = defaultdict(list)
        self._markers: dict[int, Marker] = {}

    def add(self, candidates: Sequence[Candidate], text: str, end: int) -> None:
        """Place the candidates of a stretch in which the numbering doesn't start anew."""
        builder = SeriesBuilder(candidates, lambda candidate: _is_marker_word(text, candidate))
        line_end, known = end, 0
        for placement in builder.place():
            self._add(placement, line_end)
            # Looked for once a line, not once a marker: a line may hold thousands of them.
            if placement.candidate.token >= known:
                known = self._find_line_end(placement.candidate.token, end)
            line_end = known
        closed, compact = builder.rest()
        last_break = end
        while last_break > line_end and self._tokens[last_break - 1].type == "BREAK":
            last_break -= 1
        self._close(compact, line_end)
        self._close(closed - compact, max(last_break, line_end))

    def _find_line_end(self, index: int, end: int) -> int:
        while index < end and self._tokens[index].type != "BREAK":
            index += 1
        return index

    def _close(self, count: int, at: int) -> None:
        self._ahead[at] += ["_CLOSE_ITEM", "_CLOSE_LIST"] * count

    def _add(self, placement: Placement, line_end: int) -> None:
        candidate = placement.candidate
        at = candidate.token
        outside = candidate.line if candidate.at_line_start else at
        self._close(placement.compact, min(line_end, outside))
        self._close(placement.closed - placement.compact, outside)
        self._ahead[at] += [
            "_OPEN_LIST" if placement.opens else "_CLOSE_ITEM",
            "_OPEN_ITEM",
        ]
        style, family = candidate.kind
        self._markers[at] = Marker(
            style,
            family,
            placement.ordinal,
            candidate.span,
            candidate.numeral,
            not candidate.at_line_start,
        )

    def weave(self, start: int, end: int, text: str) -> list[Token]:
        """The document's tokens with the brackets among them, neighbouring texts joined."""
        woven: list[Token] = []
        text_start = text_end = -1
        for index in range(start, end + 1):
            ahead = self._ahead.get(index, ())
            token = self._tokens[index] if index < end else None
            marker = self._markers.get(index) if token is not None else None
            is_text = token is not None and marker is None and _is_text(token)
            if text_start >= 0 and (ahead or not is_text):
                woven.append(_text_token(text, text_start, text_end))
                text_start = -1
            if ahead:
                offset = _offset(self._tokens, index)
                woven += [Token(kind, "", offset) for kind in ahead]
            if token is None:
                break
            if is_text:
                text_start = token.start if text_start < 0 else text_start
                text_end = token.end
            elif marker is not None:
                woven.append(MarkerToken(token.type, token.text, token.start, marker))
            else:
                woven.append(token)
        return woven


def _is_text(token: Token) -> bool:
    return token.type == "TEXT" or token.type not in _LINE_TYPES


def _text_token(text: str, start: int, end: int) -> Token:
    return Token("TEXT", text[start:end], start)


def _is_marker_word(text: str, candidate: Candidate) -> bool:
    """Tell 三要求真务实 from 三要素, 三是 from 三是非: jieba decides where a word ends."""
    style, family = candidate.kind
    if style is not Style.CLAUSE:
        return True
    from speechlint.syntax.words import first_word

    start = candidate.span.end - 1
    return first_word(text[start : start + 10]) == family
