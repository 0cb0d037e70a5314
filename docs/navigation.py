"""The configuration of the site generator."""

from __future__ import annotations

import json
from itertools import groupby
from pathlib import Path

from docs.rules import GROUPS, by_group
from speechlint.rulebook import Language

_TOP = """[project]
site_name = "{name}"
site_description = "{description}"
docs_dir = "docs"
site_dir = "site"
extra_css = ["style.css"]
use_directory_urls = false
nav = {navigation}

[project.theme]
language = "{language}"
font = false
features = ["navigation.top", "navigation.footer", "content.code.copy", "search.highlight"]

[[project.theme.palette]]
media = "(prefers-color-scheme: light)"
scheme = "default"

[[project.theme.palette]]
media = "(prefers-color-scheme: dark)"
scheme = "slate"

[[project.extra.alternate]]
name = "中文"
link = "{chinese}"
lang = "zh"

[[project.extra.alternate]]
name = "English"
link = "{english}"
lang = "en"
"""

_NAMES = {
    "zh": ("speechlint 讲稿体检", "给讲话稿、工作报告、致辞、主持词检查结构的工具"),
    "en": ("speechlint", "A linter for the rhetorical structure of Chinese official drafts"),
}

_PAGES = (
    ("index.md", "首页", "Home"),
    ("start.md", "五分钟上手", "Five-minute start"),
    ("report.md", "网页报告和统计", "Report and figures"),
    ("word.md", "Word 和 WPS", "Word and WPS"),
    ("ignoring.md", "不想看的提醒", "Ignoring findings"),
    ("pre-commit.md", "提交前检查", "Before every commit"),
    ("editors.md", "编辑器", "Editors"),
    ("own-rules.md", "写自己的规则", "Rules of your own"),
)
_REFERENCE = (
    ("reference/configuration.md", "配置", "Configuration"),
    ("reference/commands.md", "命令", "Commands"),
)
_HOW = (
    ("how/outline.md", "文稿怎样读成提纲", "How a draft is parsed"),
    ("how/grammar.md", "语法文件", "The grammar"),
    ("how/testing.md", "怎样检验，结果如何", "How it is tested"),
)


def write_configuration(path: Path, language: Language) -> None:
    """Write the configuration of the site of a language, with every page in the navigation."""
    chinese = language == "zh"
    name, description = _NAMES[language]
    text = _TOP.format(
        name=name,
        description=description,
        language=language,
        navigation=_inline(_navigation(0 if chinese else 1)),
        chinese="index.html" if chinese else "../index.html",
        english="en/index.html" if chinese else "index.html",
    )
    path.write_text(text, encoding="utf-8")


def _navigation(place: int) -> list[object]:
    """The pages and sections, named in Chinese (0) or English (1)."""

    def named(pages: tuple[tuple[str, str, str], ...]) -> list[object]:
        return [{names[place]: path} for path, *names in pages]

    rules: list[object] = [{("全部规则", "All rules")[place]: "rules/index.md"}]
    for group, members in groupby(by_group(), key=lambda rule: rule.group):
        pages = [{f"{rule.code} {rule.name}": f"rules/{rule.code}.md"} for rule in members]
        rules.append({GROUPS[group][place]: pages})
    return [
        *named(_PAGES),
        {("规则", "Rules")[place]: rules},
        {("参考", "Reference")[place]: named(_REFERENCE)},
        {("内情", "Inside")[place]: named(_HOW)},
    ]


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
