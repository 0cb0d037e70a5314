"""The code actions that an editor offers at a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from lsprotocol import types

from speechlint.diagnostic import Diagnostic, Edit
from speechlint.fixes import choose_fixes
from speechlint.reports.look import Look
from speechlint.server.analysis import Analysis
from speechlint.server.client import Client
from speechlint.server.findings import SOURCE, Findings, is_safe
from speechlint.server.tasks import Task, Work, list_at
from speechlint.source import Span

QUICK_FIX = types.CodeActionKind.QuickFix.value
FIX_ALL = "source.fixAll.speechlint"
RENUMBER = "refactor.rewrite.speechlint"
SHOW_RULE = "speechlint.showRule"
"""The command that opens the page of a rule."""

KINDS = (QUICK_FIX, RENUMBER, FIX_ALL)

_LONGEST = 12
"""Characters of a text that a title quotes."""


class Actions:
    """Makes the code actions for one editor."""

    def __init__(self, client: Client, findings: Findings) -> None:
        self._client = client
        self._findings = findings

    def offer(
        self, analysis: Analysis, params: types.CodeActionParams
    ) -> list[types.CodeAction | types.Command]:
        """What can be done at a range, of the kinds that the editor wants."""
        if not self._client.action_literals:
            return []
        only = params.context.only
        return [
            action
            for action in self._make(analysis, params)
            if only is None or any(_is_of(action.kind, kind) for kind in only)
        ]

    def edit(self, analysis: Analysis, edits: Sequence[Edit]) -> types.WorkspaceEdit:
        """Edits of a document, for its present version where the editor can say so."""
        document, index = analysis.document, analysis.document.index
        made = [types.TextEdit(index.range(one.span), one.text) for one in edits]
        if not self._client.versioned_edits:
            return types.WorkspaceEdit(changes={document.uri: made})
        named = types.OptionalVersionedTextDocumentIdentifier(document.uri, document.version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(named, made)])

    def _make(
        self, analysis: Analysis, params: types.CodeActionParams
    ) -> Iterator[types.CodeAction]:
        look = Look(language=analysis.language)
        found = list(self._at(analysis, params))
        for diagnostic, shown in found:
            if diagnostic.fix is not None:
                yield self._act(
                    _title(diagnostic, analysis, look),
                    QUICK_FIX,
                    _task(Work.FIX, analysis, diagnostic),
                    analysis,
                    shown,
                    preferred=is_safe(diagnostic) or len(found) == 1,
                )
        for diagnostic, shown in found:
            yield self._act(
                look.say(
                    f"这一段不查 {diagnostic.code}", f"Ignore {diagnostic.code} for this block"
                ),
                QUICK_FIX,
                _task(Work.IGNORE, analysis, diagnostic),
                analysis,
                shown,
            )
        for code in dict.fromkeys(diagnostic.code for diagnostic, _ in found):
            title = look.say(f"{code}：看这条规则", f"{code}: open the rule's page")
            yield types.CodeAction(
                title=title,
                kind=QUICK_FIX,
                command=types.Command(title, SHOW_RULE, arguments=[code, analysis.document.uri]),
            )
        yield from self._make_whole(analysis, params, look)

    def _make_whole(
        self, analysis: Analysis, params: types.CodeActionParams, look: Look
    ) -> Iterator[types.CodeAction]:
        """The actions that concern a list or the whole document."""
        document = analysis.document
        numbered = list_at(analysis.draft, document.index.offset(params.range.start))
        if numbered is not None and analysis.relevant:
            start = numbered.series.span.start
            task = Task(Work.RENUMBER, document.uri, document.version, start=start)
            count = len(task.edits(analysis))
            if count:
                title = look.say(
                    f"重排这一组序号（改 {count} 处）", f"Renumber this list ({count})"
                )
                yield self._act(title, RENUMBER, task, analysis)
        fixes = [one.fix for one in choose_fixes(analysis.diagnostics, unsafe=False)]
        count = sum(len(fix.edits) for fix in fixes if fix)
        if count:
            task = Task(Work.FIX_ALL, document.uri, document.version)
            title = look.say(f"改正全部可放心改的（{count} 处）", f"Apply all safe fixes ({count})")
            yield self._act(title, FIX_ALL, task, analysis)

    def _act(
        self,
        title: str,
        kind: str,
        task: Task,
        analysis: Analysis,
        shown: types.Diagnostic | None = None,
        *,
        preferred: bool = False,
    ) -> types.CodeAction:
        """An action; its edit is made now only where the editor won't ask for it later."""
        lazy = self._client.resolves_actions
        return types.CodeAction(
            title=title,
            kind=kind,
            diagnostics=[shown] if shown else None,
            is_preferred=True if preferred else None,
            edit=None if lazy else self.edit(analysis, task.edits(analysis)),
            data=msgspec.to_builtins(task) if lazy else None,
        )

    def _at(
        self, analysis: Analysis, params: types.CodeActionParams
    ) -> Iterator[tuple[Diagnostic, types.Diagnostic]]:
        """The findings at a range, each as the editor shows it.

        Of what the editor says it shows, that is left out which is no longer so. Where it shows
        something that cannot be told, all that lies at the range is meant: Neovim 0.7 gives the
        columns of what it shows in bytes.
        """
        place = analysis.document.index.span(params.range)
        shown = [one for one in params.context.diagnostics if one.source == SOURCE]
        found = list(self._findings.pairs(analysis))
        meant = [worded for _, worded in found if any(_is_same(one, worded) for one in shown)]
        whole = len(meant) < len(shown) or not shown
        for diagnostic, worded in found:
            if worded in meant or (whole and place.overlaps(diagnostic.span)):
                yield diagnostic, worded


def _is_of(kind: str | None, wanted: str) -> bool:
    """Whether a kind is another one or a kind of it."""
    wanted = types.CodeActionKind(wanted).value
    return not wanted or kind == wanted or f"{kind}".startswith(f"{wanted}.")


def _is_same(shown: types.Diagnostic, worded: types.Diagnostic) -> bool:
    same = shown.code == worded.code and shown.range == worded.range
    return same and shown.data in (None, worded.data)


def _task(work: Work, analysis: Analysis, diagnostic: Diagnostic) -> Task:
    document, span = analysis.document, diagnostic.span
    return Task(work, document.uri, document.version, diagnostic.code, span.start, span.end)


def _title(diagnostic: Diagnostic, analysis: Analysis, look: Look) -> str:
    """What a fix does, in a few words."""
    edits = diagnostic.fix.edits if diagnostic.fix else ()
    code = diagnostic.code
    if len(edits) != 1:
        return look.say(f"{code}：改 {len(edits)} 处", f"{code}: change {len(edits)} places")
    old, new = _quote(edits[0].span, analysis), edits[0].text
    if not new:
        return look.say(f"{code}：删去“{old}”", f"{code}: delete “{old}”")
    new = new if len(new) <= _LONGEST else new[:_LONGEST] + "…"
    if not old:
        return look.say(f"{code}：补上“{new}”", f"{code}: insert “{new}”")
    return look.say(f"{code}：把“{old}”改为“{new}”", f"{code}: change “{old}” to “{new}”")


def _quote(span: Span, analysis: Analysis) -> str:
    text = span.of(analysis.document.text)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
