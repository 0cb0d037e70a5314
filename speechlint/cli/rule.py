"""``speechlint rule``: what a rule is about; with ``--test``, whether its examples hold."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from speechlint.cli.options import Options, configuration_options
from speechlint.cli.output import terminal_look, write_text, write_utf8
from speechlint.cli.paths import PathType
from speechlint.cli.wording import say
from speechlint.errors import SettingsError
from speechlint.reports import Look
from speechlint.rulebook import Language, Rule, Rulebook, load_rulebook


@click.command(
    "rule",
    help=say(
        "讲解规则：查什么、为什么、怎么改；或用例子检验自己写的规则。",
        "Explain rules: what, why, what to do; or try rules of your own on their examples.",
    ),
)
@click.argument("codes", nargs=-1, metavar=say("[规则]...", "[RULE]..."))
@click.option("--all", "every", is_flag=True, help=say("列出全部规则", "List all rules."))
@click.option(
    "--test",
    "tested",
    type=PathType(),
    metavar=say("路径", "PATH"),
    help=say("检验这个文件或文件夹里的规则", "Try the rules of this file or folder."),
)
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    help=say("输出的格式", "Format of the output."),
)
@configuration_options
@click.pass_context
def command(
    context: click.Context,
    *,
    codes: tuple[str, ...],
    every: bool,
    tested: Path | None,
    output_format: str,
    config: Path | None,
    isolated: bool,
    language: Language | None,
) -> None:
    """Explain rules, or try them."""
    if (bool(codes), every, tested is not None).count(True) != 1:
        raise click.UsageError(
            say("要么写规则代码，要么用 --all 或 --test", "name rules, or use --all or --test")
        )
    options = Options(config=config, isolated=isolated, language=language)
    settings = options.finder().settings_for(".")
    look = terminal_look(settings.language)
    if tested is not None:
        context.exit(_test(tested, look))
    rulebook = load_rulebook([Path(settings.root, path) for path in settings.rule_paths])
    rules = list(rulebook) if every else [_find(rulebook.find(code), code) for code in codes]
    if output_format == "json":
        from speechlint.reports import rule_json

        write_utf8([rule_json.render(rules, look.language)])
        return
    from speechlint.reports import rule_text

    if every:
        write_text(rule_text.render_list(rules, look))
    for rule in () if every else rules:
        write_text(rule_text.render(rule, look))


def _find(rule: Rule | None, code: str) -> Rule:
    if rule is None:
        raise SettingsError(
            f"there is no rule “{code}” (speechlint rule --all lists them)",
            f"没有“{code}”这条规则（speechlint rule --all 可列出全部规则）",
        )
    return rule


def _test(path: Path, look: Look) -> int:
    """Run the examples of rules, say which don't hold, and answer with the exit code."""
    from speechlint.rulebook.loading import load_rules, rule_files

    rules = load_rules(rule_files(path))
    failures = list(_failures(rules))
    write_text(failures)
    total = sum(len(rule.examples.bad) + len(rule.examples.good) for rule in rules)
    write_text(
        [
            look.say(
                f"{len(rules)} 条规则，{total} 个例子，{len(failures)} 个不符",
                f"{_count(len(rules), 'rule')}, {_count(total, 'example')},"
                f" {len(failures)} not as marked",
            )
        ]
    )
    return 1 if failures else 0


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _failures(rules: Iterable[Rule]) -> Iterable[str]:
    from speechlint.rulebook.examples import examples_of
    from speechlint.trial import try_example

    rulebook = Rulebook(rules)
    for rule in rulebook:
        for example in examples_of(rule):
            mismatch = try_example(rule, example, rulebook)
            if mismatch is not None:
                yield mismatch.describe()
