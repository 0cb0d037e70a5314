"""A page a rule, and the lists of them, from the rulebook."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

from docs.markdown import plain, table
from speechlint.diagnostic import Applicability, Severity
from speechlint.linter import lint_all
from speechlint.rulebook import Language, Rule, load_rulebook
from speechlint.settings import Settings
from speechlint.settings.values import toml_value
from speechlint.source import Source

GROUPS = {
    "numbering": ("序号", "Numbering"),
    "counts": ("数目", "Counts"),
    "parts": ("成分", "Parts"),
    "parallelism": ("对仗", "Parallelism"),
    "placeholders": ("占位", "Placeholders"),
    "residue": ("残留", "Residue"),
    "punctuation": ("标点", "Punctuation"),
    "duplicates": ("重复", "Duplicates"),
    "words": ("用词", "Words"),
    "suppression": ("注释", "Directives"),
}
_LONGEST_VALUE = 120

_SEVERITIES = {
    Severity.ERROR: ("错误", "error"),
    Severity.WARNING: ("警告", "warning"),
    Severity.INFO: ("提示", "info"),
}
_FIXES = {
    None: ("—", "—"),
    Applicability.SAFE: ("`--fix`", "`--fix`"),
    Applicability.UNSAFE: ("`--unsafe-fixes`", "`--unsafe-fixes`"),
}


def rule_pages() -> Iterator[tuple[str, str]]:
    """The code and the page of every rule."""
    for rule in load_rulebook():
        yield rule.code, _page(rule)


def rule_index(language: Language) -> str:
    """All rules, by group."""
    chinese = language == "zh"
    place = 0 if chinese else 1
    folder = "" if chinese else "../rules/"
    head = ("代码", "名称", "级别", "能自动改", "说的话") if chinese else (
        "code", "name", "severity", "mended by", "message")  # fmt: skip
    parts = ["# 全部规则" if chinese else "# All rules", ""]
    if chinese:
        parts.append(
            "每条规则一页：查什么、依据什么、怎么改，附真正运行过的例子。"
            "标“试行”的默认不用，`--preview` 或 `--select` 点名才查。"
        )
    else:
        parts.append(
            "A page a rule: what it looks for, on what authority, and how to mend it, with examples"
            " that are run as tests. Rules marked “preview” are off until asked for."
        )
    rules = sorted(load_rulebook(), key=lambda rule: list(GROUPS).index(rule.group))
    for group, members in groupby(rules, key=lambda rule: rule.group):
        rows = [
            (
                f"[{rule.code}]({folder}{rule.code}.md)",
                rule.name + (_preview(chinese=chinese) if rule.preview else ""),
                _SEVERITIES[rule.severity][place],
                _FIXES[rule.fix][place],
                plain(_example_message(rule, language)),
            )
            for rule in members
        ]
        parts += ["", f"## {GROUPS[group][place]}", "", table(head, rows)]
    return "\n".join(parts) + "\n"


def _preview(*, chinese: bool) -> str:
    return "（试行）" if chinese else " (preview)"


def _page(rule: Rule) -> str:
    parts = [f"# {rule.code} {rule.name}", "", *_facts(rule), ""]
    parts += [plain(rule.explain.zh.strip()), ""]
    params = rule.read_params()
    if params:
        rows = [(f"`{key}`", _value(value)) for key, value in params.items()]
        parts += ["## 参数", "", table(("参数", "默认"), rows), ""]
        parts += [
            f"在配置文件的 `[rules.{rule.code}]` 里改，见[配置](../reference/configuration.md)。"
        ]
        parts.append("")
    parts += ["## 有问题", "", *map(_draft, rule.examples.bad), ""]
    parts += ["## 没有问题", "", *map(_draft, rule.examples.good), ""]
    parts += [
        "## In English",
        "",
        f"> {plain(_example_message(rule, 'en'))}",
        "",
        plain(rule.explain.en.strip()),
        "",
    ]
    return "\n".join(parts)


def _example_message(rule: Rule, language: Language) -> str:
    """What the rule says of its first bad example."""
    text = rule.examples.bad[0].replace("⟦", "").replace("⟧", "")
    settings = Settings(preview=True, language=language)
    found = lint_all([Source("draft.txt", text)] * 2, settings)
    messages = (one.message for one in found[0] + found[1] if one.code == rule.code)
    return next(messages, rule.message.speak(language))


def _facts(rule: Rule) -> list[str]:
    facts = [
        f"级别：**{_SEVERITIES[rule.severity][0]}**",
        f"能自动改：{_FIXES[rule.fix][0]}",
        f"始于 {rule.since}",
    ]
    if rule.preview:
        facts.append("**试行**：点名才查")
    return [f"> {plain(_example_message(rule, 'zh'))}", "", " · ".join(facts)]


def _value(value: object) -> str:
    written = toml_value(value)
    if len(written) > _LONGEST_VALUE:
        written = written[:_LONGEST_VALUE] + " …"
    return f"`` {written.replace('|', chr(92) + '|')} ``"


def _draft(text: str) -> str:
    """An example with its marked places; an empty place shows as a thin bar."""
    marked = escape(text.strip("\n"), quote=False)
    marked = marked.replace("⟦⟧", '<mark class="place">&#8203;</mark>')
    marked = marked.replace("⟦", "<mark>").replace("⟧", "</mark>")
    # A blank line would end the block, and Markdown would read what follows.
    marked = marked.replace("\n", "&#10;")
    return f'<pre class="example"><code>{marked}</code></pre>\n'
