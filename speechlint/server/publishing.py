"""Diagnostics for editors that don't ask for them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from lsprotocol import types

from speechlint.server.session import Session

_LEAST_DELAY = 0.01
_MOST_DELAY = 0.3


class Publisher:
    """Sends the diagnostics of a document once its writer pauses.

    The longer a document takes to check, the longer the pause has to be. A change cancels what was
    about to be sent; until something new is sent, the editor keeps what it has.
    """

    def __init__(
        self, session: Session, send: Callable[[types.PublishDiagnosticsParams], None]
    ) -> None:
        self._session = session
        self._send = send
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._delays: dict[str, float] = {}

    def schedule(self, uri: str) -> None:
        """Send the diagnostics of a document soon, unless it changes again."""
        if self._session.client.pulls:
            return
        self._cancel(uri)
        self._waiting[uri] = asyncio.get_running_loop().create_task(self._publish(uri))

    def clear(self, uri: str) -> None:
        """Take back the diagnostics of a document that was closed."""
        self._cancel(uri)
        self._delays.pop(uri, None)
        if not self._session.client.pulls:
            self._send(types.PublishDiagnosticsParams(uri, []))

    def _cancel(self, uri: str) -> None:
        task = self._waiting.pop(uri, None)
        if task is not None:
            task.cancel()

    async def _publish(self, uri: str) -> None:
        await asyncio.sleep(self._delays.get(uri, _LEAST_DELAY))
        start = time.perf_counter()
        analysis = self._session.analysis(uri)
        if analysis is None:
            return
        found = self._session.findings.report(analysis)
        taken = time.perf_counter() - start
        self._delays[uri] = min(max(taken / 2, _LEAST_DELAY), _MOST_DELAY)
        self._waiting.pop(uri, None)
        self._send(types.PublishDiagnosticsParams(uri, found, analysis.document.version))
