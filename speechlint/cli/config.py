"""``speechlint config``: which settings apply, and where each was made."""

from __future__ import annotations

from pathlib import Path

import click

from speechlint.cli.options import Options, configuration_options
from speechlint.cli.output import terminal_look, write_text, write_utf8
from speechlint.cli.wording import say
from speechlint.rulebook import Language, load_rulebook


@click.command(
    "config",
    help=say(
        "列出一份文稿（默认当前文件夹）适用的设置，以及各在哪里设的。",
        "Show the settings for a draft, or for this folder, and where each was made.",
    ),
)
@click.argument("path", default=".", metavar=say("[路径]", "[PATH]"))
@click.option(
    "--schema",
    "wants_schema",
    is_flag=True,
    help=say("输出配置文件的 JSON Schema", "Print the JSON Schema of configuration files."),
)
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    help=say("输出的格式", "Format of the output."),
)
@configuration_options
def command(
    *,
    path: str,
    wants_schema: bool,
    output_format: str,
    config: Path | None,
    isolated: bool,
    language: Language | None,
) -> None:
    """Show settings."""
    from speechlint.reports import settings_text
    from speechlint.settings import choose_genre, choose_rules

    settings = (
        Options(config=config, isolated=isolated, language=language).finder().settings_for(path)
    )
    rulebook = load_rulebook([Path(settings.root, rules) for rules in settings.rule_paths])
    if wants_schema:
        import json

        from speechlint.settings.schema import make_schema

        write_utf8([json.dumps(make_schema(rulebook), ensure_ascii=False, indent=2)])
        return
    choose_rules(rulebook, settings)
    choose_genre(settings)
    if output_format == "json":
        write_utf8([settings_text.render_json(path, settings)])
    else:
        write_text(settings_text.render(settings, terminal_look(settings.language)))
