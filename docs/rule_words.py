"""What the pages of rules say between the rules' own words."""

from __future__ import annotations

from typing import NamedTuple

from speechlint.rulebook import Language


class RuleWords(NamedTuple):
    """The words in one language; ``{}`` is where a fact goes."""

    all_rules: str
    about: str
    head: tuple[str, ...]
    preview: str
    severity: str
    fix: str
    since: str
    off: str
    bad: str
    good: str
    params: str
    param_head: tuple[str, ...]
    changing: str


RULE_WORDS: dict[Language, RuleWords] = {
    "zh": RuleWords(
        all_rules="# 全部规则",
        about="每条规则一页：查什么、依据什么、怎么改，附真正运行过的例子。标“试行”的默认不用，"
        "`--preview` 或 `--select` 点名才查。",
        head=("代码", "名称", "级别", "能自动改", "说的话"),
        preview="（试行）",
        severity="级别：**{}**",
        fix="能自动改：{}",
        since="始于 {}",
        off="**试行**：点名才查",
        bad="有问题",
        good="没有问题",
        params="参数",
        param_head=("参数", "默认"),
        changing="在配置文件的 `[rules.{}]` 里改，见[配置](../reference/configuration.md)。",
    ),
    "en": RuleWords(
        all_rules="# All rules",
        about="A page a rule: what it looks for, on what authority, and how to mend it, with"
        " examples that are run as tests. Rules marked “preview” are off until `--preview`, or"
        " `--select` with their code, asks for them.",
        head=("code", "name", "severity", "mended by", "message"),
        preview=" (preview)",
        severity="severity: **{}**",
        fix="mended by: {}",
        since="since {}",
        off="**preview**: off until asked for",
        bad="Bad",
        good="Good",
        params="Parameters",
        param_head=("parameter", "default"),
        changing="Set under `[rules.{}]` in a configuration file, see"
        " [Configuration](../reference/configuration.md).",
    ),
}
