"""Servers that the tests share: one for each unit of columns, and one that sends by itself."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from lsprotocol import types
from pytest_lsp import LanguageClient

from tests.server.editor import capabilities, connect


@pytest_asyncio.fixture(scope="session", loop_scope="session", params=["utf-8", "utf-16", "utf-32"])
async def client(request: pytest.FixtureRequest) -> AsyncIterator[LanguageClient]:
    """A capable editor."""
    params = types.InitializeParams(
        capabilities(request.param),
        locale="zh-cn",
        initialization_options={"inlayHints": True, "isolated": True},
    )
    async with connect(params) as connected:
        yield connected


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def pushed() -> AsyncIterator[LanguageClient]:
    """An editor that doesn't ask for diagnostics, and can do little."""
    params = types.InitializeParams(
        capabilities(pulls=False), locale="en", initialization_options={"isolated": True}
    )
    async with connect(params) as connected:
        yield connected
