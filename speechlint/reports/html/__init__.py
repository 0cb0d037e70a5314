"""The report for people who never open a terminal: one page that needs nothing else.

Jinja escapes every text. The page carries its style and its script, and a policy that lets it
load nothing and run nothing besides; it can be read without the script, and printed.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from speechlint.reports.html.build import build_page
from speechlint.reports.look import Look
from speechlint.runner import CheckedFile

_FOLDER = Path(__file__).resolve().parent


def render(files: Sequence[CheckedFile], look: Look) -> Iterator[str]:
    """The page, in one piece."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    templates = Environment(
        autoescape=True,
        loader=FileSystemLoader(_FOLDER),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    script = templates.get_template("page.js").render()
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    yield templates.get_template("page.html.jinja").render(
        page=build_page(files, look),
        say=look.say,
        language="zh-CN" if look.language == "zh" else "en",
        script_digest=f"sha256-{digest}",
    )
