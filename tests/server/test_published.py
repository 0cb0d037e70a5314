"""A package that names a published site: an editor opens the pages of rules there."""

import os
from pathlib import Path

import pytest
from lsprotocol import types

from tests.server.editor import Buffer, capabilities, connect

DRAFT = "在全市推进会上的讲话\n\n同志们：\n一、提高认识\n要统一思想。\n三、抓好落实\n要压实责任。\n"
PACKAGE = """Metadata-Version: 2.1
Name: speechlint
Version: 0
Project-URL: Documentation, https://speechlint.example.org
"""
PAGE = "https://speechlint.example.org/rules/NUM001.html"


@pytest.mark.asyncio
async def test_pages_of_rules_are_opened_on_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "speechlint-0.dist-info").mkdir()
    (tmp_path / "speechlint-0.dist-info" / "METADATA").write_text(PACKAGE, encoding="utf-8")
    path = [str(tmp_path), *filter(None, (os.environ.get("PYTHONPATH"),))]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(path))
    async with connect(types.InitializeParams(capabilities(), locale="zh-cn")) as client:
        buffer = Buffer(client, DRAFT).open()
        found = (await buffer.diagnostics())["NUM001"]
        assert found.code_description == types.CodeDescription(PAGE)
        params = types.ExecuteCommandParams("speechlint.showRule", ["NUM001", buffer.uri])
        await client.workspace_execute_command_async(params)
        (shown,) = client.shown_documents
        assert (shown.uri, shown.external) == (PAGE, True)
