"""The genre that the user gives to all drafts."""

from __future__ import annotations

from speechlint.errors import SettingsError
from speechlint.settings.settings import Settings


def choose_genre(settings: Settings) -> str:
    """The name of a genre that the user named in English or Chinese; empty when none was named.

    Raises:
        SettingsError: there is no such genre.
    """
    if not settings.genre:
        return ""
    from speechlint.syntax.genres import all_genres, find_genre

    genre = find_genre(settings.genre)
    if genre is None:
        where = settings.origin("genre")
        names = ", ".join(f"{one.name} ({one.zh})" for one in all_genres())
        raise SettingsError(
            f"{where}: “{settings.genre}” is none of: {names}",
            f"{where}：没有“{settings.genre}”这个文种；可用：{names}",
        )
    return genre.name
