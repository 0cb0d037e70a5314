"""Comparing drafts for an editor that doesn't ask about all of them."""

from __future__ import annotations

import asyncio

from speechlint.server.workspace import FolderDrafts

_DELAY = 1.0
"""Seconds to wait: the editor has other questions first."""

_MOST = 500
"""Drafts that are read unasked: of more, hardly all are in hand."""


class Survey:
    """Compares the drafts of the folders once the editor is quiet.

    One that asks about all of them has them compared then. Nobody's home is gone through unasked.
    """

    def __init__(self, drafts: FolderDrafts) -> None:
        self._drafts = drafts
        self._waiting: asyncio.Task[None] | None = None

    def schedule(self) -> None:
        """Compare soon; what was about to be compared is given up."""
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None
        if not self._drafts.asked_for:
            self._waiting = asyncio.get_running_loop().create_task(self._compare())

    async def _compare(self) -> None:
        await asyncio.sleep(_DELAY)
        if self._drafts.lie_at_home:
            return
        drafts = await self._drafts.search()
        if len(drafts) <= _MOST and not self._drafts.asked_for:
            await self._drafts.compare(drafts)
