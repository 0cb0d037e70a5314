"""What is shown in the text beside an announcement: how many items follow."""

from __future__ import annotations

from lsprotocol import types

from speechlint.checks.counting.series import find_series
from speechlint.checks.counting.wording import leads_in
from speechlint.reports.look import Look
from speechlint.server.analysis import Analysis
from speechlint.syntax.announcements import find_announcements


def inlay_hints(analysis: Analysis, range_: types.Range) -> list[types.InlayHint]:
    """The number of items after each announcement in a range."""
    draft, index = analysis.draft, analysis.document.index
    wanted = index.span(range_)
    look = Look(language=analysis.language)
    hints = []
    for announcement in find_announcements(draft.text):
        if not wanted.overlaps(announcement.span) or not leads_in(announcement, draft.text):
            continue
        series = find_series(draft, announcement)
        if series is None or len(series.spans) < 2:
            continue
        count = len(series.spans)
        hints.append(
            types.InlayHint(
                position=index.position(announcement.span.end),
                label=f"⟶ {count}",
                tooltip=look.say(f"后面有 {count} 条", f"{count} items follow"),
                padding_left=True,
            )
        )
    return hints
