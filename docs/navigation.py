"""The configuration of the site generator."""

from __future__ import annotations

import json
from itertools import groupby
from pathlib import Path

from docs.rules import GROUPS
from speechlint.rulebook import load_rulebook

_TOP = """[project]
site_name = "speechlint"
site_description = "给讲话稿、工作报告、致辞、主持词检查结构的工具"
docs_dir = "docs"
site_dir = "site"
extra_css = ["style.css"]

[project.theme]
language = "zh"
font = false
features = ["navigation.top", "navigation.footer", "content.code.copy", "search.highlight"]

[[project.theme.palette]]
media = "(prefers-color-scheme: light)"
scheme = "default"

[[project.theme.palette]]
media = "(prefers-color-scheme: dark)"
scheme = "slate"
"""


def write_configuration(path: Path) -> None:
    """Write the configuration, with every page in the navigation."""
    rules = sorted(load_rulebook(), key=lambda rule: list(GROUPS).index(rule.group))
    by_group = [
        {
            GROUPS[group][0]: [
                {f"{rule.code} {rule.name}": f"rules/{rule.code}.md"} for rule in members
            ]
        }
        for group, members in groupby(rules, key=lambda rule: rule.group)
    ]
    navigation: list[object] = [
        {"首页": "index.md"},
        {"五分钟上手": "start.md"},
        {"网页报告和统计": "report.md"},
        {"Word 和 WPS": "word.md"},
        {"不想看的提醒": "ignoring.md"},
        {"提交前检查": "pre-commit.md"},
        {"编辑器": "editors.md"},
        {"写自己的规则": "own-rules.md"},
        {"规则": [{"全部规则": "rules/index.md"}, *by_group]},
        {
            "参考": [
                {"配置": "reference/configuration.md"},
                {"命令": "reference/commands.md"},
            ]
        },
        {
            "English": [
                {"Five-minute start": "en/start.md"},
                {"All rules": "en/rules.md"},
                {"Rules of your own": "en/own-rules.md"},
                {"How a draft is parsed": "how/outline.md"},
                {"The grammar": "how/grammar.md"},
                {"How it is tested": "how/testing.md"},
            ]
        },
    ]
    nav = ",\n  ".join(_inline(entry) for entry in navigation)
    top, _, rest = _TOP.partition("\n[project.theme]")
    path.write_text(f"{top}nav = [\n  {nav},\n]\n\n[project.theme]{rest}", encoding="utf-8")


def _inline(entry: object) -> str:
    """A value of TOML on one line; strings are written as in JSON."""
    if isinstance(entry, dict):
        pairs = (
            f"{json.dumps(key, ensure_ascii=False)} = {_inline(value)}"
            for key, value in entry.items()
        )
        return f"{{ {', '.join(pairs)} }}"
    if isinstance(entry, list):
        return f"[{', '.join(map(_inline, entry))}]"
    return json.dumps(entry, ensure_ascii=False)
