"""What is shown in the text beside an announcement: how many items follow."""

from __future__ import annotations

from lsprotocol import types

from speechlint.checks.counting.deliveries import find_deliveries
from speechlint.reports.look import Look
from speechlint.server.analysis import Analysis


def inlay_hints(analysis: Analysis, range_: types.Range) -> list[types.InlayHint]:
    """The number of items after each announcement in a range."""
    index = analysis.document.index
    wanted = index.span(range_)
    look = Look(language=analysis.language)
    return [
        types.InlayHint(
            position=index.position(one.span.end),
            label=f"⟶ {one.delivered}",
            tooltip=look.say(f"后面有 {one.delivered} 条", f"{one.delivered} items follow"),
            padding_left=True,
        )
        for one in find_deliveries(analysis.draft)
        if wanted.overlaps(one.span)
    ]
