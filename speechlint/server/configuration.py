"""Asking the editor for the user's settings: those for everything, and those for each folder."""

from __future__ import annotations

from contextlib import suppress

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.uris import from_fs_path

from speechlint.server.preferences import SECTION
from speechlint.server.server import SpeechlintServer


async def ask_for_settings(server: SpeechlintServer) -> bool:
    """Take up the settings that hold now, everywhere and in the folders that are open now.

    An answer that comes after something newer was asked is dropped: another is on its way.

    Returns:
        whether any changed.
    """
    session = server.session
    folders = tuple(session.workplace.folders)
    items = [types.ConfigurationItem(section=SECTION)]
    items += [types.ConfigurationItem(from_fs_path(str(one)), SECTION) for one in folders]
    session.asked += 1
    asked = session.asked
    with suppress(JsonRpcException):  # an editor that won't answer is served all the same
        answers = await server.workspace_configuration_async(types.ConfigurationParams(items))
        if answers and asked == session.asked:
            return session.prefer_answers(folders, answers)
    return False
