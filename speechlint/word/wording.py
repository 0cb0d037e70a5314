"""What a comment says."""

from __future__ import annotations

from speechlint.diagnostic import Applicability, Diagnostic, Severity
from speechlint.source import Span

_SEVERITIES = {
    Severity.ERROR: ("错误", "error"),
    Severity.WARNING: ("警告", "warning"),
    Severity.INFO: ("提示", "note"),
}
_EXCERPT = 20
"""Code points of a passage that are quoted."""

_MAX_EDITS = 3
"""Edits that are spelt out; a comment is no place for a renumbering of twenty items."""


def comment_lines(
    diagnostic: Diagnostic, text: str, language: str, *, in_note: bool = False
) -> list[str]:
    """The paragraphs of a comment: the rule, what is wrong and what to do, partners, the fix.

    Args:
        diagnostic: what was found.
        text: the text it was found in.
        language: ``zh`` or ``en``.
        in_note: whether it is in a note, so that the comment is not on the passage.
    """
    chinese = language == "zh"
    severity = _SEVERITIES[diagnostic.severity][0 if chinese else 1]
    head = f"{diagnostic.code} {diagnostic.name}"
    lines = [f"{head}（{severity}）" if chinese else f"{head} ({severity})", diagnostic.message]
    if in_note:
        quoted = _quote(diagnostic.span, text)
        lines.append(f"在注文里：{quoted}" if chinese else f"In the note: {quoted}")
    for related in diagnostic.related:
        quoted = _quote(related.span, text)
        if quoted[1:-1] in related.message:
            quoted = ""
        separator = "：" if chinese else ": "
        lines.append(f"{quoted}{separator}{related.message}" if quoted else related.message)
    lines += _fix_lines(diagnostic, text, chinese=chinese)
    return lines


def _fix_lines(diagnostic: Diagnostic, text: str, *, chinese: bool) -> list[str]:
    fix = diagnostic.fix
    if fix is None or len(fix.edits) > _MAX_EDITS:
        return []
    changes: list[str] = []
    for edit in fix.edits:
        old, new = _quote(edit.span, text), f"“{edit.text}”" if edit.text else ""
        if old and new:
            changes.append(f"{old} → {new}")
        elif new:
            changes.append(f"加上{new}" if chinese else f"add {new}")
        elif old:
            changes.append(f"删去{old}" if chinese else f"delete {old}")
    if not changes:
        return []
    unsafe = fix.applicability is Applicability.UNSAFE
    if chinese:
        return [f"{'可改（请核对）' if unsafe else '可改'}：{'；'.join(changes)}"]
    return [f"{'Fix (please check)' if unsafe else 'Fix'}: {'; '.join(changes)}"]


def _quote(span: Span, text: str) -> str:
    passage = " ".join(span.of(text).split())
    if not passage:
        return ""
    return f"“{passage}”" if len(passage) <= _EXCERPT else f"“{passage[:_EXCERPT]}…”"
