r"""What a writer tells the linter inside a draft.

``<!-- speechlint: ignore[NUM001] reason -->`` silences a rule on its own line, or, standing alone,
on the next line that holds text; ``disable[…]`` and ``enable[…]`` enclose a stretch; and
``ignore-file[…]`` silences a rule throughout. In Word a comment says the same, without ``<!--``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

import msgspec

from speechlint.source import Source, Span

_OPENING = "<!--"

# Most drafts have none, and compile none of these.
_COMMENT = r"(?i)<!--[ \t]{0,20}speechlint[ \t]{0,5}[:：]((?:[^\r\n-]|-(?!->)){0,300})-->"
_NOTE = r"(?is)\s{0,20}speechlint[ \t]{0,5}[:：](.{0,300})"
_WORDS = r"\s{0,20}([a-z-]{1,20})[ \t]{0,5}[\[【［]([^\]】］\r\n]{1,200})[\]】］]"
_SELECTOR = r"[^\s,，、;；]+"


class Verb(str, Enum):
    """What a directive does."""

    IGNORE = "ignore"
    DISABLE = "disable"
    ENABLE = "enable"
    IGNORE_FILE = "ignore-file"


class Directive(msgspec.Struct, frozen=True):
    """A directive in a draft.

    Attributes:
        span: the whole comment; in Word, the passage that it is on.
        verb: what it does; none when it cannot be understood.
        selectors: the rules that it names, as written.
        named: where these stand in the text, the commas between them included.
        in_text: whether it is part of the text, so that an edit can change it.
    """

    span: Span
    verb: Verb | None
    selectors: tuple[str, ...]
    named: Span
    in_text: bool = True


def find_directives(source: Source) -> tuple[Directive, ...]:
    """The directives of a draft, in the order of the text."""
    found = list(_in_text(source.text))
    for comment in source.comments:
        note = re.compile(_NOTE).match(comment.text)
        if note is not None:
            verb, selectors, _ = _understand(note.group(1))
            found.append(Directive(comment.span, verb, selectors, comment.span, in_text=False))
    return tuple(sorted(found, key=lambda directive: directive.span))


def blank_directives(text: str) -> str:
    """A plain text with its directives blanked by spaces, so that no offset moves."""
    if _OPENING not in text:
        return text
    return re.compile(_COMMENT).sub(lambda found: " " * len(found.group()), text)


def _in_text(text: str) -> Iterator[Directive]:
    if _OPENING not in text:
        return
    for found in re.compile(_COMMENT).finditer(text):
        verb, selectors, named = _understand(found.group(1))
        start = found.start(1)
        yield Directive(
            span=Span(*found.span()),
            verb=verb,
            selectors=selectors,
            named=Span(start + named.start, start + named.end),
        )


def _understand(words: str) -> tuple[Verb | None, tuple[str, ...], Span]:
    """The verb, the rules, and where the rules stand."""
    found = re.compile(_WORDS).match(words)
    if found is None:
        return None, (), Span(0, len(words))
    selectors = tuple(re.compile(_SELECTOR).findall(found.group(2)))
    known = any(found.group(1) == verb.value for verb in Verb)
    verb = Verb(found.group(1)) if known and selectors else None
    return verb, selectors, Span(*found.span(2))
