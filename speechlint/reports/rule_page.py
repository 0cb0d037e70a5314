"""Where the page of a rule can be opened: on the published site, or else on this machine."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from zlib import crc32

from speechlint.cache import keep_file, kept_files
from speechlint.reports import rule_markdown
from speechlint.resources import data_folder
from speechlint.rulebook import Language, Rule

PAGES = "pages"
"""The folder of the cache that holds pages."""


def page_address(rule: Rule, language: Language) -> str:
    """The published page, else a local one, written once; empty where no folder takes it."""
    return published_address(rule, language) or _local_address(rule, language)


def published_address(rule: Rule, language: Language) -> str:
    """The page on the site that the package names as its documentation.

    Empty when it names none, and for rules of the user's own.
    """
    site = _site()
    if not site or not Path(rule.path).is_relative_to(data_folder("rules")):
        return ""
    return f"{site}/{site_path(rule.code, language)}"


def site_path(code: str, language: Language) -> str:
    """The place of a rule's page in the site."""
    return f"{'' if language == 'zh' else f'{language}/'}rules/{code}.html"


@lru_cache(maxsize=1)
def _site() -> str:
    """The address of the site, from ``[project.urls]`` of the package; empty without one."""
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        entries = metadata("speechlint").get_all("Project-URL") or ()
    except PackageNotFoundError:
        return ""
    addresses: dict[str, str] = dict(entry.split(", ", 1) for entry in entries)
    return addresses.get("Documentation", "").rstrip("/")


def _local_address(rule: Rule, language: Language) -> str:
    page = rule_markdown.render(rule, language).encode()
    # Projects may have rules of the same code: the name tells apart what differs.
    name = f"{PAGES}/{rule.code}-{language}-{crc32(page):08x}.md"
    path = _find_kept(name, page) or keep_file(name, page)
    return path.absolute().as_uri() if path else ""


def _find_kept(name: str, page: bytes) -> Path | None:
    """A page that was written before, unless its reader has changed it."""
    for path in kept_files(name):
        with suppress(OSError):
            if path.read_bytes() == page:
                return path
    return None
